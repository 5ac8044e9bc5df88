// @ts-check
import { LitElement, css, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/category-picker.js';

/** @typedef {import('../lib/commands.js').Step & {worker?: {id: number, name: string}, place?: Record<string, unknown>, placeName?: string}} Asked */

/** Asks for what a step needs. Tells `step-confirm` {step, body} or closes without. */
export class CommandDialog extends LitElement {
  static properties = { asked: { state: true }, category: { state: true }, missing: { state: true } };

  static styles = [
    shared,
    css`
      .stars {
        display: flex;
        gap: 12px;
      }
      .stars label {
        display: flex;
        gap: 4px;
        align-items: center;
        color: var(--text);
        font-size: var(--text-body);
      }
      .stars input {
        width: 20px;
        min-height: 20px;
        margin: 0;
      }
      .actions {
        justify-content: flex-end;
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue]);

  constructor() {
    super();
    /** @type {Asked | null} */
    this.asked = null;
    this.category = '';
    this.missing = false;
  }

  /** @param {Asked} asked */
  async ask(asked) {
    this.asked = asked;
    this.category = '';
    this.missing = false;
    await this.updateComplete;
    this.#dialog().showModal();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[data-first]'))?.focus();
  }

  get open() {
    return !!this.asked;
  }

  render() {
    const asked = this.asked;
    return html`<dialog aria-labelledby="title" @close=${() => (this.asked = null)} @keydown=${(/** @type {KeyboardEvent} */ event) => event.stopPropagation()}>
      ${asked ? this.#form(asked) : html`<h2 id="title"></h2>`}
    </dialog>`;
  }

  /** @param {Asked} asked */
  #form(asked) {
    return html`<form class="stack" method="dialog" novalidate @submit=${this.#submit}>
      <h2 id="title">${t(`step.${asked.name}`)}</h2>
      <p class="second">${t(`explain.${asked.name}`, { worker: asked.worker?.name ?? '', place: asked.placeName ?? '' })}</p>
      ${this.#field(asked)}
      <div class="row actions">
        <button type="button" @click=${() => this.#dialog().close()}>${t('cancel')}</button>
        <button class=${asked.harm ? 'harm' : 'primary'} ?data-first=${asked.asks === 'nothing' || asked.asks === 'place'}>${t(`step.${asked.name}`)}</button>
      </div>
    </form>`;
  }

  /** @param {Asked} asked */
  #field({ asks }) {
    if (asks === 'rating') return this.#stars();
    if (asks === 'category') return html`<gw-category data-first .value=${this.category} @category-pick=${(/** @type {CustomEvent} */ event) => (this.category = event.detail.code)}></gw-category>${this.#reason(false)}`;
    if (asks === 'nothing' || asks === 'place') return '';
    return this.#reason(asks === 'reason');
  }

  /** @param {boolean} required */
  #reason(required) {
    return html`<div class="field">
      <label for="reason">${t(required ? 'form.reason' : 'form.reasonOptional')}</label>
      <textarea id="reason" name="reason" ?data-first=${this.asked?.asks !== 'category'} ?required=${required} aria-describedby="missing"></textarea>
      <span id="missing" class="danger small" role="alert">${this.missing ? t('form.reasonMissing') : ''}</span>
    </div>`;
  }

  #stars() {
    return html`<fieldset>
      <legend>${t('form.rating')}</legend>
      <div class="stars">
        ${[1, 2, 3, 4, 5].map((n) => html`<label><input type="radio" name="rating" value=${n} ?checked=${n === 5} ?data-first=${n === 5} />${n}</label>`)}
      </div>
    </fieldset>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const asked = /** @type {Asked} */ (this.asked);
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const reason = String(form.get('reason') ?? '').trim();
    this.missing = asked.asks === 'reason' && !reason;
    if (this.missing || (asked.asks === 'category' && !this.category)) return event.preventDefault();
    this.dispatchEvent(new CustomEvent('step-confirm', { detail: { step: asked.name, body: bodyOf(asked, reason, form, this.category) }, bubbles: true, composed: true }));
  }

  #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

/** @param {Asked} asked @param {string} reason @param {FormData} form @param {string} category */
function bodyOf(asked, reason, form, category) {
  return {
    ...(reason ? { reason } : {}),
    ...(asked.asks === 'rating' ? { rating: Number(form.get('rating')) } : {}),
    ...(asked.asks === 'category' ? { category } : {}),
    ...(asked.place ? { place: asked.place } : {}),
    ...(asked.worker ? { workerId: asked.worker.id } : {}),
  };
}

customElements.define('gw-command-dialog', CommandDialog);
