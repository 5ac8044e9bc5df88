// @ts-check
import { LitElement, html } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { HEADING_PIXELS, ROW_PIXELS, indexOf, rowAt, rowsBetween } from '../lib/queue-layout.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { rowContent, rowLabel } from './queue-rows.js';
import { queueStyles } from './queue-styles.js';
import './batch-bar.js';
import './queue-tools.js';

const SPARE_PIXELS = 300;

/**
 * The operator's queue: only the rows in view exist, however many there are. `store` is a Queue. Tells `incident-pick` {id},
 * `queue-reload`; what the bar and the tools tell goes through.
 */
export class QueueList extends LitElement {
  static properties = { store: { attribute: false }, filters: { attribute: false }, selectedId: {}, state: {}, mayAct: { type: Boolean }, capped: { type: Boolean }, scrolled: { state: true } };
  static styles = [shared, queueStyles];

  #stores = new StoreController(this, [language], 15_000, () => [this.store]);
  /** @type {string | null} where a stretch of marks began */
  #anchor = null;

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.filters = null;
    /** @type {string | null} */ this.selectedId = null;
    this.state = 'loading';
    this.mayAct = false;
    /** More is open than could be read. */ this.capped = false;
    this.scrolled = 0;
  }

  focusSearch() {
    /** @type {any} */ (this.renderRoot.querySelector('gw-queue-tools'))?.focusSearch();
  }

  narrow() {
    /** @type {any} */ (this.renderRoot.querySelector('gw-queue-tools'))?.narrow();
  }

  focusList() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.options'))?.focus({ preventScroll: true });
  }

  /** @param {number} by rows forward or back @param {boolean} [marking] both rows are marked */
  step(by, marking = false) {
    const next = this.store.neighbour(this.selectedId, by);
    if (!next) return;
    if (marking) this.store.mark([...this.store.marked, ...(this.selectedId ? [this.selectedId] : []), next.id]);
    this.#tell('incident-pick', next.id);
  }

  /** Marks the row that is looked at, or takes the mark away. */
  toggle() {
    const at = this.selectedId ?? this.store.neighbour(null, 0)?.id;
    if (at) this.#mark(at);
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('selectedId')) this.#reveal();
  }

  render() {
    this.store.refresh();
    const { laid } = this.store;
    return html`
      <gw-queue-tools .store=${this.store} .filters=${this.filters} @queue-leave=${() => this.focusList()}></gw-queue-tools>
      ${laid.count === 0 ? this.#nothing() : this.#list(laid)}
      <div class="foot">
        <p class="small second">${t('queue.count', { n: laid.count })}${this.capped ? html` · <span class="warn">${t('queue.capped')}</span>` : ''}</p>
        ${this.store.marked.size > 0 ? html`<gw-batch-bar .store=${this.store} ?mayAct=${this.mayAct}></gw-batch-bar>` : ''}
      </div>
    `;
  }

  /** @param {any} laid */
  #list({ sections, count, height }) {
    const [from, to] = [this.scrolled - SPARE_PIXELS, this.scrolled + (this.clientHeight || 900) + SPARE_PIXELS];
    const rows = rowsBetween(sections, from, to);
    const active = rows.some(({ incident }) => incident.id === this.selectedId);
    return html`<div class="list" @scroll=${this.#scroll}>
      ${repeat(sections, (/** @type {any} */ { group }) => group, (/** @type {any} */ section) => this.#heading(section))}
      <div class="options" role="listbox" tabindex="0" aria-multiselectable="true" aria-label=${t('queue.title', { n: count })} aria-activedescendant=${active ? `row-${this.selectedId}` : ''} .style=${`block-size:${height}px`}>
        ${repeat(rows, ({ incident }) => incident.id, (row) => this.#row(row, count, Date.now()))}
      </div>
    </div>`;
  }

  /** @param {import('../lib/queue-layout.js').Section} section */
  #heading({ top, group, items }) {
    return html`<div class="row-box heading" aria-hidden="true" .style=${`inset-block-start:${top}px`}><span>${t(`group.${group}`)}</span><span>${language.number(items.length)}</span></div>`;
  }

  /** @param {import('../lib/queue-layout.js').Row} row @param {number} count @param {number} now */
  #row({ top, index, group, incident }, count, now) {
    const marked = this.store.marked.has(incident.id);
    return html`<div
      id="row-${incident.id}"
      class="row-box option ${marked ? 'marked' : ''} ${incident.id === this.selectedId ? 'looked' : ''}"
      role="option"
      aria-selected=${String(marked || incident.id === this.selectedId)}
      aria-posinset=${index + 1}
      aria-setsize=${count}
      aria-label=${`${marked ? `${t('queue.marked')}, ` : ''}${rowLabel(incident, group)}`}
      data-number=${incident.number}
      .style=${`inset-block-start:${top}px`}
      @click=${(/** @type {MouseEvent} */ event) => this.#clicked(event, incident.id)}
    >
      ${rowContent(incident, now, marked)}
    </div>`;
  }

  #nothing() {
    const key = this.state === 'loading' ? 'queue.loading' : this.state === 'failed' ? 'queue.failed' : this.store.size > 0 ? 'queue.noMatch' : 'queue.empty';
    return html`<div class="list state" role="status">
      <p>${t(key)}</p>
      ${this.state === 'failed' ? html`<button @click=${() => this.#tell('queue-reload', '')}>${t('retry')}</button>` : ''}
    </div>`;
  }

  /** @param {MouseEvent} event @param {string} id */
  #clicked(event, id) {
    if (event.shiftKey) this.store.markBetween(this.#anchor ?? this.selectedId, id);
    else if (event.ctrlKey || event.metaKey || /** @type {Element} */ (event.target).closest('[data-mark]')) this.#mark(id);
    else this.#tell('incident-pick', id);
  }

  /** @param {string} id */
  #mark(id) {
    this.#anchor = id;
    this.store.toggle(id);
  }

  /** @param {Event} event */
  #scroll(event) {
    this.scrolled = /** @type {HTMLElement} */ (event.target).scrollTop;
  }

  #reveal() {
    const list = this.renderRoot.querySelector('.list');
    const { sections } = this.store.laid;
    const row = this.selectedId ? rowAt(sections, indexOf(sections, this.selectedId)) : null;
    if (!list || !row) return;
    if (row.top < list.scrollTop + HEADING_PIXELS) list.scrollTop = Math.max(0, row.top - HEADING_PIXELS);
    else if (row.top + ROW_PIXELS > list.scrollTop + list.clientHeight) list.scrollTop = row.top + ROW_PIXELS - list.clientHeight;
  }

  /** @param {string} type @param {string} id */
  #tell(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-queue', QueueList);
