// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { css as colour, rootTicks } from '../lib/ramps.js';
import { language } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { shortNumber } from './formats.js';

const WIDE = 260;
const BAR = 12;
const STEPS = 48;

/**
 * What the colours of the map mean. Properties: `head` and `ramp` of a surface, or `classes` [{colour, label}] of tinted areas;
 * `title`, and `here`: the value under the pointer in words.
 */
export class MapLegend extends LitElement {
  static properties = { head: { attribute: false }, ramp: { attribute: false }, classes: { attribute: false }, heading: {}, here: {}, busy: { type: Boolean } };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 6px;
        width: 292px;
        max-width: calc(100vw - 32px);
        padding: 10px 16px 8px;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        pointer-events: none;
      }
      :host([list]) {
        width: auto;
      }
      .title {
        font-weight: 600;
        font-size: var(--text-small);
      }
      .here {
        font-size: var(--text-small);
        color: var(--text-second);
        min-height: 1.45em;
      }
      svg {
        width: 100%;
        overflow: visible;
      }
      text {
        fill: var(--text);
        font: 500 12px var(--font);
      }
      line {
        stroke: var(--text-second);
      }
      .ground {
        fill: var(--raised);
      }
      ul {
        display: grid;
        gap: 3px;
        font-size: var(--text-small);
      }
      li {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      li svg {
        width: 22px;
        height: 14px;
      }
      .busy {
        opacity: 0.55;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {import('../lib/insight.js').HeatHead | null} */ this.head = null;
    /** @type {Uint8ClampedArray | null} */ this.ramp = null;
    /** @type {{colour: string, label: string}[] | null} */ this.classes = null;
    this.heading = '';
    this.here = '';
    this.busy = false;
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('classes')) this.toggleAttribute('list', !!this.classes);
  }

  render() {
    return html`<p class="title">${this.heading}</p>
      <div class=${this.busy ? 'busy' : ''}>${this.classes ? this.#list(this.classes) : this.head && this.ramp ? this.#scale(this.head) : ''}</div>
      ${this.classes ? '' : html`<p class="here">${this.here}</p>`}`;
  }

  /** @param {{colour: string, label: string}[]} classes */
  #list(classes) {
    return html`<ul>
      ${classes.map((each) => html`<li><svg viewBox="0 0 22 14" aria-hidden="true">${svg`<rect width="22" height="14" rx="3" fill=${each.colour}></rect>`}</svg>${each.label}</li>`)}
    </ul>`;
  }

  /** @param {import('../lib/insight.js').HeatHead} head */
  #scale(head) {
    const ticks = head.difference ? this.#bothWays(head.most) : [{ at: 0, value: 0 }, ...rootTicks(head.most, 4).map((value) => ({ at: Math.sqrt(value / head.most), value }))];
    const words = ticks.map(({ value }) => shortNumber(value)).join(', ');
    return html`<svg viewBox="0 0 ${WIDE} 32" role="img" aria-label=${`${this.heading}: ${words}`}>
      ${svg`<rect class="ground" width=${WIDE} height=${BAR} rx="3"></rect>`} ${this.#colours(head.difference)}
      ${ticks.map(({ at, value }) => svg`<line x1=${at * WIDE} x2=${at * WIDE} y1=${BAR} y2=${BAR + 4}></line><text x=${at * WIDE} y="30" text-anchor=${at === 0 ? 'start' : at > 0.97 ? 'end' : 'middle'}>${head.difference && value > 0 ? '+' : ''}${shortNumber(value)}</text>`)}
    </svg>`;
  }

  /** @param {number} most */
  #bothWays(most) {
    const ticks = rootTicks(most, 3);
    const chosen = ticks.length > 2 ? [ticks[0], ticks[ticks.length - 1]] : ticks;
    return [...chosen.map((value) => -value).reverse(), 0, ...chosen].map((value) => ({ value, at: 0.5 + (Math.sign(value) * Math.sqrt(Math.abs(value) / (most || 1))) / 2 }));
  }

  /** @param {boolean} difference */
  #colours(difference) {
    const ramp = /** @type {Uint8ClampedArray} */ (this.ramp);
    const stops = Array.from({ length: STEPS + 1 }, (_, i) => {
      const at = i / STEPS;
      const place = difference ? (Math.round(at * 254 - 127) + 256) % 256 : Math.round(at * 255);
      const [red, green, blue, alpha] = ramp.subarray(4 * place, 4 * place + 4);
      return svg`<stop offset=${at} stop-color=${colour([red, green, blue])} stop-opacity=${alpha / 255}></stop>`;
    });
    return svg`<defs><linearGradient id="ramp">${stops}</linearGradient></defs><rect width=${WIDE} height=${BAR} rx="3" fill="url(#ramp)"></rect>`;
  }
}

customElements.define('gw-map-legend', MapLegend);
