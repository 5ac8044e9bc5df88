// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';
import { importRun } from './import-run.js';

const OPTIONAL = ['parent', 'nameZh'];

/** Takes areas in from a file, step by step; everything happens in the store. */
export class ImportPanel extends LitElement {
  static properties = { store: { attribute: false }, levels: { attribute: false } };

  static styles = [
    shared,
    css`
      .scroll {
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      table {
        border-collapse: collapse;
        font-size: var(--text-small);
        white-space: nowrap;
      }
      th,
      td {
        text-align: start;
        padding: 5px 10px;
        border-bottom: 1px solid var(--line);
        max-width: 180px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .found {
        overflow-wrap: anywhere;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 10px;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .check input {
        width: 20px;
        min-height: 20px;
      }
      .run {
        position: sticky;
        bottom: -16px;
        padding: 12px 0 16px;
        background: var(--panel);
        border-top: 1px solid var(--line);
      }
      progress {
        width: 100%;
        accent-color: var(--accent);
      }
      .faults li {
        padding: 6px 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);
  /** How the run stood when it was shown last. */
  #stood = '';

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any[]} */ this.levels = [];
  }

  render() {
    const { busy, problem, preview, id } = this.store;
    return html`<div class="stack">
      <label class="field"><span>${t('admin.import.file')}</span>
        <input type="file" data-file ?disabled=${busy || this.store.running} accept=".geojson,.json,.topojson,.zip,.gpkg,.kml,.kmz,.csv" @change=${this.#picked} />
      </label>
      <p class="small second">${t('admin.import.formats')}</p>
      ${busy && !preview ? html`<p role="status">${t(id ? 'loading' : 'form.sending')}</p>` : ''}
      <div role="alert">${problem ? html`<p class="notice bad">${problemWords(problem)}</p>` : ''}</div>
      ${id ? this.#reading() : ''} ${preview ? html`${this.#table(preview)} ${this.#choice(preview)} ${importRun(this.store)}` : ''}
    </div>`;
  }

  #reading() {
    const { reading } = this.store;
    return html`<details ?open=${!this.store.preview}>
      <summary>${t('admin.import.reading')}</summary>
      <form class="stack" @submit=${this.#again} @input=${(/** @type {Event} */ event) => this.#typed(event, 'read')}>
        <div class="two">
          <label class="field"><span>${t('admin.import.crs')}</span><input name="crs" .value=${reading.crs} placeholder="EPSG:4547, gcj02" /></label>
          <label class="field"><span>${t('admin.import.encoding')}</span><input name="encoding" .value=${reading.encoding} placeholder="GB18030" /></label>
        </div>
        <label class="field"><span>${t('admin.import.layer')}</span><input name="layer" .value=${reading.layer} /></label>
        <button ?disabled=${this.store.busy}>${t('admin.import.again')}</button>
      </form>
    </details>`;
  }

  /** @param {import('../state/area-import.js').Preview} preview */
  #table({ columns, rows, crs, count, unreadable, looked }) {
    return html`<p class="small second found">${t('admin.import.found', { n: count ?? rows.length, crs })}${unreadable > 0 ? ` · ${t('admin.import.unreadable', { n: unreadable })}` : ''}</p>
      ${count != null && count > looked ? html`<p class="small second" data-some>${t('admin.import.some', { shown: language.number(looked), all: language.number(count) })}</p>` : ''}
      <div class="scroll" tabindex="0" role="region" aria-label=${t('admin.import.rows')}>
        <table data-rows=${rows.length}>
          <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
          <tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td>${row[column] ?? ''}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`;
  }

  /** @param {import('../state/area-import.js').Preview} preview */
  #choice({ columns }) {
    const { choice } = this.store;
    const known = this.levels.some(({ code }) => code === choice.level);
    return html`<form class="stack" @submit=${(/** @type {Event} */ event) => event.preventDefault()} @input=${(/** @type {Event} */ event) => this.#typed(event, 'choose')}>
      <label class="field"><span>${t('admin.import.level')}</span>
        <input name="level" list="levels" .value=${choice.level} placeholder="community" pattern="[a-z][a-z0-9\\-]*" />
        <datalist id="levels">${this.levels.map(({ code, names }) => html`<option value=${code}>${language.name(names)}</option>`)}</datalist>
      </label>
      ${choice.level && !known
        ? html`<div class="two">
              <label class="field"><span>${t('admin.import.levelName')}</span><input name="levelName" .value=${choice.levelName} placeholder="Community" /></label>
              <label class="field"><span>${t('admin.import.levelNameZh')}</span><input name="levelNameZh" .value=${choice.levelNameZh} placeholder="社区" /></label>
            </div>
            <label class="check"><input type="checkbox" name="cell" .checked=${choice.cell} />${t('admin.import.cell')}</label>`
        : ''}
      <div class="two">${['code', 'parent', 'name', 'nameZh'].map((field) => this.#column(field, columns))}</div>
      <label class="field"><span>${t('admin.draft.since')}</span><input name="effectiveAt" type="datetime-local" .value=${choice.effectiveAt} /></label>
    </form>`;
  }

  /** @param {string} field @param {string[]} columns */
  #column(field, columns) {
    const value = this.store.choice[field];
    return html`<label class="field"><span>${t(`admin.import.column.${field}`)}</span>
      <select name=${field}>
        <option value="" ?selected=${!value}>${t(OPTIONAL.includes(field) ? 'admin.import.none' : 'admin.import.pick')}</option>
        ${columns.map((column) => html`<option ?selected=${column === value}>${column}</option>`)}
      </select>
    </label>`;
  }

  /** What came of it may lie below what fits. */
  updated() {
    const state = this.store.run?.state ?? '';
    if (state && state !== this.#stood) this.renderRoot.querySelector('[data-run]')?.scrollIntoView({ block: 'nearest' });
    this.#stood = state;
  }

  /** @param {Event} event */
  #picked(event) {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
    if (file) this.store.send(file);
  }

  /** @param {Event} event @param {'read' | 'choose'} what */
  #typed(event, what) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    this.store[what]({ [field.name]: field.type === 'checkbox' ? field.checked : field.value.trim() });
  }

  /** @param {SubmitEvent} event */
  #again(event) {
    event.preventDefault();
    this.store.look();
  }
}

customElements.define('gw-import-panel', ImportPanel);
