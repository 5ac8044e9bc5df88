// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { csvOf } from '../lib/insight.js';
import { shareOut, sortReach } from '../lib/reach.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { measuredWords } from '../ui/facility-words.js';
import { shared } from '../ui/styles.js';
import { areaTableStyles } from './area-table-styles.js';
import { percent } from './formats.js';

/** @typedef {import('../lib/reach.js').Column} Column */
/** @typedef {import('../lib/reach.js').ReachRow} ReachRow */

/** @type {readonly Column[]} */
const COLUMNS = ['name', 'all', 'out', 'share'];
const STEP = 200;

/** Areas by how many in them have no service place near. Properties `table`, `pointed`; tells `area-open` {id}, `area-point` {id}. */
export class ReachTable extends LitElement {
  static properties = { table: { attribute: false }, of: {}, pointed: { attribute: false }, column: { state: true }, down: { state: true }, shown: { state: true } };

  static styles = [
    shared,
    areaTableStyles,
    css`
      .foot {
        padding: 10px 16px;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {{items: ReachRow[], all: import('../lib/reach.js').Count, distance: string, attribution: string | null} | null} */ this.table = null;
    this.of = 'addresses';
    /** @type {number | null} */ this.pointed = null;
    /** @type {Column} */ this.column = 'out';
    this.down = true;
    this.shown = STEP;
  }

  render() {
    if (!this.table) return '';
    if (this.table.all.all === 0) return html`<p class="state">${t(`reach.nobody.${this.of}`)}</p>`;
    const rows = sortReach(this.table.items, this.column, this.down, nameOf);
    const most = Math.max(1, ...rows.map(({ count }) => count.out));
    return html`<div class="frame">
        <table>
          <caption class="unseen">${t('reach.table')}</caption>
          <thead>
            <tr>${COLUMNS.map((column) => this.#head(column))}</tr>
          </thead>
          <tbody>
            <tr class="all">
              <th scope="row">${t('insight.all')}</th>
              ${this.#cells(this.table.all, 0)}
            </tr>
            ${rows.slice(0, this.shown).map((row) => this.#row(row, most))}
          </tbody>
        </table>
      </div>
      ${rows.length > this.shown ? html`<div class="more"><button @click=${() => (this.shown += STEP)}>${t('insight.more', { n: rows.length - this.shown })}</button></div>` : ''}
      <p class="foot small second">${measuredWords(this.table)}</p>`;
  }

  /** @param {Column} column */
  #head(column) {
    const sorted = this.column === column;
    return html`<th scope="col" aria-sort=${sorted ? (this.down ? 'descending' : 'ascending') : 'none'}>
      <button data-column=${column} @click=${() => this.#sort(column)}>${t(column === 'all' ? `reach.of.${this.of}` : `reach.column.${column}`)}${sorted ? (this.down ? ' ↓' : ' ↑') : ''}</button>
    </th>`;
  }

  /** @param {ReachRow} row @param {number} most */
  #row(row, most) {
    return html`<tr class=${this.pointed === row.id ? 'pointed' : ''} @pointerenter=${() => this.#send('area-point', row.id)} @pointerleave=${() => this.#send('area-point', null)}>
      <td><button data-area=${row.id} @click=${() => this.#send('area-open', row.id)}>${nameOf(row)}</button></td>
      ${this.#cells(row.count, most)}
    </tr>`;
  }

  /** @param {import('../lib/reach.js').Count} count @param {number} most 0: no bar */
  #cells(count, most) {
    const bar = most > 0 ? html`<svg viewBox="0 0 44 6" aria-hidden="true">${svg`<rect class="track" width="44" height="6" rx="3"></rect><rect class="filled" width=${(44 * count.out) / most} height="6" rx="3"></rect>`}</svg>` : '';
    return html`<td>${language.number(count.all)}</td>
      <td><span class="count">${bar}<span class="n">${language.number(count.out)}</span></span></td>
      <td>${percent(shareOut(count))}</td>`;
  }

  /** @param {Column} column */
  #sort(column) {
    this.down = this.column === column ? !this.down : column !== 'name';
    this.column = column;
    this.shown = STEP;
  }

  /** Every row in the order shown, with plain numbers. */
  csv() {
    const rows = sortReach(this.table?.items ?? [], this.column, this.down, nameOf);
    const body = rows.map((row) => [row.code, nameOf(row), row.count.all, row.count.out, shareOut(row.count)]);
    return csvOf([['code', 'name', this.of, 'out_of_reach', 'share'], ...body]);
  }

  /** @param {string} type @param {number | null} id */
  #send(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id } }));
  }
}

/** @param {ReachRow} row */
function nameOf({ names, code }) {
  return language.name(names) || code;
}

customElements.define('gw-reach-table', ReachTable);
