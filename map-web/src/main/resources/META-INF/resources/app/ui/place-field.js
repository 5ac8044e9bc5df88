// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { gazetteer, PlaceSearch } from '../state/gazetteer.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';

/**
 * A field for a place: words, with suggestions while they are typed. `around` is a function that says what
 * the map shows. Tells `place-type` {text} and `place-pick` (the place). Without a gazetteer it is a plain field.
 */
export class PlaceField extends LitElement {
  static properties = { value: {}, label: {}, placeholder: {}, compact: { type: Boolean, reflect: true }, around: { attribute: false }, open: { state: true }, active: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
      }
      input {
        width: 100%;
      }
      .list {
        position: absolute;
        z-index: 20;
        inset-inline: 0;
        top: calc(100% + 4px);
        background: var(--panel);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        box-shadow: 0 8px 24px rgb(0 0 0 / 0.25);
        min-width: min(320px, 86vw);
      }
      ul {
        max-height: 360px;
        overflow: auto;
      }
      li {
        padding: 7px 10px;
        min-height: var(--target);
        cursor: pointer;
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 0 10px;
        align-items: baseline;
      }
      li.active {
        background: var(--accent-soft);
      }
      li .more {
        grid-column: 1 / -1;
      }
      p {
        padding: 8px 10px;
      }
    `,
  ];

  #search = new PlaceSearch();
  /** Enter came before the suggestions: the first of them is meant. */
  #eager = false;
  #stores = new StoreController(this, [language, gazetteer, this.#search]);

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.placeholder = '';
    this.compact = false;
    /** @type {(() => import('../state/gazetteer.js').View | null | undefined) | null} */ this.around = null;
    this.open = false;
    this.active = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    gazetteer.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#search.stop();
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    const { state, items } = this.#search;
    if (changes.has('active')) this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' });
    if (!this.#eager || state === 'waiting') return;
    this.#eager = false;
    if (items.length > 0) this.#pick(null, items[0]);
  }

  focus() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  render() {
    const shown = this.open && gazetteer.known && this.#search.state !== 'idle';
    const hint = this.open && gazetteer.empty && this.value !== '' && session.hasRole('OPERATOR', 'ADMINISTRATOR');
    const listed = shown && this.#search.items.length > 0;
    return html`<div class="field">
      ${this.compact ? '' : html`<label for="placeText">${this.label}</label>`}
      <input
        id=${this.compact ? 'jump' : 'placeText'}
        type="text"
        role=${gazetteer.known ? 'combobox' : nothing}
        autocomplete="off"
        aria-label=${this.compact ? this.label : nothing}
        aria-autocomplete=${gazetteer.known ? 'list' : nothing}
        aria-expanded=${gazetteer.known ? String(listed) : nothing}
        aria-controls=${listed ? 'found' : nothing}
        aria-activedescendant=${listed && this.active >= 0 ? `found-${this.active}` : nothing}
        placeholder=${this.placeholder}
        .value=${this.value}
        @input=${this.#typed}
        @keydown=${this.#key}
        @blur=${this.#close}
      />
      ${shown ? html`<div class="list">${listed ? html`<ul id="found" role="listbox" aria-label=${this.label}>${this.#search.items.map((place, i) => this.#choice(place, i))}</ul>` : ''}${this.#state()}</div>` : ''}
      ${hint ? html`<div class="list"><p class="small second" role="status">${t('place.noGazetteer')}</p></div>` : ''}
      <span class="unseen" role="status">${listed ? t('place.found', { n: this.#search.items.length }) : ''}</span>
    </div>`;
  }

  #state() {
    if (this.#search.state === 'failed') return html`<p class="small danger" role="alert">${t('place.failed')}</p>`;
    if (this.#search.state === 'ready' && this.#search.items.length === 0) return html`<p class="small second" role="status">${t('place.none')}</p>`;
    return this.#search.state === 'waiting' ? html`<p class="small second">${t('place.searching')}</p>` : '';
  }

  /** @param {import('../state/gazetteer.js').Place} place @param {number} i */
  #choice(place, i) {
    const name = language.name(place.names);
    const more = [place.detail, otherName(place, name), language.name(place.cell?.names)].filter(Boolean).join(' · ');
    return html`<li id="found-${i}" role="option" class=${i === this.active ? 'active' : ''} aria-selected=${String(i === this.active)} @mousedown=${(/** @type {Event} */ event) => this.#pick(event, place)}>
      <span class="cut">${name}</span>
      <span class="small second">${t(`place.kind.${place.kind}`)}${place.metres == null ? '' : html` · ${language.distance(place.metres)}`}</span>
      ${more ? html`<span class="more small second cut">${more}</span>` : ''}
    </li>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    event.stopPropagation();
    this.value = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = -1;
    this.open = true;
    this.#eager = false;
    this.#search.ask(this.value, this.around?.());
    this.#tell('place-type', { text: this.value });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { items } = this.#search;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && this.open && items.length > 0) this.active = (this.active + step + (this.active < 0 && step < 0 ? 1 : 0) + items.length) % items.length;
    else if (event.key === 'Enter' && this.open && items.length > 0) return this.#pick(event, items[Math.max(0, this.active)]);
    else if (event.key === 'Enter' && this.open && this.#search.state === 'waiting') this.#eager = true;
    else if (event.key === 'Escape' && this.open) this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Event | null} event @param {import('../state/gazetteer.js').Place} place */
  #pick(event, place) {
    event?.preventDefault();
    event?.stopPropagation();
    this.value = language.name(place.names);
    this.#close();
    this.#tell('place-pick', place);
  }

  #close() {
    this.open = false;
    this.active = -1;
    this.#eager = false;
    this.#search.stop();
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** The name in another language, where it says more. @param {import('../state/gazetteer.js').Place} place @param {string} name */
function otherName({ names }, name) {
  return Object.values(names).find((other) => other !== name && !name.includes(other) && !other.includes(name));
}

customElements.define('gw-place-field', PlaceField);
