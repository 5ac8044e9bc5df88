// @ts-check
import { LitElement, html, svg } from 'lit';
import { changeOf, csvOf, sortRows } from '../lib/insight.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { changeWords, percent, spanOf } from './formats.js';
import { areaTableStyles } from './area-table-styles.js';

/** @typedef {import('../lib/insight.js').Column} Column */
/** @typedef {import('../lib/insight.js').AreaRow} AreaRow */

/** @type {readonly Column[]} */
const COLUMNS = ['name', 'count', 'change', 'accept', 'close', 'onTime'];
const STEP = 200;

/** Figures of areas, to sort by any column. Properties `table`, `pointed` (an area id); tells `area-open` {id}, `area-point` {id}. */
export class AreaTable extends LitElement {
  static properties = { table: { attribute: false }, pointed: { attribute: false }, column: { state: true }, down: { state: true }, shown: { state: true } };

  static styles = [shared, areaTableStyles];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {import('../state/insight.js').Table | null} */ this.table = null;
    /** @type {number | null} */ this.pointed = null;
    /** @type {Column} */ this.column = 'count';
    this.down = true;
    this.shown = STEP;
  }

  render() {
    if (!this.table) return '';
    const rows = sortRows(this.table.items, this.column, this.down, nameOf);
    const most = Math.max(1, ...this.table.items.map(({ figures }) => figures.count));
    return html`<div class="frame">
        <table>
          <caption class="unseen">${t('insight.table')}</caption>
          <thead>
            <tr>${COLUMNS.map((column) => this.#head(column))}</tr>
          </thead>
          <tbody>
            ${this.#all()} ${rows.slice(0, this.shown).map((row) => this.#row(row, most))}
          </tbody>
        </table>
      </div>
      ${rows.length > this.shown ? html`<div class="more"><button @click=${() => (this.shown += STEP)}>${t('insight.more', { n: rows.length - this.shown })}</button></div>` : ''}`;
  }

  /** @param {Column} column */
  #head(column) {
    const sorted = this.column === column;
    const order = this.down ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${sorted ? order : 'none'}>
      <button data-column=${column} title=${t(`insight.explain.${column}`)} @click=${() => this.#sort(column)}>${t(`insight.column.${column}`)}${sorted ? (this.down ? ' ↓' : ' ↑') : ''}</button>
    </th>`;
  }

  #all() {
    const figures = /** @type {import('../state/insight.js').Table} */ (this.table).all;
    return html`<tr class="all">
      <th scope="row">${t('insight.all')}</th>
      <td>${language.number(figures.count)}</td>
      ${this.#cells(figures)}
    </tr>`;
  }

  /** @param {AreaRow} row @param {number} most */
  #row(row, most) {
    const { figures } = row;
    return html`<tr class=${this.pointed === row.id ? 'pointed' : ''} @pointerenter=${() => this.#send('area-point', row.id)} @pointerleave=${() => this.#send('area-point', null)}>
      <td><button data-area=${row.id} @click=${() => this.#send('area-open', row.id)}>${nameOf(row)}</button></td>
      <td><span class="count"><svg viewBox="0 0 44 6" aria-hidden="true">${svg`<rect class="track" width="44" height="6" rx="3"></rect><rect class="filled" width=${(44 * figures.count) / most} height="6" rx="3"></rect>`}</svg><span class="n">${language.number(figures.count)}</span></span></td>
      ${this.#cells(figures)}
    </tr>`;
  }

  /** @param {import('../lib/insight.js').Figures} figures */
  #cells(figures) {
    return html`<td title=${t('insight.before', { n: figures.before })}>${changeWords(changeOf(figures), /** @type {import('../state/insight.js').Table} */ (this.table).all.before > 0 && figures.count > 0)}</td>
      <td>${spanOf(figures.acceptMedianSeconds)}</td>
      <td>${spanOf(figures.closeMedianSeconds)}</td>
      <td>${percent(figures.onTimeShare)}</td>`;
  }

  /** The same column again turns it round; numbers begin with the most. @param {Column} column */
  #sort(column) {
    this.down = this.column === column ? !this.down : column !== 'name';
    this.column = column;
    this.shown = STEP;
  }

  /** Every row in the order shown, with plain numbers. */
  csv() {
    const rows = sortRows(this.table?.items ?? [], this.column, this.down, nameOf);
    const head = ['code', 'name', 'incidents', 'before', 'open', 'accept_median_seconds', 'close_median_seconds', 'on_time_share'];
    return csvOf([
      head,
      ...rows.map((row) => {
        const { count, before, open, acceptMedianSeconds, closeMedianSeconds, onTimeShare } = row.figures;
        return [row.code, nameOf(row), count, before, open, acceptMedianSeconds, closeMedianSeconds, onTimeShare];
      }),
    ]);
  }

  /** @param {string} type @param {number | null} id */
  #send(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id } }));
  }
}

/** @param {AreaRow} row */
function nameOf({ names, code }) {
  return language.name(names) || code;
}

customElements.define('gw-area-table', AreaTable);
