// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { clockSeconds } from '../lib/times.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { wallPanel } from './wall-styles.js';

/** The time, and whether what is shown is live. */
export class WallClock extends LitElement {
  static properties = { connection: {}, heardAt: { type: Number } };

  static styles = [
    shared,
    wallPanel,
    css`
      .panel {
        padding: calc(14 * var(--u)) calc(24 * var(--u));
        text-align: right;
        white-space: nowrap;
      }
      time {
        display: block;
        font-size: calc(44 * var(--u));
        line-height: 1.1;
        font-weight: 700;
      }
      p {
        font-size: calc(19 * var(--u));
        color: var(--text-second);
      }
      svg {
        width: calc(11 * var(--u));
        height: calc(11 * var(--u));
        margin-right: calc(8 * var(--u));
      }
      .live svg {
        color: var(--good);
      }
      .lost {
        color: var(--warn);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 1000);

  constructor() {
    super();
    /** @type {'connecting' | 'live' | 'lost'} */ this.connection = 'connecting';
    this.heardAt = 0;
  }

  render() {
    const now = Date.now();
    const live = this.connection === 'live';
    return html`<div class="panel">
      <time datetime=${new Date(now).toISOString()}>${clockSeconds(language.current, now)}</time>
      <p class=${live ? 'live' : 'lost'} data-connection=${this.connection}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          ${live ? svg`<circle cx="5" cy="5" r="5" fill="currentColor"></circle>` : svg`<path d="M1 1h8v8H1Z" fill="currentColor"></path>`}</svg
        >${this.#words(live)}
      </p>
    </div>`;
  }

  /** @param {boolean} live */
  #words(live) {
    if (live) return t('wall.live', { span: language.ago(this.heardAt) });
    return this.heardAt ? t('connection.lost', { span: language.ago(this.heardAt) }) : t('connection.connecting');
  }
}

customElements.define('gw-wall-clock', WallClock);
