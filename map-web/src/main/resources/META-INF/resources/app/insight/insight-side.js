// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { saveFile } from '../ui/save-file.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import './area-table.js';
import './case-rows.js';
import './reach-table.js';

/** The figures of the areas below, or the cases of a cell. Properties `store`, `pointed`; tells `area-open` {id}, `area-point` {id}. */
export class InsightSide extends LitElement {
  static properties = { store: { attribute: false }, pointed: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
        min-width: 0;
        background: var(--panel);
        border-inline-start: 1px solid var(--line);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 10px 16px 6px;
      }
      .scroll {
        overflow: auto;
        min-height: 0;
      }
      .scroll:focus-visible {
        outline-offset: -3px;
      }
      .busy {
        opacity: 0.6;
      }
      @media (max-width: 900px) {
        :host {
          display: block;
          border: 0;
          border-top: 1px solid var(--line);
        }
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {import('../state/insight.js').InsightStore | any} */ this.store = null;
    /** @type {number | null} */ this.pointed = null;
  }

  render() {
    const { area, table, cases, view, reach } = this.store;
    const far = view.mode === 'reach';
    const title = area ? language.name(area.names) || area.code : t('insight.everything');
    return html`<div class="head">
        <h2 class="grow cut">${title}</h2>
        ${area?.cell && !far ? '' : html`<button data-csv ?disabled=${far ? !reach.answer : !table.answer} @click=${this.#csv}>${t('insight.csv')}</button>`}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t(far ? 'reach.table' : area?.cell ? 'insight.cases' : 'insight.table')}>
        ${far ? this.#reach(reach, view.reach.of) : area?.cell ? this.#cases(cases) : this.#table(table)}
      </div>`;
  }

  /** @param {import('../state/insight.js').InsightStore['table']} table */
  #table(table) {
    if (!table.answer) return this.#state(table.state);
    if (table.answer.items.length === 0) return html`<p class="state">${t('insight.noAreas')}</p>`;
    return html`<gw-area-table
      class=${table.state === 'loading' ? 'busy' : ''}
      .table=${table.answer}
      .pointed=${this.pointed}
      @area-open=${this.#pass}
      @area-point=${this.#pass}
    ></gw-area-table>`;
  }

  /** @param {import('../state/insight.js').InsightStore['reach']} reach @param {string} of */
  #reach(reach, of) {
    if (!reach.answer) return this.#state(reach.state);
    return html`<gw-reach-table class=${reach.state === 'loading' ? 'busy' : ''} .table=${reach.answer} .of=${of} .pointed=${this.pointed} @area-open=${this.#pass} @area-point=${this.#pass}></gw-reach-table>`;
  }

  /** @param {import('../state/insight.js').InsightStore['cases']} cases */
  #cases(cases) {
    if (!cases.answer) return this.#state(cases.state);
    if (cases.answer.items.length === 0) return html`<p class="state">${t('insight.nothing')}</p>`;
    return html`<gw-case-rows .items=${cases.answer.items} ?more=${!!cases.answer.next} @cases-more=${() => this.store.moreCases()}></gw-case-rows>`;
  }

  /** @param {string} state */
  #state(state) {
    const failed = state === 'failed';
    return html`<div class="state" role="status">
      <p>${t(failed ? 'insight.failed' : state === 'reading' ? 'insight.reading' : 'loading')}</p>
      ${failed ? html`<button @click=${() => this.store.refresh()}>${t('retry')}</button>` : ''}
    </div>`;
  }

  /** @param {CustomEvent} event */
  #pass({ type, detail }) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #csv() {
    const table = /** @type {import('./area-table.js').AreaTable} */ (this.renderRoot.querySelector('gw-area-table, gw-reach-table'));
    const name = `gridward-${this.store.view.mode === 'reach' ? `${this.store.view.reach.kind}-` : ''}${this.store.area?.code ?? 'all'}.csv`;
    saveFile(new Blob(['\ufeff', table.csv()], { type: 'text/csv' }), name);
  }
}

customElements.define('gw-insight-side', InsightSide);
