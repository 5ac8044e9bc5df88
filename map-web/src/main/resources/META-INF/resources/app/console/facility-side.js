// @ts-check
import { LitElement, html } from 'lit';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { facilityProblem } from '../ui/facility-words.js';
import { shared } from '../ui/styles.js';
import { facilityFields } from './facility-form.js';
import { sideStyles } from './side-styles.js';
import '../ui/facility-card.js';
import '../ui/icon.js';

/**
 * A service place in the console: its card, and for those who run the area the form to change it. `store` is a Facilities, `draft` a
 * FacilityDraft. Tells `facility-close`, `facility-edit` {editing} and `facility-saved` {id}.
 */
export class FacilitySide extends LitElement {
  static properties = { store: { attribute: false }, draft: { attribute: false }, editing: { type: Boolean }, removing: { state: true } };

  static styles = [shared, sideStyles];

  #stores = new StoreController(this, [language, session], 0, () => [this.store, this.draft]);
  /** @type {number | null} the place that was shown last */
  #asked = null;

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.draft = null;
    this.editing = false;
    this.removing = false;
  }

  render() {
    return this.editing ? this.#form() : this.#card();
  }

  /** What was asked about one place is not asked about another. */
  willUpdate() {
    const id = this.store.selected?.id ?? null;
    if (id !== this.#asked) this.removing = false;
    this.#asked = id;
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (!changes.has('editing')) return;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.editing ? '#kind' : '#edit'))?.focus();
  }

  #card() {
    const facility = this.store.selected;
    if (!facility) return html`<div class="body stack"><p class="second" role="status">${t('facility.gone')}</p><div class="row"><button @click=${() => this.#tell('facility-close')}>${t('close')}</button></div></div>`;
    return html`<div class="body stack" tabindex="0" role="group" aria-label=${language.name(facility.names)}>
      <gw-facility-card .facility=${facility} .kind=${this.store.kind(facility.kind)}></gw-facility-card>
      ${this.#problem()}
      ${this.#mayEdit(facility.areaPath) ? this.#actions(facility) : ''}
    </div>`;
  }

  /** @param {any} facility */
  #actions(facility) {
    if (!this.removing) {
      return html`<div class="row">
        <button id="edit" @click=${() => this.#edit(facility)}>${t('facility.edit')}</button>
        <button class="harm" @click=${() => (this.removing = true)}>${t('facility.remove')}</button>
      </div>`;
    }
    return html`<div class="notice warn stack" role="alertdialog" aria-label=${t('facility.remove')}>
      <p>${t('facility.removeAsk', { name: language.name(facility.names) })}</p>
      <div class="row">
        <button @click=${() => (this.removing = false)}>${t('cancel')}</button>
        <button class="harm" ?disabled=${this.draft.busy} @click=${() => this.#remove(facility)}>${t('facility.remove')}</button>
      </div>
    </div>`;
  }

  #form() {
    const { draft } = this;
    return html`<form class="body stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
      <div class="row">
        <h2 class="grow">${t(draft.id === null ? 'facility.new' : 'facility.change')}</h2>
        <button type="button" class="plain" aria-label=${t('close')} title=${t('close')} @click=${this.#cancel}><gw-icon name="close"></gw-icon></button>
      </div>
      ${facilityFields(draft, this.store.kinds)} ${this.#problem()}
      <div class="row actions">
        <span class="small second grow">${draft.complete ? '' : t('facility.needs')}</span>
        <button type="button" @click=${this.#cancel}>${t('cancel')}</button>
        <button class="primary" ?disabled=${!draft.complete || draft.busy}>${t(draft.busy ? 'form.sending' : 'facility.save')}</button>
      </div>
    </form>`;
  }

  #problem() {
    const { problem } = this.draft;
    return problem ? html`<p class="notice bad" role="alert">${facilityProblem(problem)}</p>` : '';
  }

  /** @param {string} path */
  #mayEdit(path) {
    return !!session.user?.roles.some(({ role, areaPath }) => ['OPERATOR', 'ADMINISTRATOR'].includes(role) && path.startsWith(areaPath));
  }

  /** @param {any} facility */
  #edit(facility) {
    this.draft.begin(facility);
    this.#tell('facility-edit', { editing: true });
  }

  #cancel() {
    const isNew = this.draft.id === null;
    this.draft.begin(null);
    this.#tell(isNew ? 'facility-close' : 'facility-edit', { editing: false });
  }

  /** @param {Event} event */
  #typed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name) this.draft.set(field.name, field.value);
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (!this.draft.complete || this.draft.busy) return;
    const saved = await this.draft.save();
    if (saved) this.#tell('facility-saved', { id: saved.id });
    else if (this.draft.problem?.code === 'version-conflict') this.store.refresh();
  }

  /** @param {any} facility */
  async #remove(facility) {
    if (!(await this.draft.remove(facility))) return this.store.refresh();
    this.removing = false;
    this.store.refresh();
    this.#tell('facility-close');
  }

  /** @param {string} type @param {Record<string, unknown>} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-facility-side', FacilitySide);
