// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** Where in the area tree one is, and what stands there. Cells are chosen, other areas are opened. Tells `area-open` {area}, `area-back` {depth}, `cell-toggle` {id}. */
export class AreaTree extends LitElement {
  static properties = { ground: { attribute: false }, wanted: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--panel);
      }
      .head {
        padding: 14px 14px 10px;
        gap: 8px;
      }
      nav ol {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 4px;
      }
      nav li {
        display: flex;
        align-items: baseline;
      }
      nav li button {
        text-align: start;
      }
      nav li + li::before {
        content: '›';
        margin-inline-end: 4px;
        color: var(--text-second);
      }
      nav button {
        min-height: 28px;
        padding: 2px 4px;
      }
      nav [aria-current] {
        font-weight: 650;
        padding: 2px 4px;
      }
      .list {
        overflow-y: auto;
        min-height: 0;
        flex: 1;
        padding: 0 8px 12px;
      }
      .part {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 0 8px;
        width: 100%;
        text-align: start;
        font-weight: 450;
        border-color: transparent;
        align-items: center;
      }
      .part .code {
        grid-column: 1;
      }
      .part .more {
        grid-row: 1 / 3;
        grid-column: 2;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.ground]);

  constructor() {
    super();
    /** @type {any} */ this.ground = null;
    this.wanted = '';
  }

  render() {
    const { trail, parts, state, levels } = this.ground;
    const shown = parts.filter((/** @type {any} */ part) => this.#matches(part));
    const level = levels.find((/** @type {any} */ one) => one.code === parts[0]?.type);
    return html`<div class="head stack">
        <nav aria-label=${t('admin.where')}>
          <ol>
            <li>${trail.length === 0 ? html`<span aria-current="page">${t('admin.everything')}</span>` : html`<button class="plain" @click=${() => this.#back(0)}>${t('admin.everything')}</button>`}</li>
            ${trail.map((/** @type {any} */ area, /** @type {number} */ i) => html`<li>${this.#crumb(area, i + 1, trail.length)}</li>`)}
          </ol>
        </nav>
        ${this.ground.residents ? html`<p class="small second" data-residents>${this.#lives(this.ground.residents)}</p>` : ''}
        <label class="field"><span>${level ? `${language.name(level.names)} · ${language.number(parts.length)}` : t('admin.parts')}</span>
          <input type="search" .value=${this.wanted} placeholder=${t('admin.find')} @input=${(/** @type {Event} */ event) => (this.wanted = /** @type {HTMLInputElement} */ (event.target).value)} />
        </label>
      </div>
      <div class="list">
        ${state === 'failed' ? html`<p class="notice bad" role="alert">${t('problem.offline')} <button @click=${() => this.ground.refresh()}>${t('retry')}</button></p>` : ''}
        ${state === 'loading' && parts.length === 0 ? html`<p class="state" role="status">${t('loading')}</p>` : ''}
        ${state === 'ready' && parts.length === 0 ? html`<p class="state">${t(trail.length === 0 ? 'admin.noAreas' : 'admin.noParts')}</p>` : ''}
        ${parts.length > 0 && shown.length === 0 ? html`<p class="state" role="status">${t('admin.noneFound')}</p>` : ''}
        <ul>${shown.map((/** @type {any} */ part) => html`<li>${this.#part(part)}</li>`)}</ul>
      </div>`;
  }

  /** @param {any} area @param {number} depth @param {number} deepest */
  #crumb(area, depth, deepest) {
    const name = language.name(area.names) || area.code;
    return depth === deepest ? html`<span aria-current="page">${name}</span>` : html`<button class="plain" @click=${() => this.#back(depth)}>${name}</button>`;
  }

  /** @param {any} part */
  #part(part) {
    const leaf = part.cell;
    const chosen = this.ground.chosen.has(part.id);
    const residents = this.ground.residents?.parts.find((/** @type {any} */ one) => one.id === part.id);
    return html`<button class="part" data-area=${part.code} aria-pressed=${leaf ? String(chosen) : nothing} @click=${() => (leaf ? this.#tell('cell-toggle', { id: part.id }) : this.#tell('area-open', { area: part }))}>
      <span class="cut">${language.name(part.names) || part.code}</span>
      <span class="code small second cut">${part.code}${residents ? ` · ${t('admin.people', { n: residents.people, people: language.number(residents.people) })}` : ''}</span>
      <span class="more small second">${leaf ? (chosen ? '✓' : '') : html`${part.children > 0 ? language.number(part.children) : ''} ›`}</span>
    </button>`;
  }

  /** @param {{households: number, people: number}} residents */
  #lives({ households, people }) {
    return t('admin.residents', { households: language.number(households), people: language.number(people) });
  }

  /** @param {any} part */
  #matches(part) {
    const wanted = this.wanted.trim().toLowerCase();
    return !wanted || part.code.toLowerCase().includes(wanted) || Object.values(part.names).some((name) => String(name).toLowerCase().includes(wanted));
  }

  /** @param {number} depth */
  #back(depth) {
    this.#tell('area-back', { depth });
  }

  /** @param {string} type @param {Record<string, unknown>} detail */
  #tell(type, detail) {
    this.wanted = type === 'cell-toggle' ? this.wanted : '';
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('gw-area-tree', AreaTree);
