// @ts-check
import { LitElement, css, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { NewReport } from '../state/new-report.js';
import { ownGround } from '../state/own-ground.js';
import { boxOf, joinBoxes, outerRings } from '../lib/shapes.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../map/area-map.js';
import '../ui/category-picker.js';
import '../ui/photo-picker.js';

/** A worker reports what is in front of them. `duty` is a DutyStore, `outbox` an Outbox. */
export class ReportHere extends LitElement {
  static properties = { duty: { attribute: false }, outbox: { attribute: false }, locating: { state: true }, sent: { state: true } };

  static styles = [
    shared,
    css`
      form {
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 14px;
        gap: 16px;
      }
      gw-map {
        height: 240px;
        border-radius: var(--radius-small);
        overflow: hidden;
      }
      form > button {
        min-height: 52px;
      }
    `,
  ];

  #report = new NewReport('field.report');
  #stores = new StoreController(this, [language, catalogue, ownGround, this.#report, this.#report.photos]);
  /** @type {import('../lib/shapes.js').Box[] | null} null: the whole ground */
  #boxes = null;

  constructor() {
    super();
    /** @type {any} */ this.duty = null;
    /** @type {any} */ this.outbox = null;
    /** @type {'no' | 'yes' | 'failed'} */ this.locating = 'no';
    this.sent = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const at = this.#report.pin ?? this.duty.here;
    if (at) this.#lookAt(at);
    ownGround.load();
  }

  render() {
    const { values, found, complete, photos } = this.#report;
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
      <h2>${t('field.report')}</h2>
      ${this.sent ? html`<p class="notice" role="status">${this.sent}</p>` : ''}
      <gw-category .value=${values.category ?? ''} @category-pick=${(/** @type {CustomEvent} */ event) => this.#report.set({ category: event.detail.code })}></gw-category>
      <div class="stack">
        <button type="button" @click=${this.#useHere} ?disabled=${this.locating === 'yes'}>${t(this.locating === 'yes' ? 'field.locating' : 'field.useHere')}</button>
        ${this.locating === 'failed' ? html`<p class="small danger" role="alert">${t('field.locateFailed')}</p>` : ''}
        <gw-map picking label=${t('console.map')} zoomInLabel=${t('map.in')} zoomOutLabel=${t('map.out')} .cells=${ownGround.cells} .boxes=${this.#boxes ?? this.#wholeGround()} .pin=${this.#report.pin} .language=${language.current} @map-pick=${this.#tapped}></gw-map>
        <p class="small second" role="status">${this.#report.placed ? (found?.cell ? language.name(found.cell.names) || found.cell.code : t('form.placed')) : t('field.tapMap')}</p>
      </div>
      <div class="field">
        <label for="placeText">${t('form.place')}</label>
        <input id="placeText" name="placeText" autocomplete="off" .value=${values.placeText ?? ''} />
      </div>
      <div class="field">
        <label for="description">${t('form.description')}</label>
        <textarea id="description" name="description" .value=${values.description ?? ''}></textarea>
      </div>
      <gw-photos .tray=${photos}></gw-photos>
      <p class="small second" role="status">${photos.pending ? t('photo.pending') : ''}</p>
      <button class="primary" ?disabled=${!complete || photos.pending}>${t('form.send')}</button>
    </form>`;
  }

  #wholeGround() {
    const features = /** @type {any[]} */ (ownGround.cells?.features ?? []);
    const whole = joinBoxes(features.flatMap(({ geometry }) => outerRings(geometry).map(boxOf)));
    return whole ? [whole] : [];
  }

  /** On duty the phone knows already where it is. */
  #useHere() {
    if (this.duty.here) return this.#placeAt(this.duty.here);
    this.locating = 'yes';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#placeAt({ lon: coords.longitude, lat: coords.latitude }),
      () => (this.locating = 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    );
  }

  /** @param {{lon: number, lat: number}} here */
  #placeAt({ lon, lat }) {
    this.locating = 'no';
    this.#report.place(lon, lat);
    this.#lookAt({ lon, lat });
  }

  /** @param {{lon: number, lat: number}} place */
  #lookAt({ lon, lat }) {
    const far = 0.004;
    this.#boxes = [[lon - far, lat - far, lon + far, lat + far]];
    this.requestUpdate();
  }

  /** @param {CustomEvent<{lon: number, lat: number}>} event */
  #tapped({ detail: { lon, lat } }) {
    this.#report.place(lon, lat);
  }

  /** @param {Event} event */
  #typed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name === 'placeText') this.#report.describe(field.value);
    else if (field.name) this.#report.set({ [field.name]: field.value });
    this.sent = '';
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (!this.#report.complete || this.#report.photos.pending) return;
    this.outbox.put({ kind: 'report', body: this.#report.body() });
    this.#report.clear();
    this.sent = t('field.reportKept');
  }
}

customElements.define('gw-report-here', ReportHere);
