// @ts-check
import { LitElement, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { bodyOf, stepFieldStyles, stepFields } from './step-fields.js';
import '../ui/dialog.js';

/** @typedef {import('./step-fields.js').Asked} Asked */

/** Asks for what a step needs. Tells `step-confirm` {step, body} or closes without. */
export class CommandDialog extends LitElement {
  static properties = { asked: { state: true }, category: { state: true }, missing: { state: true } };
  static styles = [shared, stepFieldStyles];

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
    this.#dialog().show();
  }

  get open() {
    return this.#dialog()?.open ?? false;
  }

  render() {
    const { asked } = this;
    return html`<gw-dialog heading=${asked ? t(`step.${asked.name}`) : ''} @dialog-close=${() => (this.asked = null)}>${asked ? this.#form(asked) : ''}</gw-dialog>`;
  }

  /** @param {Asked} asked */
  #form(asked) {
    const silent = asked.asks === 'nothing' || asked.asks === 'place';
    return html`<p class="second">${t(`explain.${asked.name}`, { worker: asked.worker?.name ?? '', place: asked.placeName ?? '' })}</p>
      <form id="step" class="stack" novalidate @submit=${this.#submit}>
        ${stepFields({ asked, category: this.category, missing: this.missing, workers: [], onCategory: (code) => (this.category = code) })}
      </form>
      <button slot="actions" type="button" @click=${() => this.#dialog().close()}>${t('cancel')}</button>
      <button slot="actions" form="step" class=${asked.harm ? 'harm' : 'primary'} ?autofocus=${silent}>${t(`step.${asked.name}`)}</button>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const asked = /** @type {Asked} */ (this.asked);
    const body = bodyOf(asked, new FormData(/** @type {HTMLFormElement} */ (event.target)), this.category);
    this.missing = body === null;
    if (!body) return;
    this.#dialog().close();
    this.dispatchEvent(new CustomEvent('step-confirm', { detail: { step: asked.name, body }, bubbles: true, composed: true }));
  }

  #dialog() {
    return /** @type {import('../ui/dialog.js').Dialog} */ (this.renderRoot.querySelector('gw-dialog'));
  }
}

customElements.define('gw-command-dialog', CommandDialog);
