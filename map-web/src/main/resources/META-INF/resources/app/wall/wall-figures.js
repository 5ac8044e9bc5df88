// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { countdown } from '../lib/times.js';
import { change, linePath } from '../lib/trend.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { wallPanel } from './wall-styles.js';

/** @typedef {{key: string, value: string, beside?: string, line: readonly (number | null)[], least: number, delta: string, tone: string}} Figure */

const WIDTH = 120;
const HEIGHT = 22;

/** Open, late, time to accept, on duty: each with the last hour's line. */
export class WallFiguresPanel extends LitElement {
  static properties = { store: { attribute: false } };

  static styles = [
    shared,
    wallPanel,
    css`
      dl {
        display: flex;
      }
      dl > div {
        padding: calc(17 * var(--u)) calc(26 * var(--u)) calc(16 * var(--u)) calc(30 * var(--u));
        min-width: calc(186 * var(--u));
        white-space: nowrap;
      }
      dl > div + div {
        border-left: 1px solid var(--line);
      }
      .value {
        font-size: calc(60 * var(--u));
        line-height: 1.12;
        font-weight: 700;
        letter-spacing: -0.01em;
      }
      .value small {
        font-size: calc(26 * var(--u));
        font-weight: 400;
        color: var(--text-second);
      }
      .alarm {
        color: #ff8a80;
      }
      .trend {
        display: flex;
        align-items: center;
        gap: calc(20 * var(--u));
        font-size: calc(18 * var(--u));
        color: var(--text-second);
        min-height: calc(26 * var(--u));
      }
      svg {
        width: calc(120 * var(--u));
        height: calc(26 * var(--u));
        overflow: visible;
      }
      path {
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      .line-open {
        color: var(--state-sent);
      }
      .line-late {
        color: var(--state-late);
      }
      .line-accept {
        color: var(--state-onsite);
      }
      .line-onDuty {
        color: var(--text-second);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {import('../state/wall-figures.js').WallFigures} */ this.store = /** @type {any} */ (null);
  }

  render() {
    return html`<dl class="panel" aria-label=${t('wall.figures')}>${this.#figures().map((figure) => this.#figure(figure))}</dl>`;
  }

  /** @returns {Figure[]} */
  #figures() {
    const { open, late, onDuty, free, workers, accept, lines, acceptLine } = this.store;
    return [
      { key: 'open', value: language.number(open), line: lines.open, least: 8, delta: signed(change(lines.open)), tone: '' },
      { key: 'late', value: language.number(late), line: lines.late, least: 8, delta: signed(change(lines.late)), tone: late > 0 ? 'alarm' : '' },
      { key: 'accept', value: accept === null ? '–' : countdown(accept), line: acceptLine, least: 20_000, delta: signedSpan(change(acceptLine)), tone: '' },
      { key: 'onDuty', value: language.number(onDuty), beside: ` / ${language.number(workers)}`, line: lines.onDuty, least: 4, delta: t('wall.free', { n: free }), tone: '' },
    ];
  }

  /** @param {Figure} figure */
  #figure({ key, value, beside, line, least, delta, tone }) {
    return html`<div>
      <dt class="title">${t(`wall.${key}`)}</dt>
      <dd>
        <div class="value ${tone}" data-figure=${key}>${this.store.ready ? value : '–'}${this.store.ready && beside ? html`<small>${beside}</small>` : ''}</div>
        <div class="trend">
          <svg viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}" class="line-${key}" aria-hidden="true">${svg`<path d=${linePath(line, WIDTH, HEIGHT, least)}></path>`}</svg>
          <span title=${t('wall.hourAgo')}>${delta}</span>
        </div>
      </dd>
    </div>`;
  }
}

/** @param {number | null} n */
function signed(n) {
  return n === null ? '' : n > 0 ? `+${language.number(n)}` : n < 0 ? `−${language.number(-n)}` : '±0';
}

/** @param {number | null} millis */
function signedSpan(millis) {
  return millis === null ? '' : `${millis < 0 ? '−' : '+'}${countdown(Math.abs(millis))}`;
}

customElements.define('gw-wall-figures', WallFiguresPanel);
