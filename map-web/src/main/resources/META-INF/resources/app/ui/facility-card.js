// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from './store-controller.js';
import { openWords, weekPart } from './facility-words.js';
import { shared } from './styles.js';
import './facility-mark.js';

/** A service place: what, where, when, how to reach it. `kind` is its FacilityKind. Tells `facility-close`. */
export class FacilityCard extends LitElement {
  static properties = { facility: { attribute: false }, kind: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .open {
        font-weight: 600;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 6px 14px;
      }
      dt {
        color: var(--text-second);
        font-size: var(--text-small);
        padding-top: 2px;
      }
      dd {
        overflow-wrap: anywhere;
      }
      .told {
        white-space: pre-line;
      }
      .week li {
        display: grid;
        grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
        gap: 10px;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 30_000);

  constructor() {
    super();
    /** @type {any} */ this.facility = null;
    /** @type {any} */ this.kind = null;
  }

  render() {
    const { facility, kind } = this;
    if (!facility) return '';
    return html`<div class="stack">
      <div>
        <div class="row">
          <gw-facility-mark icon=${kind?.icon ?? 'dot'} colour=${kind?.colour ?? 'public'}></gw-facility-mark>
          <h2 class="grow" id="name" tabindex="-1">${language.name(facility.names)}</h2>
          <button class="plain" aria-label=${t('close')} title=${t('close')} @click=${() => this.dispatchEvent(new CustomEvent('facility-close', { bubbles: true, composed: true }))}>✕</button>
        </div>
        <p class="second small">${language.name(kind?.names) || facility.kind}</p>
      </div>
      <p class="open" data-open=${facility.open}>${openWords(facility)}</p>
      <dl>${this.#facts(facility)}</dl>
    </div>`;
  }

  /** @param {any} facility */
  #facts({ address, hours, week, phone, website, capacity, services }) {
    return html`${address ? html`<dt>${t('facility.address')}</dt><dd>${address}</dd>` : ''}
    ${hours ? html`<dt>${t('facility.hours')}</dt><dd>${weekPart(week)}${/PH|SH/i.test(hours) ? html`<span class="small second">${t('facility.holidays')}</span>` : ''}</dd>` : ''}
    ${phone ? html`<dt>${t('facility.phone')}</dt><dd><a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></dd>` : ''}
    ${website ? html`<dt>${t('facility.website')}</dt><dd><a href=${website} target="_blank" rel="noopener noreferrer">${website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</a></dd>` : ''}
    ${capacity == null ? '' : html`<dt>${t('facility.capacity')}</dt><dd>${language.number(capacity)}</dd>`}
    ${services ? html`<dt>${t('facility.services')}</dt><dd class="told">${services}</dd>` : ''}`;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#name'))?.focus();
  }
}

customElements.define('gw-facility-card', FacilityCard);
