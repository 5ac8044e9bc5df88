// @ts-check
import { LitElement, html } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { BANDWIDTHS, METRICS, MODES } from '../lib/insight.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import './reach-controls.js';
import { viewControlsStyles } from './view-controls-styles.js';

/** What the map shows and of what. Properties `view`, `kinds` of service places, `bandwidth` in metres, `cell` for a single cell; tells `view-change` with a part of the view. */
export class ViewControls extends LitElement {
  static properties = { view: { attribute: false }, kinds: { attribute: false }, bandwidth: { type: Number }, cell: { type: Boolean }, wanted: { state: true } };

  static styles = [shared, viewControlsStyles];

  #stores = new StoreController(this, [language, catalogue]);

  constructor() {
    super();
    /** @type {import('../lib/insight.js').View | null} */ this.view = null;
    /** @type {any[]} */ this.kinds = [];
    this.cell = false;
    this.bandwidth = 500;
    this.wanted = '';
  }

  render() {
    const view = this.view;
    if (!view) return '';
    return html`<div class="modes" role="group" aria-label=${t('insight.show')}>
        ${MODES.map((mode) => html`<button data-mode=${mode} aria-pressed=${String(view.mode === mode)} @click=${() => this.#tell({ mode })}>${t(`insight.mode.${mode}`)}</button>`)}
      </div>
      ${view.mode === 'reach' ? this.#reach(view.reach) : this.#incidents(view)}
      ${this.cell ? '' : this.#level(view.level)}
      <slot></slot>`;
  }

  /** @param {import('../lib/insight.js').View} view */
  #incidents(view) {
    return html`${this.#categories(view.categories)} ${view.mode === 'areas' ? this.#metric(view) : this.#bandwidth(this.bandwidth)}`;
  }

  /** @param {import('../lib/reach.js').Choice} choice */
  #reach(choice) {
    return html`<gw-reach-controls .choice=${choice} .kinds=${this.kinds} @reach-change=${(/** @type {CustomEvent} */ event) => this.#tell({ reach: { ...choice, ...event.detail } })}></gw-reach-controls>`;
  }

  /** @param {string[]} chosen */
  #categories(chosen) {
    const names = chosen.map((code) => catalogue.nameOf(code, language.current));
    const words = chosen.length === 0 ? t('insight.everyCategory') : chosen.length === 1 ? names[0] : t('insight.categories', { n: chosen.length });
    return html`<details @keydown=${this.#escape}>
      <summary><span class="cut">${words}</span></summary>
      <div class="choices" role="group" aria-label=${t('insight.category')}>
        <button ?disabled=${chosen.length === 0} @click=${() => this.#tell({ categories: [] })}>${t('insight.everyCategory')}</button>
        <input type="search" aria-label=${t('insight.findCategory')} placeholder=${t('insight.findCategory')} .value=${this.wanted} @input=${(/** @type {Event} */ event) => (this.wanted = /** @type {HTMLInputElement} */ (event.target).value)} />
        ${repeat(catalogue.search(this.wanted), ({ code }) => code, ({ code }) => html`<label><input type="checkbox" name=${code} .checked=${chosen.includes(code)} @change=${() => this.#toggle(code, chosen)} />${catalogue.nameOf(code, language.current)}</label>`)}
      </div>
    </details>`;
  }

  /** @param {number} metres */
  #bandwidth(metres) {
    return html`<label class="one" title=${t('insight.bandwidthHint')}>${t('insight.bandwidth')}
      <input type="range" name="bandwidth" min="0" max=${BANDWIDTHS.length - 1} .value=${String(BANDWIDTHS.indexOf(metres))} aria-valuetext=${language.distance(metres)} @input=${this.#widen} />
      <output>${language.distance(metres)}</output>
    </label>`;
  }

  /** @param {import('../lib/insight.js').View} view */
  #metric(view) {
    return html`<label class="one">${t('insight.metric')}
      <select name="metric" @change=${(/** @type {Event} */ event) => this.#tell({ metric: /** @type {any} */ (event.target).value })}>
        ${METRICS.map((metric) => html`<option value=${metric} ?selected=${view.metric === metric}>${t(`insight.metricName.${metric}`)}</option>`)}
      </select>
    </label>`;
  }

  /** @param {'below' | 'cells'} level */
  #level(level) {
    return html`<label class="one">${t('insight.level')}
      <select name="level" @change=${(/** @type {Event} */ event) => this.#tell({ level: /** @type {any} */ (event.target).value })}>
        <option value="below" ?selected=${level === 'below'}>${t('insight.levelBelow')}</option>
        <option value="cells" ?selected=${level === 'cells'}>${t('insight.levelCells')}</option>
      </select>
    </label>`;
  }

  /** @param {Event} event */
  #widen(event) {
    this.#tell({ bandwidth: BANDWIDTHS[Number(/** @type {HTMLInputElement} */ (event.target).value)] });
  }

  /** @param {string} code @param {string[]} chosen */
  #toggle(code, chosen) {
    this.#tell({ categories: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code].sort() });
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    details.open = false;
    details.querySelector('summary')?.focus();
  }

  /** @param {Partial<import('../lib/insight.js').View>} part */
  #tell(part) {
    this.dispatchEvent(new CustomEvent('view-change', { detail: part }));
  }
}

customElements.define('gw-view-controls', ViewControls);
