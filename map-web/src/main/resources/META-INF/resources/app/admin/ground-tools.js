// @ts-check
import { LitElement, css, html } from 'lit';
import { NEEDS } from '../state/ground-edit.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';
import { editPreview } from './edit-preview.js';
import './division-form.js';
import './edit-list.js';
import './export-panel.js';
import './fault-list.js';
import './import-panel.js';
import './planned-list.js';

const TABS = /** @type {const} */ (['edit', 'faults', 'edits', 'import', 'export']);
const CELL_TOOLS = /** @type {const} */ (['split', 'reshape', 'merge', 'divide']);
const GROUND_TOOLS = /** @type {const} */ (['divide']);

/** What can be done with the open area's division. Tells `edit-show`, `edit-make`, `edit-undo` {id}, `line-middle`, `draft-keep` {name}, `plan-cancel` {id}, `fault-look` {fault}, `repair-show` {level, key}, `tab-open` {tab}. */
export class GroundTools extends LitElement {
  static properties = { ground: { attribute: false }, edit: { attribute: false }, record: { attribute: false }, drafts: { attribute: false }, planned: { attribute: false }, intake: { attribute: false }, mayImport: { type: Boolean }, tab: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--panel);
      }
      [role='tablist'] {
        display: flex;
        border-bottom: 1px solid var(--line);
        padding: 0 8px;
      }
      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0;
        padding: 12px 10px 9px;
        color: var(--text-second);
        white-space: nowrap;
      }
      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--text);
      }
      .body {
        padding: 16px;
        overflow-y: auto;
        min-height: 0;
        flex: 1;
        gap: 14px;
      }
      .waiting {
        background: var(--accent);
        color: var(--on-accent);
        border-radius: 9px;
        padding: 0 6px;
        font-size: var(--text-small);
      }
      .notices:not(:has(.notice)) {
        position: absolute;
      }
      .end {
        align-items: end;
      }
      .tools {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
      }
      table {
        border-collapse: collapse;
        width: 100%;
      }
      th {
        text-align: start;
        font-weight: 450;
        color: var(--text-second);
        padding: 6px 0;
      }
      td,
      thead th:not(:first-child) {
        text-align: end;
      }
      .changes li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 2px 10px;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      .changes .code {
        font-weight: 600;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.ground, this.edit, this.record, this.planned]);

  constructor() {
    super();
    /** @type {any} */ this.ground = null;
    /** @type {any} */ this.edit = null;
    /** @type {any} */ this.record = null;
    /** @type {any} */ this.drafts = null;
    /** @type {any} */ this.planned = null;
    /** @type {any} */ this.intake = null;
    this.mayImport = false;
    /** @type {typeof TABS[number]} */ this.tab = 'edit';
  }

  render() {
    return html`<div role="tablist" aria-label=${t('admin.tools')} @keydown=${this.#keyed}>
        ${this.#tabs.map((tab) => html`<button role="tab" id="tab-${tab}" aria-controls="panel" aria-selected=${this.tab === tab} tabindex=${this.tab === tab ? 0 : -1} @click=${() => this.#open(tab)}>${t(`admin.tab.${tab}`)}${tab === 'edits' ? this.#waiting() : ''}</button>`)}
      </div>
      <div class="body stack" role="tabpanel" id="panel" tabindex="0" aria-labelledby="tab-${this.tab}">
        ${this.#notices()} ${this.edit.preview ? editPreview(this.edit, (type, detail) => this.#tell(type, detail)) : this.#panel()}
      </div>`;
  }

  get #tabs() {
    return TABS.filter((tab) => tab !== 'import' || this.mayImport);
  }

  /** How many edits wait for their day. */
  #waiting() {
    const n = this.planned.items.length;
    return n === 0 ? '' : html` <span class="waiting" aria-label=${t('admin.planned.count', { n })}>${language.number(n)}</span>`;
  }

  #notices() {
    const { problem, made, preview } = this.edit;
    const stuck = this.planned.stuck && this.tab !== 'edits' && !preview;
    return html`<div class="notices"><div role="status">${made && !preview && !problem ? this.#made(made) : ''}
        ${stuck ? html`<div class="notice warn row wrap"><span class="grow">${t('admin.planned.stuck')}</span><button @click=${() => this.#open('edits')}>${t('admin.draft.look')}</button></div>` : ''}</div>
      <div role="alert">${problem ? html`<p class="notice bad">${problemWords(problem)}</p>` : ''}</div></div>`;
  }

  /** What has just been made or planned, with its way back. @param {import('../state/ground-edit.js').Answer} made */
  #made({ edit, planned, undoable, changes }) {
    const { busy, plannedFor } = this.edit;
    const says = planned ? t('admin.planned.for', { day: language.exact(Date.parse(plannedFor)) }) : t('admin.made', { n: changes.length });
    const back = planned ? () => this.#tell('plan-cancel', { id: planned }) : () => this.#tell('edit-undo', { id: edit });
    return html`<div class="notice row wrap"><span class="grow">${says}</span>
      ${planned || undoable ? html`<button data-undo ?disabled=${busy} @click=${back}>${t(planned ? 'admin.planned.cancel' : 'admin.undo')}</button>` : ''}</div>`;
  }

  #panel() {
    if (this.tab === 'edit') return this.#tools();
    if (this.tab === 'export') return html`<gw-export-panel .levels=${this.ground.levels}></gw-export-panel>`;
    if (this.tab === 'import') return html`<gw-import-panel .store=${this.intake} .levels=${this.ground.levels}></gw-import-panel>`;
    if (this.tab === 'faults') return html`<gw-fault-list .record=${this.record} .kinds=${this.ground.levels} .busy=${this.edit.busy}></gw-fault-list>`;
    return html`<gw-planned-list .planned=${this.planned} .busy=${this.edit.busy}></gw-planned-list>
      ${this.ground.area ? html`<gw-edit-list .record=${this.record} .busy=${this.edit.busy}></gw-edit-list>` : html`<p class="second">${t('admin.openFirst')}</p>`}`;
  }

  #tools() {
    const { edit, ground } = this;
    if (!ground.divisible) return html`<p class="second">${t('admin.openCells')}</p>`;
    const ids = [...ground.chosen];
    return html`<div class="tools" role="group" aria-label=${t('admin.tab.edit')}>
        ${(ground.showsCells ? CELL_TOOLS : GROUND_TOOLS).map((tool) => html`<button data-tool=${tool} aria-pressed=${edit.tool === tool} @click=${() => edit.take(edit.tool === tool ? null : tool)}>${t(`admin.tool.${tool}`)}</button>`)}
      </div>
      <p class="second">${t(edit.tool ? `admin.explain.${edit.tool}` : 'admin.explain')}</p>
      ${edit.tool ? this.#steps(ids) : ''}`;
  }

  /** @param {number[]} ids */
  #steps(ids) {
    const { edit, ground } = this;
    if (edit.tool === 'divide') return html`<gw-division-form .edit=${edit} .drafts=${this.drafts} .again=${ground.showsCells}></gw-division-form>`;
    const [least] = NEEDS[/** @type {'split' | 'merge' | 'reshape'} */ (edit.tool)];
    return html`<p>${ids.length < least ? t('admin.choose', { n: least - ids.length }) : ground.chosenAreas.map((/** @type {any} */ area) => language.name(area.names) || area.code).join(' + ')}</p>
      ${edit.draws ? html`<div class="row wrap">
            <span class="grow">${t('admin.points', { n: edit.line.length })}</span>
            <button data-middle @click=${() => this.#tell('line-middle')}>${t('admin.middle')}</button>
            <button ?disabled=${edit.line.length === 0} @click=${() => edit.removePoint()}>${t('admin.lastPoint')}</button>
          </div>` : ''}
      <div class="row">
        <button class="primary grow" data-show ?disabled=${edit.busy || !edit.ready(ids)} @click=${() => this.#tell('edit-show')}>${t(edit.busy ? 'loading' : 'admin.show')}</button>
        <button @click=${() => edit.take(null)}>${t('cancel')}</button>
      </div>`;
  }

  /** @param {typeof TABS[number]} tab */
  #open(tab) {
    this.tab = tab;
    this.edit.take(null);
    this.record.look(null);
    this.#tell('tab-open', { tab });
    if (!this.ground.area) return;
    if (tab === 'edits') this.record.loadEdits();
  }

  /** Arrow keys go from tab to tab. @param {KeyboardEvent} event */
  async #keyed(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const tabs = this.#tabs;
    this.#open(tabs[(tabs.indexOf(this.tab) + by + tabs.length) % tabs.length]);
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#tab-${this.tab}`)).focus();
  }

  /** @param {string} type @param {Record<string, unknown>} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-ground-tools', GroundTools);
