// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** @typedef {{items: {userId: number, name: string}[], above: {areaId: number, areaNames: Record<string, string> | null, role: string, people: {userId: number, name: string}[]} | null}} Choice */

/** Asks to whom and with which words a case is handed over, up, or back. Tells `keeping-order` {order, body}. */
export class HandOverDialog extends LitElement {
  static properties = { order: { state: true }, choice: { state: true }, missing: { state: true } };
  static styles = [
    shared,
    css`
      .actions {
        justify-content: flex-end;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {'hand-over' | 'escalate' | 'give-back' | ''} */ this.order = '';
    /** @type {Choice | null} null while it loads */ this.choice = null;
    this.missing = '';
  }

  /** @param {'hand-over' | 'escalate' | 'give-back'} order @param {Promise<Choice | null>} choice */
  async ask(order, choice) {
    this.order = order;
    this.choice = null;
    this.missing = '';
    await this.updateComplete;
    this.#dialog().showModal();
    this.choice = (await choice) ?? { items: [], above: null };
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('select, textarea'))?.focus();
  }

  render() {
    return html`<dialog aria-label=${this.order ? t(`keeping.${this.order}`) : ''} @close=${() => (this.order = '')} @keydown=${(/** @type {KeyboardEvent} */ event) => event.stopPropagation()}>
      ${this.order ? this.#form(this.order) : ''}
    </dialog>`;
  }

  /** @param {string} order */
  #form(order) {
    const nobody = this.choice && ((order === 'hand-over' && this.choice.items.length === 0) || (order === 'escalate' && !this.choice.above));
    return html`<form class="stack" method="dialog" novalidate @submit=${this.#submit}>
      <h2>${t(`keeping.${order}`)}</h2>
      <p class="second">${t(`keeping.explain.${order}`)}</p>
      ${this.choice === null ? html`<p class="second" role="status">${t('loading')}</p>` : nobody ? html`<p class="notice warn" role="alert">${t(`keeping.nobody.${order}`)}</p>` : this.#fields(order, this.choice)}
      <div class="row actions">
        <button type="button" @click=${() => this.#dialog().close()}>${t('cancel')}</button>
        <button class="primary" ?disabled=${!this.choice || !!nobody}>${t(`keeping.${order}`)}</button>
      </div>
    </form>`;
  }

  /** @param {string} order @param {Choice} choice */
  #fields(order, choice) {
    const needed = order !== 'give-back';
    return html`${order === 'hand-over' ? this.#people(choice) : ''} ${order === 'escalate' && choice.above ? this.#above(choice.above) : ''}
      <div class="field">
        <label for="note">${t(needed ? 'keeping.note' : 'keeping.noteOptional')}</label>
        <textarea id="note" name="note" maxlength="4000" ?required=${needed} aria-describedby="missing"></textarea>
        <span id="missing" class="danger small" role="alert">${this.missing ? t(this.missing) : ''}</span>
      </div>`;
  }

  /** @param {Choice} choice */
  #people({ items }) {
    return html`<div class="field">
      <label for="to">${t('keeping.to')}</label>
      <select id="to" name="to">
        ${items.map(({ userId, name }) => html`<option value=${userId}>${name}</option>`)}
      </select>
    </div>`;
  }

  /** @param {NonNullable<Choice['above']>} above */
  #above({ areaNames, role, people }) {
    const names = people.slice(0, 4).map(({ name }) => name);
    return html`<p><strong>${t(`keeping.above.${role}`, { area: areaNames ? language.name(areaNames) : t('console.everything') })}</strong><br /><span class="second small">${names.join(', ')}${people.length > 4 ? ` +${people.length - 4}` : ''}</span></p>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const note = String(form.get('note') ?? '').trim();
    this.missing = !note && this.order !== 'give-back' ? 'keeping.noteMissing' : '';
    if (this.missing) return event.preventDefault();
    const to = form.get('to');
    const detail = { order: this.order, body: { ...(note ? { note } : {}), ...(to ? { to: Number(to) } : {}) } };
    this.dispatchEvent(new CustomEvent('keeping-order', { detail, bubbles: true, composed: true }));
  }

  #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

customElements.define('gw-hand-over', HandOverDialog);
