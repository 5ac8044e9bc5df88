// @ts-check
import { LitElement, css, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { severityWord } from './words.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';

/** Choose a category by typing part of its name. Tells `category-pick` {code}. */
export class CategoryPicker extends LitElement {
  static properties = { value: {}, open: { state: true }, active: { state: true }, text: { state: true }, severities: { type: Boolean } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 5;
        inset-inline: 0;
        top: calc(100% + 4px);
        max-height: 280px;
        overflow: auto;
        background: var(--panel);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
      }
      li {
        padding: 8px 10px;
        cursor: pointer;
        display: flex;
        gap: 8px;
        justify-content: space-between;
      }
      li.active {
        background: var(--accent-soft);
      }
      .none {
        cursor: default;
        color: var(--text-second);
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue]);

  constructor() {
    super();
    this.value = '';
    this.open = false;
    this.active = 0;
    this.text = '';
    this.severities = false;
  }

  focus() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  render() {
    const found = this.#found();
    return html`<div class="field">
      <label for="category">${t('form.category')}</label>
      <input
        id="category"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded=${String(this.open)}
        aria-controls="found"
        aria-activedescendant=${this.open && found.length > 0 ? `found-${this.active}` : ''}
        placeholder=${t('form.categorySearch')}
        .value=${this.open ? this.text : this.#chosenName()}
        @click=${this.#start}
        @input=${this.#typed}
        @keydown=${this.#key}
        @blur=${() => (this.open = false)}
      />
      <ul id="found" role="listbox" aria-label=${t('form.category')} ?hidden=${!this.open}>
        ${found.map((category, i) => this.#choice(category, i))}
        ${found.length === 0 ? html`<li class="none" role="option" aria-disabled="true" aria-selected="false">${t('form.categoryNone')}</li>` : ''}
      </ul>
    </div>`;
  }

  /** @param {import('../lib/types.js').Category} category @param {number} i */
  #choice(category, i) {
    return html`<li id="found-${i}" role="option" class=${i === this.active ? 'active' : ''} aria-selected=${String(category.code === this.value)} @mousedown=${() => this.#pick(category.code)}>
      <span>${language.name(category.names)}</span>
      ${this.severities ? html`<span class="second small">${severityWord(category.severity)}</span>` : ''}
    </li>`;
  }

  #found() {
    return catalogue.search(this.open ? this.text : '');
  }

  #chosenName() {
    return this.value ? catalogue.nameOf(this.value, language.current) : '';
  }

  #start() {
    if (this.open) return;
    this.text = '';
    this.active = Math.max(0, catalogue.list.findIndex(({ code }) => code === this.value));
    this.open = true;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = 0;
    this.open = true;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const found = this.#found();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.open) this.#start();
    else if (step) {
      this.active = (this.active + step + found.length) % Math.max(1, found.length);
    } else if (event.key === 'Enter' && this.open && found[this.active]) this.#pick(found[this.active].code);
    else if (event.key === 'Escape' && this.open) this.open = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} code */
  #pick(code) {
    this.value = code;
    this.open = false;
    this.dispatchEvent(new CustomEvent('category-pick', { detail: { code }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-category', CategoryPicker);
