// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { PlaceSearch } from '../state/gazetteer.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { keyCap } from './key-cap.js';
import { findAll } from './palette-sources.js';
import '../ui/icon.js';

/** One field for everything: commands, cases by number, areas, workers, places. `desk` is what the actions work on. */
export class CommandPalette extends LitElement {
  static properties = { desk: { attribute: false }, text: { state: true }, active: { state: true }, shown: { state: true } };

  static styles = [
    shared,
    css`
      dialog {
        width: min(600px, calc(100vw - 32px));
        margin-top: 12vh;
        padding: 0;
        overflow: hidden;
      }
      input {
        border: 0;
        border-bottom: 1px solid var(--line);
        border-radius: 0;
        background: transparent;
        padding: 14px 18px;
        font-size: var(--text-large);
      }
      input:focus-visible {
        outline-offset: -3px;
      }
      .found {
        max-height: min(460px, 56vh);
        overflow-y: auto;
        padding: 6px;
      }
      .kind {
        padding: 8px 12px 4px;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--text-second);
      }
      .one {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 38px;
        padding: 4px 12px;
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      .one[aria-selected='true'] {
        background: var(--accent-soft);
      }
      .one gw-icon {
        color: var(--text-second);
      }
      .words {
        flex: 0 1 auto;
      }
    `,
  ];

  #search = new PlaceSearch();
  #stores = new StoreController(this, [language, this.#search]);
  /** @type {import('./palette-sources.js').Found[]} */
  #found = [];

  constructor() {
    super();
    /** @type {any} */ this.desk = null;
    this.text = '';
    this.active = 0;
    /** Whether there is anyone to search for. */ this.shown = false;
  }

  get open() {
    return this.#dialog()?.open ?? false;
  }

  async show() {
    this.text = '';
    this.active = 0;
    this.shown = true;
    await this.updateComplete;
    this.#dialog().showModal();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  render() {
    this.#found = this.shown ? findAll(this.text, this.desk, this.#search.items) : [];
    this.active = Math.min(this.active, Math.max(0, this.#found.length - 1));
    const there = this.#found.length > 0;
    return html`<dialog aria-label=${t('action.palette')} @close=${this.#closed} @keydown=${this.#key} @click=${this.#beside}>
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${t('palette.hint')}
        placeholder=${t('palette.hint')}
        aria-expanded=${String(there)}
        aria-controls=${there ? 'found' : nothing}
        aria-activedescendant=${there ? `found-${this.active}` : nothing}
        .value=${this.text}
        @input=${this.#typed}
      />
      ${there
        ? html`<div id="found" class="found" role="listbox" aria-label=${t('palette.found')}>${this.#found.map((one, i) => this.#row(one, i))}</div>`
        : html`<p class="state" role="status">${t('palette.nothing')}</p>`}
    </dialog>`;
  }

  /** @param {import('./palette-sources.js').Found} one @param {number} i */
  #row(one, i) {
    const first = i === 0 || this.#found[i - 1].kind !== one.kind;
    return html`${first ? html`<div class="kind" role="presentation">${t(`palette.kind.${one.kind}`)}</div>` : ''}
      <div id="found-${i}" class="one" role="option" aria-selected=${String(i === this.active)} @click=${() => this.#run(one)} @pointermove=${() => (this.active = i)}>
        <gw-icon name=${one.sign}></gw-icon><span class="cut words">${one.words}</span><span class="grow cut small second">${one.more ?? ''}</span>${one.key ? html`<span>${keyCap(one.key)}</span>` : ''}
      </div>`;
  }

  updated() {
    this.renderRoot.querySelector(`#found-${this.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = 0;
    this.#search.ask(this.text, this.desk.view.map?.view());
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    const count = this.#found.length;
    if (event.key === 'ArrowDown' && count) this.active = (this.active + 1) % count;
    else if (event.key === 'ArrowUp' && count) this.active = (this.active + count - 1) % count;
    else if (event.key === 'Enter' && this.#found[this.active]) this.#run(this.#found[this.active]);
    else return;
    event.preventDefault();
  }

  /** @param {import('./palette-sources.js').Found} one */
  #run(one) {
    this.#dialog().close();
    one.run();
  }

  /** @param {MouseEvent} event */
  #beside(event) {
    if (event.target === event.currentTarget) this.#dialog().close();
  }

  #closed() {
    if (this.open) return;
    this.shown = false;
    this.#search.stop();
  }

  #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

customElements.define('gw-palette', CommandPalette);
