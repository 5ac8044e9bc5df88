// @ts-check
import { LitElement, css, html } from 'lit';
import { AreaExport } from '../state/area-export.js';
import { language, t } from '../state/language.js';
import { saveFile } from '../ui/save-file.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';

const FORMATS = [['geojson', 'GeoJSON'], ['gpkg', 'GeoPackage'], ['csv', 'CSV'], ['kml', 'KML']];
/** Those that are not bound to WGS 84. */
const FORMATS_OF_ANY_CRS = ['gpkg', 'csv'];
const CRS = /^EPSG:\d{1,6}$/i;
const USUAL_CRS = ['EPSG:4326', 'EPSG:4490', 'EPSG:3857'];

/** The areas of a level as a file, in the chosen coordinate system. */
export class ExportPanel extends LitElement {
  static properties = { levels: { attribute: false }, crs: { state: true } };

  static styles = [
    shared,
    css`
      .level {
        font-size: var(--text-body);
      }
    `,
  ];

  #export = new AreaExport();
  #stores = new StoreController(this, [language, this.#export]);

  constructor() {
    super();
    /** @type {readonly any[]} */ this.levels = [];
    this.crs = '';
  }

  render() {
    const wrong = this.crs !== '' && !CRS.test(this.crs);
    return html`<div class="stack">
      <p class="second">${t('admin.exportSays')}</p>
      <label class="field"><span>${t('admin.export.crs')}</span>
        <input name="crs" list="systems" .value=${this.crs} placeholder="EPSG:4326" aria-invalid=${wrong} @input=${this.#choose} />
      </label>
      <datalist id="systems">${USUAL_CRS.map((crs) => html`<option value=${crs}></option>`)}</datalist>
      ${this.#told(wrong)}
      <ul class="stack">
        ${this.levels.map((level) => html`<li class="stack">
              <h2 class="level">${language.name(level.names)}</h2>
              <div class="row wrap">${FORMATS.map(([format, name]) => this.#button(level, format, name, wrong))}</div>
            </li>`)}
      </ul>
    </div>`;
  }

  /** @param {boolean} wrong */
  #told(wrong) {
    const { wanted, name, problem } = this.#export;
    return html`<div role="alert">${problem ? html`<p class="notice bad">${problemWords(problem)}</p>` : ''}</div>
      <div role="status">
        ${wrong ? html`<p class="notice warn">${t('admin.export.crsWrong')}</p>` : ''}
        ${wanted ? html`<p class="second">${t('admin.export.busy', { name: this.#called(wanted) })}</p>` : ''}
        ${name ? html`<p class="second">${t('admin.export.done', { name })}</p>` : ''}
      </div>`;
  }

  /** Does nothing while nobody knows in which system. @param {any} level @param {string} format @param {string} name @param {boolean} wrong */
  #button(level, format, name, wrong) {
    const any = FORMATS_OF_ANY_CRS.includes(format);
    const wanted = { format, level: level.code, crs: any ? this.crs : '' };
    return html`<button data-format=${format} data-level=${level.code} ?disabled=${!!this.#export.wanted || (any && wrong)} aria-label=${`${language.name(level.names)}: ${name}`} @click=${() => this.#save(wanted)}>${name}</button>`;
  }

  /** @param {import('../state/area-export.js').Wanted} wanted */
  #called({ format, level }) {
    const names = this.levels.find(({ code }) => code === level)?.names;
    return `${language.name(names) || level} (${FORMATS.find(([code]) => code === format)?.[1]})`;
  }

  /** @param {import('../state/area-export.js').Wanted} wanted */
  async #save(wanted) {
    const content = await this.#export.bring(wanted);
    if (content) saveFile(content, this.#export.name);
  }

  /** @param {Event} event */
  #choose(event) {
    this.crs = /** @type {HTMLInputElement} */ (event.target).value.trim();
    this.#export.forget();
  }
}

customElements.define('gw-export-panel', ExportPanel);
