// @ts-check
import { LitElement, html } from 'lit';
import { COLOURS, ICONS } from '../lib/facility-marks.js';
import { FacilityKinds } from '../state/facility-kinds.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { facilityProblem } from '../ui/facility-words.js';
import { shared } from '../ui/styles.js';
import '../ui/facility-mark.js';
import { kindDialogStyles } from './kind-dialog-styles.js';

/** The kinds of service places, to be added, changed, put in order and removed. `open()` shows it. */
export class KindDialog extends LitElement {
  static styles = [shared, kindDialogStyles];

  #store = new FacilityKinds();
  #stores = new StoreController(this, [language, this.#store]);

  open() {
    this.#store.draft = null;
    this.#store.load();
    this.#dialog.showModal();
  }

  render() {
    const { state } = this.#store;
    return html`<dialog aria-labelledby="title" @pointerdown=${(/** @type {Event} */ event) => event.target === event.currentTarget && this.#dialog.close()} @keydown=${(/** @type {Event} */ event) => event.stopPropagation()}>
      <div class="frame">
        <div class="row top">
          <h2 id="title" class="grow">${t('kinds.title')}</h2>
          <button @click=${() => this.#dialog.close()}>${t('close')}</button>
        </div>
        ${state === 'failed' ? html`<p class="notice bad" role="alert">${t('problem.offline')} <button @click=${() => this.#store.load()}>${t('retry')}</button></p>` : ''}
        <div class="two">
          <div class="list stack">
            <ul>${this.#store.kinds.map((kind) => this.#row(kind))}</ul>
            <button data-new @click=${() => this.#store.edit(null)}>${t('kinds.new')}</button>
          </div>
          ${this.#store.draft ? this.#form(this.#store.draft) : html`<p class="second state">${t('kinds.explain')}</p>`}
        </div>
      </div>
    </dialog>`;
  }

  /** @param {import('../state/facility-kinds.js').Kind} kind */
  #row({ code, names, icon, colour }) {
    const { draft } = this.#store;
    return html`<li>
      <button class="kind" data-kind=${code} aria-pressed=${String(draft?.code === code && !draft.fresh)} @click=${() => this.#store.edit(code)}>
        <gw-facility-mark icon=${icon} colour=${colour}></gw-facility-mark><span class="cut">${language.name(names)}</span>
      </button>
    </li>`;
  }

  /** @param {import('../state/facility-kinds.js').Draft} draft */
  #form(draft) {
    const { problem, busy, saved, kinds } = this.#store;
    return html`<form class="stack" @submit=${this.#save}>
      ${draft.fresh ? html`<label>${t('kinds.code')}<input name="code" required pattern="[a-z0-9][a-z0-9\\-]*" maxlength="63" .value=${draft.code} @input=${(/** @type {Event} */ event) => this.#store.write({ code: valueOf(event) })} /></label>` : ''}
      <div class="names">
        <label>${t('kinds.nameEn')}<input name="en" required maxlength="100" .value=${draft.names.en ?? ''} @input=${(/** @type {Event} */ event) => this.#name('en', valueOf(event))} /></label>
        <label>${t('kinds.nameZh')}<input name="zh" maxlength="100" lang="zh" .value=${draft.names.zh ?? ''} @input=${(/** @type {Event} */ event) => this.#name('zh', valueOf(event))} /></label>
      </div>
      <fieldset>
        <legend>${t('kinds.icon')}</legend>
        <div class="marks">${Object.keys(ICONS).map((icon) => this.#mark('icon', icon, draft.icon === icon, icon, draft.colour))}</div>
      </fieldset>
      <fieldset>
        <legend>${t('kinds.colour')}</legend>
        <div class="marks">${COLOURS.map((colour) => this.#mark('colour', colour, draft.colour === colour, draft.icon, colour))}</div>
      </fieldset>
      <label>${t('kinds.rules')}<textarea name="rules" rows="4" spellcheck="false" .value=${draft.rulesText} @input=${(/** @type {Event} */ event) => this.#store.write({ rulesText: valueOf(event) })}></textarea></label>
      <p class="small second">${t('kinds.rulesHint')}</p>
      <label>${t('kinds.position')}
        <select name="position" @change=${(/** @type {Event} */ event) => this.#store.write({ position: Number(valueOf(event)) })}>
          ${Array.from({ length: kinds.length + (draft.fresh ? 1 : 0) }, (_, i) => html`<option value=${i + 1} ?selected=${i + 1 === draft.position}>${i + 1}</option>`)}
        </select>
      </label>
      <div role="alert">${problem ? html`<p class="notice bad">${facilityProblem(problem)}</p>` : ''}</div>
      <div role="status">${saved ? html`<p class="second">${t('facility.saved')}</p>` : ''}</div>
      <div class="row">
        <button class="primary grow" data-save ?disabled=${busy}>${t(busy ? 'form.sending' : 'facility.save')}</button>
        ${draft.fresh ? '' : html`<button type="button" data-remove ?disabled=${busy} @click=${() => this.#store.remove()}>${t('facility.remove')}</button>`}
      </div>
    </form>`;
  }

  /** @param {'icon' | 'colour'} field @param {string} value @param {boolean} chosen @param {string} icon @param {string} colour */
  #mark(field, value, chosen, icon, colour) {
    return html`<label class="mark" title=${t(`kinds.${field}.${value}`)}>
      <input type="radio" name=${field} value=${value} .checked=${chosen} aria-label=${t(`kinds.${field}.${value}`)} @change=${() => this.#store.write({ [field]: value })} />
      <gw-facility-mark icon=${icon} colour=${colour}></gw-facility-mark>
    </label>`;
  }

  /** @param {string} tag @param {string} text */
  #name(tag, text) {
    const names = { ...this.#store.draft?.names, [tag]: text.trim() };
    if (!names[tag]) delete names[tag];
    this.#store.write({ names });
  }

  /** @param {Event} event */
  #save(event) {
    event.preventDefault();
    this.#store.save();
  }

  /** @returns {HTMLDialogElement} */
  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

/** @param {Event} event */
function valueOf({ target }) {
  return /** @type {HTMLInputElement} */ (target).value;
}

customElements.define('gw-kind-dialog', KindDialog);
