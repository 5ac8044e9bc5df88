// @ts-check
import { LitElement, css, html } from 'lit';
import { t } from '../state/language.js';
import { shared } from './styles.js';
import './icon.js';

/**
 * Something that must be answered before anything else: heading, content, and actions in the slot `actions`. Escape
 * closes it and goes no further; the rest of the page keeps quiet under it. Tells `dialog-close` however it was closed.
 */
export class Dialog extends LitElement {
  static properties = { heading: {}, wide: { type: Boolean, reflect: true }, bare: { state: true } };

  static styles = [
    shared,
    css`
      :host([wide]) dialog {
        width: min(var(--dialog-width, 680px), calc(100vw - 32px));
      }
      dialog {
        padding: 0;
        max-height: calc(100dvh - 48px);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 12px 0 20px;
      }
      .content {
        padding: 12px 20px 20px;
        overflow-y: auto;
      }
      .actions {
        display: flex;
        justify-content: flex-end;
        flex-wrap: wrap;
        gap: 8px;
        padding: 12px 20px;
        border-top: 1px solid var(--line);
        background: var(--panel);
      }
      .actions[hidden] {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.wide = false;
    /** Whether it has no actions. */ this.bare = true;
  }

  /** Whether it stands there now; what it tells when it closes comes a moment later. */
  get open() {
    return this.#dialog?.open ?? false;
  }

  async show() {
    await this.updateComplete;
    if (!this.open) this.#dialog.showModal();
    this.#reachByKeys();
    /** @type {HTMLElement | null} */ (this.querySelector('[autofocus]'))?.focus();
  }

  close() {
    this.#dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed} @cancel=${(/** @type {Event} */ event) => event.stopPropagation()} @keydown=${(/** @type {KeyboardEvent} */ event) => event.stopPropagation()}>
      <div class="head">
        <h2 id="heading" class="grow">${this.heading}</h2>
        <button type="button" class="plain" aria-label=${t('close')} title=${t('close')} @click=${this.close}><gw-icon name="close"></gw-icon></button>
      </div>
      <div class="content stack"><slot></slot></div>
      <div class="actions" ?hidden=${this.bare}><slot name="actions" @slotchange=${(/** @type {Event} */ event) => (this.bare = /** @type {HTMLSlotElement} */ (event.target).assignedElements().length === 0)}></slot></div>
    </dialog>`;
  }

  /** What is longer than the dialog is scrolled by keys as well. */
  #reachByKeys() {
    const content = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.content'));
    content.toggleAttribute('tabindex', false);
    if (content.scrollHeight > content.clientHeight) content.tabIndex = 0;
  }

  /** Not told of one that is open again by then. */
  #closed() {
    if (this.open) return;
    this.dispatchEvent(new CustomEvent('dialog-close'));
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot?.querySelector('dialog'));
  }
}

customElements.define('gw-dialog', Dialog);
