// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { wallPanel } from './wall-styles.js';

const BAR = 17;
const TALL = 66;
const HOUR = 3_600_000;

/** Reports in each of the last 24 hours. */
export class WallHours extends LitElement {
  static properties = { store: { attribute: false } };

  static styles = [
    shared,
    wallPanel,
    css`
      .panel {
        padding: calc(16 * var(--u)) calc(22 * var(--u)) calc(12 * var(--u));
      }
      svg {
        display: block;
        width: calc(408 * var(--u));
        height: calc(96 * var(--u));
        margin-top: calc(8 * var(--u));
      }
      rect {
        fill: #33639b;
      }
      rect.now {
        fill: var(--state-new);
      }
      text {
        fill: var(--text-second);
        font: 400 18px var(--font);
        text-anchor: middle;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {import('../state/wall-figures.js').WallFigures} */ this.store = /** @type {any} */ (null);
  }

  render() {
    const { reports, hour } = this.store;
    const most = Math.max(4, ...reports);
    const total = reports.reduce((sum, n) => sum + n, 0);
    return html`<div class="panel" role="img" aria-label="${t('wall.hours')}: ${t('wall.reports', { n: total })}">
      <div class="title">${t('wall.hours')}</div>
      <svg viewBox="0 0 ${24 * BAR} 96" aria-hidden="true" data-reports=${total}>
        ${reports.map((n, i) => this.#bar(n, i, most, hour - (reports.length - 1 - i) * HOUR))}
      </svg>
    </div>`;
  }

  /** @param {number} n @param {number} i @param {number} most @param {number} began */
  #bar(n, i, most, began) {
    const height = n === 0 ? 2 : Math.max(4, (TALL * n) / most);
    const label = new Date(began).getHours();
    return svg`<rect class=${i === 23 ? 'now' : ''} x=${i * BAR + 1.5} y=${TALL - height} width=${BAR - 3} height=${height} rx="2"></rect>
      ${label % 6 === 0 && i > 0 && i < 23 ? svg`<text x=${i * BAR} y="90">${label}</text>` : ''}`;
  }
}

customElements.define('gw-wall-hours', WallHours);
