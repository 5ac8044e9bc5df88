// @ts-check
import { LitElement, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords, severityWord } from '../ui/words.js';
import { sideStyles } from './side-styles.js';
import '../ui/category-picker.js';
import '../ui/icon.js';
import '../ui/photo-picker.js';
import '../ui/place-field.js';

/** A new incident as the operator takes it in. `report` is a NewReport. Tells `form-filed` (the receipt) and `form-close`. */
export class IncidentForm extends LitElement {
  static properties = { report: { attribute: false }, around: { attribute: false } };

  static styles = [shared, sideStyles];

  #stores = new StoreController(this, [language, catalogue], 0, () => [this.report, this.report.photos]);

  constructor() {
    super();
    /** @type {any} */
    this.report = null;
    /** @type {any} what the map shows */ this.around = null;
  }

  connectedCallback() {
    super.connectedCallback();
    import('./duplicates-known.js');
  }

  async firstUpdated() {
    const first = /** @type {any} */ (this.renderRoot.querySelector('gw-category'));
    await first.updateComplete;
    first.focus();
  }

  render() {
    const { values } = this.report;
    return html`<header class="row">
        <h2 class="grow">${t('form.new')}</h2>
        <button class="plain" aria-label=${t('close')} title=${t('close')} @click=${() => this.#tell('form-close', null)}><gw-icon name="close"></gw-icon></button>
      </header>
      <form class="body stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
        <gw-category .value=${values.category ?? ''} severities @category-pick=${this.#category}></gw-category>
        ${this.#place()}
        <div class="field">
          <label for="description">${t('form.description')}</label>
          <textarea id="description" name="description" .value=${values.description ?? ''}></textarea>
        </div>
        <div class="field">
          <label for="severity">${t('form.severity')}</label>
          <select id="severity" name="severity">
            <option value="">${t('form.severityOfCategory')}</option>
            ${['LOW', 'NORMAL', 'HIGH', 'CRITICAL'].map((severity) => html`<option value=${severity} ?selected=${values.severity === severity}>${severityWord(severity)}</option>`)}
          </select>
        </div>
        <gw-known-already .report=${this.report}></gw-known-already>
        <gw-photos .tray=${this.report.photos}></gw-photos>
        <fieldset class="stack">
          <legend>${t('form.caller')}</legend>
          <div class="two">
            <input name="name" autocomplete="off" aria-label=${t('form.callerName')} placeholder=${t('form.callerName')} .value=${values.name ?? ''} />
            <input name="phone" type="tel" autocomplete="off" aria-label=${t('form.callerPhone')} placeholder=${t('form.callerPhone')} .value=${values.phone ?? ''} />
          </div>
        </fieldset>
        ${this.report.problem ? html`<p class="notice bad" role="alert">${problemWords(this.report.problem)}</p>` : ''}
        <div class="row actions">
          <span class="small second grow" role="status">${!this.report.complete ? t('form.needs') : this.report.photos.pending ? t('photo.pending') : ''}</span>
          <button type="button" @click=${this.#discard}>${t('form.discard')}</button>
          <button class="primary" ?disabled=${!this.report.complete || this.report.photos.pending || this.report.busy}>${t(this.report.busy ? 'form.sending' : 'form.send')}</button>
        </div>
      </form>`;
  }

  #place() {
    const { values, found } = this.report;
    return html`<div class="field">
      <gw-place-field
        label=${t('form.place')}
        placeholder=${t('form.placeHint')}
        .value=${values.placeText ?? ''}
        .around=${this.around}
        @place-type=${(/** @type {CustomEvent} */ event) => this.report.describe(event.detail.text)}
        @place-pick=${this.#chosen}
      ></gw-place-field>
      <p id="located" class="small ${this.report.placed && found && !found.cell ? 'late' : 'second'}" role="status">${this.#foundWords(found)}</p>
    </div>`;
  }

  /** @param {any} found */
  #foundWords(found) {
    if (!this.report.placed) return t('form.clickMap');
    if (!found) return t('form.placed');
    if (!found.cell) return t('place.outside');
    const cell = language.name(found.cell.names) || found.cell.code;
    if (!found.responsible) return t('form.cellNobody', { cell });
    return t(found.responsible.onDuty ? 'form.cellOnDuty' : 'form.cellOffDuty', { cell, worker: found.responsible.name });
  }

  /** The map is told as well. @param {CustomEvent<import('../state/gazetteer.js').Place>} event */
  #chosen(event) {
    this.report.choose(event.detail);
  }

  /** @param {CustomEvent<{code: string}>} event */
  #category(event) {
    this.report.set({ category: event.detail.code });
  }

  /** @param {Event} event */
  #typed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name) this.report.set({ [field.name]: field.value });
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (!this.report.complete || this.report.photos.pending || this.report.busy) return;
    const receipt = await this.report.send();
    if (receipt) this.#tell('form-filed', receipt);
  }

  #discard() {
    this.report.clear();
    this.#tell('form-close', null);
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-incident-form', IncidentForm);
