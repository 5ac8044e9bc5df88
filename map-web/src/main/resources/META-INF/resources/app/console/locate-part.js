// @ts-check
import { LitElement, css, html } from 'lit';
import { Locating } from '../state/locating.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/place-field.js';

/**
 * In a case that is known by words only: the places its words may name, and the next such case once it has one.
 * `store` is the CaseStore, `detail` the case. Tells `incident-pick` {id}.
 */
export class LocatePart extends LitElement {
  static properties = { store: { attribute: false }, detail: { attribute: false } };
  static styles = [
    shared,
    css`
      .items {
        display: grid;
        gap: 2px;
      }
      .items button {
        width: 100%;
        text-align: start;
        border-color: var(--line);
      }
      .items button span {
        display: block;
        font-weight: 400;
      }
    `,
  ];

  #locating = new Locating();
  #stores = new StoreController(this, [language, this.#locating]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.detail = null;
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('detail') && this.detail) this.#locating.load(this.detail.id);
  }

  render() {
    const { suggestions, others } = this.#locating;
    return html`<section class="notice warn stack" aria-label=${t('locating.title')}>
      <div class="row"><strong class="grow">${t('locating.title')}</strong>${others > 0 ? html`<span class="small">${t('locating.others', { n: others })}</span>` : ''}</div>
      ${suggestions === null ? html`<p class="small" role="status">${t('locating.looking')}</p>` : suggestions.length === 0 ? html`<p class="small">${t('locating.none')}</p>` : this.#list(suggestions)}
      <gw-place-field label=${t('locating.search')} placeholder=${t('locating.search')} @place-pick=${this.#searched}></gw-place-field>
      <div class="row wrap">
        <span class="grow small">${t('locating.orClick')}</span>
        ${others > 0 ? html`<button data-skip @click=${() => this.#goOn()}>${t('locating.skip')}</button>` : ''}
      </div>
    </section>`;
  }

  /** @param {import('../state/locating.js').Suggestion[]} suggestions */
  #list(suggestions) {
    return html`<ul class="items" id="suggestions">
      ${suggestions.map(
        (place) => html`<li>
          <button ?disabled=${this.store.busy} data-place=${place.id} @click=${() => this.#put(place)}>
            ${language.name(place.names)}
            <span class="small second">${[place.detail, place.cell ? language.name(place.cell.names) || place.cell.code : t('place.outside')].filter(Boolean).join(' · ')}</span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  /** @param {CustomEvent<{lon: number, lat: number}>} event */
  #searched(event) {
    event.stopPropagation();
    this.#put(event.detail);
  }

  /** @param {{lon: number, lat: number}} place */
  async #put({ lon, lat }) {
    if (await this.store.run('locate', { place: { lon, lat } })) this.#goOn();
  }

  async #goOn() {
    const next = await this.#locating.next(this.detail.id);
    if (next) this.dispatchEvent(new CustomEvent('incident-pick', { detail: { id: next }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-locate', LocatePart);
