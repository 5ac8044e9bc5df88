// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';

/** Whether what is shown is live, and how old it is when not. */
export class ConnectionBadge extends LitElement {
  static properties = { state: {}, heardAt: { type: Number } };

  static styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        white-space: nowrap;
        font-size: var(--text-small);
        color: var(--text-second);
      }
      svg {
        width: 10px;
        height: 10px;
        flex: none;
      }
      .live {
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
    this.state = 'connecting';
    this.heardAt = 0;
  }

  render() {
    const live = this.state === 'live';
    return html`<span class="row" role="status">
      <svg viewBox="0 0 10 10" aria-hidden="true" class=${live ? 'live' : 'lost'}>
        ${live ? svg`<circle cx="5" cy="5" r="4.5" fill="currentColor"></circle>` : svg`<path d="M1 1h8v8H1Z" fill="currentColor"></path>`}
      </svg>
      <span class=${live ? '' : 'lost'}>${this.#words(live)}</span>
    </span>`;
  }

  /** @param {boolean} live */
  #words(live) {
    if (live) return t('connection.live');
    if (!this.heardAt) return t('connection.connecting');
    return t('connection.lost', { span: language.ago(this.heardAt) });
  }
}

customElements.define('gw-connection', ConnectionBadge);
