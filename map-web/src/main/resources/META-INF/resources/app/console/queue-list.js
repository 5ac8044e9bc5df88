// @ts-check
import { LitElement, css, html } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { FILTERS, arrange } from '../lib/queue.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { rowContent, rowLabel } from './queue-rows.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{top: number, group: string, count?: number, incident?: Incident}} Row */

const ROW_PIXELS = 66;
const HEADING_PIXELS = 32;
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

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--panel);
      }
      .tools {
        padding: 12px;
        display: grid;
        gap: 8px;
        border-bottom: 1px solid var(--line);
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .filters button {
        min-height: 28px;
        padding: 2px 9px;
        font-size: var(--text-small);
        border-color: var(--line);
        border-radius: 14px;
      }
      .filters button[aria-pressed='true'] {
        border-color: var(--accent);
      }
      .list {
        position: relative;
        flex: 1;
        overflow-y: auto;
        min-height: 0;
      }
      .list:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: -3px;
      }
      .options {
        position: relative;
        outline: none;
      }
      .heading {
        pointer-events: none;
      }
      .row-box {
        position: absolute;
        inset-inline: 0;
      }
      .heading {
        height: ${HEADING_PIXELS}px;
        padding: 12px 14px 0;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--text-second);
        display: flex;
        justify-content: space-between;
      }
      .option {
        height: ${ROW_PIXELS}px;
        padding: 9px 14px 0 11px;
        display: flex;
        gap: 10px;
        cursor: pointer;
        border-inline-start: 3px solid transparent;
      }
      .option:hover {
        background: var(--raised);
      }
      .option[aria-selected='true'] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .option gw-mark {
        margin-top: 2px;
      }
      .body {
        flex: 1;
        min-width: 0;
        display: grid;
        gap: 1px;
        align-content: start;
        grid-template-columns: minmax(0, 1fr);
      }
      .first {
        display: flex;
        gap: 8px;
        justify-content: space-between;
        align-items: baseline;
      }
      .first > :first-child {
        flex: 1 1 32%;
        min-width: 0;
      }
      .what {
        font-weight: 600;
      }
      .due {
        font-size: var(--text-small);
        white-space: nowrap;
      }
      .who {
        flex: 0 1 auto;
        max-width: 68%;
        text-align: end;
      }
      .bar {
        height: 2px;
        margin-top: 5px;
        background: var(--line);
        border-radius: 1px;
        display: block;
        overflow: hidden;
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--state-quiet);
      }
      .bar i.over {
        background: var(--state-late);
      }
      .foot {
        padding: 8px 14px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

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

/** @param {ReturnType<typeof arrange>} groups @returns {Row[]} */
function rowsOf(groups) {
  let top = 0;
  return groups.flatMap(({ group, items }) => {
    /** @type {Row[]} */
    const rows = [{ top, group, count: items.length }];
    top += HEADING_PIXELS;
    for (const incident of items) {
      rows.push({ top, group, incident });
      top += ROW_PIXELS;
    }
    return rows;
  });
}

customElements.define('gw-queue', QueueList);
