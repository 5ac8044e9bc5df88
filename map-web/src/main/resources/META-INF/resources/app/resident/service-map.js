// @ts-check
import { LitElement, css, html } from 'lit';
import { boxOfPlaces, nearestPlaces } from '../lib/facilities.js';
import { Facilities } from '../state/facilities.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { measuredWords, wayWords } from '../ui/facility-words.js';
import { shared } from '../ui/styles.js';
import '../map/area-map.js';
import '../ui/facility-card.js';
import '../ui/facility-filter.js';
import '../ui/facility-mark.js';

const EVERYTHING = 0;
const LISTED = 8;

/** Service places for residents: a map, the nearest ones as a list, and what is known of the chosen one. */
export class ServiceMap extends LitElement {
  static properties = { middle: { state: true }, locating: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .map {
        position: relative;
        height: min(52vh, 440px);
        border: 1px solid var(--line);
        border-radius: 12px;
        overflow: hidden;
      }
      gw-map {
        height: 100%;
      }
      gw-facility-filter {
        position: absolute;
        top: 10px;
        left: 10px;
        z-index: 1;
      }
      .card {
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 18px;
      }
      .place {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr) max-content;
        gap: 10px;
        align-items: center;
        width: 100%;
        text-align: start;
        border-color: var(--line);
        background: var(--panel);
        font-weight: 400;
      }
    `,
  ];

  #facilities = new Facilities('resident');
  #stores = new StoreController(this, [language, this.#facilities]);
  /** @type {[number, number, number, number][]} */
  #boxes = [];

  constructor() {
    super();
    /** @type {{lon: number, lat: number} | null} */ this.middle = null;
    /** @type {'no' | 'yes' | 'failed'} */ this.locating = 'no';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#facilities.load(EVERYTHING);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#facilities.close();
  }

  render() {
    const { state, selected, unread, shown, kinds } = this.#facilities;
    if (this.#boxes.length === 0) this.#boxes = [boxOfPlaces(this.#facilities.places) ?? []].filter(({ length }) => length === 4).map((box) => /** @type {any} */ (box));
    return html`<div class="stack">
      <div class="map">
        <gw-map
          .facilities=${shown}
          .facilityKinds=${kinds}
          .facility=${selected}
          .boxes=${this.#boxes}
          .language=${language.current}
          label=${t('facility.map')}
          zoomInLabel=${t('map.in')}
          zoomOutLabel=${t('map.out')}
          @map-move=${(/** @type {CustomEvent} */ event) => this.#moved(event.detail)}
          @facility-pick=${(/** @type {CustomEvent} */ event) => this.#facilities.select(event.detail.id)}
        ></gw-map>
        <gw-facility-filter .store=${this.#facilities}></gw-facility-filter>
      </div>
      <div role="status">${state === 'failed' ? html`<p class="notice bad">${t('problem.offline')} <button @click=${() => this.#facilities.load(EVERYTHING)}>${t('retry')}</button></p>` : ''}${unread ? html`<p class="notice bad">${t('facility.notRead')}</p>` : ''}</div>
      ${selected ? html`<div class="card"><gw-facility-card .facility=${selected} .kind=${this.#facilities.kind(selected.kind)} @facility-close=${() => this.#facilities.select(null)}></gw-facility-card></div>` : ''}
      <button type="button" ?disabled=${this.locating === 'yes'} @click=${this.#aroundMe}>${t(this.locating === 'yes' ? 'field.locating' : 'facility.aroundMe')}</button>
      ${this.locating === 'failed' ? html`<p class="small danger" role="status">${t('field.locateFailed')}</p>` : ''}
      ${this.#list(shown)}
    </div>`;
  }

  /** @param {{lon: number, lat: number}} middle */
  #moved(middle) {
    this.middle = middle;
    this.#facilities.lookAround(middle);
  }

  /** Along streets once the server has measured; straight until then. @param {readonly import('../lib/facilities.js').Place[]} shown */
  #nearest(shown) {
    const { around } = this.#facilities;
    if (around) return around.items.map((/** @type {any} */ { facility, ...way }) => ({ place: facility, far: wayWords(way, around.distance) }));
    return this.middle ? nearestPlaces(shown, this.middle, LISTED).map(({ place, metres }) => ({ place, far: language.distance(metres) })) : [];
  }

  /** @param {readonly import('../lib/facilities.js').Place[]} shown */
  #list(shown) {
    if (this.#facilities.state === 'ready' && shown.length === 0) return html`<p class="second">${t('facility.noneShown')}</p>`;
    if (!this.middle || shown.length === 0) return '';
    return html`<section class="stack">
      <h2>${t('facility.nearMiddle')}</h2>
      <ul class="stack">
        ${this.#nearest(shown).map((/** @type {any} */ { place, far }) => {
          const kind = this.#facilities.kind(place.kind);
          return html`<li>
            <button class="place" data-place=${place.id} @click=${() => this.#choose(place)}>
              <gw-facility-mark icon=${kind?.icon ?? 'dot'} colour=${kind?.colour ?? 'public'}></gw-facility-mark>
              <span>${language.name(place.names)} <span class="small second">${language.name(kind?.names)}</span></span>
              <span class="small second">${far}</span>
            </button>
          </li>`;
        })}
      </ul>
      ${this.#facilities.around ? html`<p class="small second">${measuredWords(this.#facilities.around)}</p>` : ''}
    </section>`;
  }

  /** @param {import('../lib/facilities.js').Place} place */
  async #choose({ id, lon, lat }) {
    this.#map()?.reveal(lon, lat, 15);
    if ((await this.#facilities.select(id)) !== 'shown') return;
    await this.updateComplete;
    const card = /** @type {any} */ (this.renderRoot.querySelector('gw-facility-card'));
    await card?.updateComplete;
    card?.focus();
  }

  #aroundMe() {
    this.locating = 'yes';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.locating = 'no';
        this.#map()?.reveal(coords.longitude, coords.latitude, 15);
      },
      () => (this.locating = 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  /** @returns {any} */
  #map() {
    return this.renderRoot.querySelector('gw-map');
  }
}

customElements.define('gw-service-map', ServiceMap);
