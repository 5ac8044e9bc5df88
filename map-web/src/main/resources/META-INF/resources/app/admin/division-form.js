// @ts-check
import { LitElement, css, html } from 'lit';
import { FORMS, WEIGHTS } from '../state/ground-edit.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import './draft-list.js';

/** How the open area is to be divided into cells. Tells `edit-show`. */
export class DivisionForm extends LitElement {
  static properties = { edit: { attribute: false }, drafts: { attribute: false }, again: { type: Boolean } };

  static styles = [
    shared,
    css`
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.edit]);

  constructor() {
    super();
    /** @type {any} */ this.edit = null;
    /** @type {any} */ this.drafts = null;
    this.again = false;
  }

  render() {
    const { wish, busy } = this.edit;
    const balanced = wish.form === 'BALANCED';
    return html`<form class="stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
      <label class="field"><span>${t('admin.divide.form')}</span>
        <select name="form">${FORMS.map((form) => html`<option value=${form} ?selected=${form === wish.form}>${t(`admin.form.${form}`)}</option>`)}</select>
      </label>
      ${balanced
        ? html`<label class="field"><span>${t('admin.divide.weight')}</span>
            <select name="weight">${WEIGHTS.map((weight) => html`<option value=${weight} ?selected=${weight === wish.weight}>${t(`admin.weight.${weight}`)}</option>`)}</select>
          </label>`
        : ''}
      <div class="two">
        ${balanced
          ? html`<label class="field"><span>${t('admin.divide.cells')}</span><input name="cells" type="number" min="2" max="2000" .value=${String(wish.cells)} /></label>
              ${wish.weight === 'INCIDENTS' ? html`<label class="field"><span>${t('admin.divide.days')}</span><input name="days" type="number" min="1" max="3660" .value=${String(wish.days)} /></label>` : ''}`
          : html`<label class="field"><span>${t('admin.divide.metres')}</span><input name="metres" type="number" min="20" max="20000" step="10" .value=${String(wish.metres)} /></label>`}
      </div>
      <p class="small second" data-again=${this.again}>${t(this.again ? 'admin.divide.again' : 'admin.divide.first')}</p>
      <div class="row">
        <button class="primary grow" data-show ?disabled=${busy || !this.edit.ready([])}>${t(busy ? 'admin.divide.working' : 'admin.show')}</button>
        <button type="button" @click=${() => this.edit.take(null)}>${t('cancel')}</button>
      </div>
    </form>
    <gw-draft-list .drafts=${this.drafts} ?busy=${busy}></gw-draft-list>`;
  }

  /** @param {Event} event */
  #typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    this.edit.want({ [name]: name === 'form' || name === 'weight' ? value : Number(value) });
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    if (this.edit.ready([]) && !this.edit.busy) this.dispatchEvent(new CustomEvent('edit-show', { bubbles: true, composed: true }));
  }
}

customElements.define('gw-division-form', DivisionForm);
