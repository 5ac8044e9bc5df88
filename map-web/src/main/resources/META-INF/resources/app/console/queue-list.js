// @ts-check
import { LitElement, html } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { FILTERS, arrange } from '../lib/queue.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { HEADING_PIXELS, ROW_PIXELS, rowContent, rowLabel, rowsOf } from './queue-rows.js';
import { queueStyles } from './queue-styles.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {import('./queue-rows.js').Row} Row */

const SPARE_PIXELS = 300;

/** The operator's queue: only the rows in view exist. Tells `incident-pick` {id} and `incident-open` {id}. */
export class QueueList extends LitElement {
  static properties = {
    incidents: { attribute: false },
    selectedId: {},
    state: {},
    filter: { state: true },
    text: { state: true },
    scrolled: { state: true },
  };

  static styles = [shared, queueStyles];

  #stores = new StoreController(this, [language, catalogue], 15_000);
  /** @type {Row[]} */
  #rows = [];

  constructor() {
    super();
    /** @type {Incident[]} */ this.incidents = [];
    /** @type {string | null} */ this.selectedId = null;
    this.state = 'loading';
    /** @type {import('../lib/queue.js').QueueFilter} */ this.filter = 'all';
    this.text = '';
    this.scrolled = 0;
  }

  focusSearch() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('#search'))?.focus();
  }

  focusList() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.options'))?.focus({ preventScroll: true });
  }

  /** @param {number} by rows forward or back */
  step(by) {
    const items = this.#rows.flatMap(({ incident }) => (incident ? [incident] : []));
    const at = items.findIndex(({ id }) => id === this.selectedId);
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))] ?? items[0];
    if (next) this.#tell('incident-pick', next.id);
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('selectedId')) this.#reveal();
  }

  render() {
    const now = Date.now();
    const groups = arrange(this.#matching(), this.filter, now);
    this.#rows = rowsOf(groups);
    const count = groups.reduce((n, { items }) => n + items.length, 0);
    return html`
      <div class="tools">
        <input id="search" type="search" aria-label=${t('queue.search')} placeholder=${t('queue.search')} .value=${this.text} @input=${this.#search} @keydown=${this.#searchKey} />
        <div class="filters" role="group" aria-label=${t('queue.filter')}>${FILTERS.map((filter) => this.#filterButton(filter))}</div>
      </div>
      ${count === 0 ? this.#nothing() : this.#list(now, count)}
      <p class="foot small second">${t('queue.count', { n: count })}</p>
    `;
  }

  /** @param {number} now @param {number} count */
  #list(now, count) {
    const last = this.#rows[this.#rows.length - 1];
    const height = last.top + ROW_PIXELS;
    const inView = this.#rows.filter(({ top }) => top > this.scrolled - SPARE_PIXELS && top < this.scrolled + this.clientHeight + SPARE_PIXELS);
    const active = inView.some(({ incident }) => incident?.id === this.selectedId);
    return html`<div class="list" @scroll=${this.#scroll}>
      ${repeat(inView.filter(({ incident }) => !incident), ({ group }) => group, (row) => this.#heading(row))}
      <div class="options" role="listbox" tabindex="0" aria-label=${t('queue.title', { n: count })} aria-activedescendant=${active ? `row-${this.selectedId}` : ''} .style=${`block-size:${height}px`}>
        ${repeat(inView.filter(({ incident }) => incident), ({ incident }) => incident?.id, (row) => this.#row(row, now))}
      </div>
    </div>`;
  }

  /** @param {Row} row */
  #heading({ top, group, count }) {
    return html`<div class="row-box heading" aria-hidden="true" .style=${`inset-block-start:${top}px`}><span>${t(`group.${group}`)}</span><span>${count}</span></div>`;
  }

  /** @param {Row} row @param {number} now */
  #row({ top, group, incident }, now) {
    if (!incident) return '';
    return html`<div
      id="row-${incident.id}"
      class="row-box option"
      role="option"
      aria-selected=${String(incident.id === this.selectedId)}
      aria-label=${rowLabel(incident, group)}
      data-number=${incident.number}
      .style=${`inset-block-start:${top}px`}
      @click=${() => this.#tell('incident-pick', incident.id)}
    >
      ${rowContent(incident, now)}
    </div>`;
  }

  /** @param {import('../lib/queue.js').QueueFilter} filter */
  #filterButton(filter) {
    return html`<button aria-pressed=${String(this.filter === filter)} @click=${() => (this.filter = filter)}>${t(`filter.${filter}`)}</button>`;
  }

  #nothing() {
    const key = this.state === 'loading' ? 'queue.loading' : this.state === 'failed' ? 'queue.failed' : this.incidents.length > 0 ? 'queue.noMatch' : 'queue.empty';
    return html`<div class="list state">
      <p>${t(key)}</p>
      ${this.state === 'failed' ? html`<button @click=${() => this.#tell('queue-reload', '')}>${t('retry')}</button>` : ''}
    </div>`;
  }

  #matching() {
    const wanted = this.text.trim().toLowerCase();
    if (!wanted) return this.incidents;
    return this.incidents.filter((incident) =>
      [`#${incident.number}`, incident.placeText ?? '', incident.assignee?.name ?? '', catalogue.nameOf(incident.category, language.current)].some((word) =>
        word.toLowerCase().includes(wanted),
      ),
    );
  }

  /** @param {InputEvent} event */
  #search(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
  }

  /** @param {KeyboardEvent} event */
  #searchKey(event) {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.key === 'Escape') this.text = '';
    event.stopPropagation();
    this.focusList();
  }

  /** @param {Event} event */
  #scroll(event) {
    this.scrolled = /** @type {HTMLElement} */ (event.target).scrollTop;
  }

  #reveal() {
    const list = this.renderRoot.querySelector('.list');
    const row = this.#rows.find(({ incident }) => incident && incident.id === this.selectedId);
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
