// @ts-check
import { LitElement, html } from 'lit';
import { AreaImport } from '../state/area-import.js';
import { Ground } from '../state/ground.js';
import { GroundDrafts } from '../state/ground-drafts.js';
import { GroundEdit } from '../state/ground-edit.js';
import { GroundRecord } from '../state/ground-record.js';
import { language, t } from '../state/language.js';
import { PlannedEdits } from '../state/planned-edits.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { instead } from '../ui/whole-state.js';
import { adminStyles } from './admin-styles.js';
import '../map/area-map.js';
import { GroundTiles } from '../map/ground-tiles.js';
import '../ui/language-switch.js';
import './area-tree.js';
import './ground-tools.js';
import './kind-dialog.js';
import './rules-dialog.js';

/** The administrator's page: how the ground is divided, its faults, and edits with preview and undo. */
export class AdminPage extends LitElement {
  static styles = [shared, adminStyles];

  #ground = new Ground();
  #edit = new GroundEdit();
  #record = new GroundRecord();
  #drafts = new GroundDrafts();
  #planned = new PlannedEdits();
  #intake = new AreaImport();
  #stores = new StoreController(this, [language, session, this.#ground, this.#edit, this.#record, this.#intake]);
  /** Whether there was a preview before the line was dragged. */
  #shown = false;
  /** @type {{address: string | undefined, overlay: GroundTiles | null}} */
  #tiled = { address: undefined, overlay: null };
  /** Whether the file that is looked at is on the map, and of which the map no longer shows the whole. */
  #importing = false;
  /** @type {import('../state/area-import.js').Preview | null} */
  #aside = null;
  #takenIn = () => this.#moved(this.#ground.load());
  #keyed = (/** @type {KeyboardEvent} */ event) => this.#key(event);

  async connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keyed);
    this.#intake.addEventListener('taken-in', this.#takenIn);
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign('/signin?next=/admin');
    if (session.hasRole('ADMINISTRATOR')) this.#moved(this.#ground.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keyed);
    this.#intake.removeEventListener('taken-in', this.#takenIn);
  }

  render() {
    document.title = `${t('admin.title')} · Gridward`;
    const other = instead(session.hasRole('ADMINISTRATOR'), 'admin.forbidden');
    if (other) return other;
    return html`<header>
        <img src="/app/icon.svg" alt="Gridward" />
        <h1>${t('admin.ground')}</h1>
        <span class="grow"></span>
        ${this.#mayImport ? html`<button data-rules @click=${() => this.#open('gw-rules-dialog')}>${t('rules.title')}</button><button data-kinds @click=${() => this.#open('gw-kind-dialog')}>${t('kinds.title')}</button>` : ''}
        <a href="/console">${t('console.title')}</a>
        <gw-language></gw-language>
        <span class="second small">${session.user?.name}</span>
        <button @click=${this.#signOut}>${t('signOut')}</button>
      </header>
      <main
        @edit-show=${this.#show}
        @edit-make=${() => this.#changed(this.#edit.make())}
        @edit-undo=${(/** @type {CustomEvent} */ event) => this.#changed(this.#edit.undo(event.detail.id))}
        @line-middle=${this.#addMiddle}
        @draft-keep=${(/** @type {CustomEvent} */ event) => this.#keep(event.detail.name)}
        @draft-look=${(/** @type {CustomEvent} */ event) => this.#edit.showDraft(event.detail.id)}
        @draft-drop=${(/** @type {CustomEvent} */ event) => this.#drafts.drop(event.detail.id)}
        @plan-look=${(/** @type {CustomEvent} */ event) => this.#edit.showPlanned(event.detail.id)}
        @plan-cancel=${(/** @type {CustomEvent} */ event) => this.#cancelPlan(event.detail.id)}
        @fault-look=${this.#look}
        @tab-open=${(/** @type {CustomEvent} */ event) => this.#tabOpened(event.detail.tab)}
        @repair-show=${(/** @type {CustomEvent} */ event) => this.#edit.showRepair(this.#ground.area?.id ?? 0, event.detail.level, event.detail.key)}
      >
        <gw-area-tree
          .ground=${this.#ground}
          @area-open=${(/** @type {CustomEvent} */ event) => this.#moved(this.#ground.open(event.detail.area))}
          @area-back=${(/** @type {CustomEvent} */ event) => this.#moved(this.#ground.back(event.detail.depth))}
          @cell-toggle=${(/** @type {CustomEvent} */ event) => this.#toggle(event.detail.id)}
        ></gw-area-tree>
        ${this.#map()}
        <gw-ground-tools .ground=${this.#ground} .edit=${this.#edit} .record=${this.#record} .drafts=${this.#drafts} .planned=${this.#planned} .intake=${this.#intake} ?mayImport=${this.#mayImport}></gw-ground-tools>
      </main>
      ${this.#mayImport ? html`<gw-rules-dialog></gw-rules-dialog><gw-kind-dialog></gw-kind-dialog>` : ''}`;
  }

  #map() {
    const { cells, cellsState } = this.#ground;
    return html`<section class="map" aria-label=${t('console.map')}>
      <gw-map
        .cells=${cells}
        .overlay=${this.#tileLayer()}
        .boxes=${this.#boxes()}
        .drawing=${this.#drawing()}
        .language=${language.current}
        ?picking=${this.#edit.draws}
        label=${t('console.map')}
        zoomInLabel=${t('map.in')}
        zoomOutLabel=${t('map.out')}
        @map-pick=${this.#picked}
        @line-drag=${this.#dragged}
      ></gw-map>
      ${this.#edit.draws ? html`<i class="cross"></i>` : ''}
      ${cellsState === 'failed' ? html`<p class="hint" role="alert">${t('console.cellsFailed')}</p>` : ''}
      ${this.#edit.draws && this.#edit.line.length === 0 && this.#enough ? html`<p class="hint" role="status">${t('admin.drawHint')} <kbd>Esc</kbd></p>` : ''}
    </section>`;
  }

  /** What the map shows the whole of: the file's shapes until somebody goes elsewhere. */
  #boxes() {
    const { preview } = this.#intake;
    return this.#importing && preview?.bbox && preview !== this.#aside ? [preview.bbox] : this.#ground.boxes();
  }

  /** @param {string} tab */
  #tabOpened(tab) {
    this.#importing = tab === 'import';
    this.#aside = null;
    this.requestUpdate();
  }

  /** The same layer until there are other tiles. */
  #tileLayer() {
    const { tiles } = this.#ground;
    const address = tiles?.layers.map((layer) => layer.address).join(' ');
    if (address !== this.#tiled.address) this.#tiled = { address, overlay: tiles && new GroundTiles(tiles, this.#ground.tile) };
    if (this.#tiled.overlay) this.#tiled.overlay.names = this.#ground.partNames.map(({ lon, lat, names, code }) => ({ lon, lat, weight: 1, text: language.name(names) || code }));
    return this.#tiled.overlay;
  }

  /** @returns {import('../map/edit-paint.js').Drawing} */
  #drawing() {
    const { preview, line } = this.#edit;
    const { levels, fault } = this.#record;
    return {
      chosen: preview ? [] : [...((this.#importing && this.#intake.preview?.shapes) || []), ...[...this.#ground.chosen].map((id) => this.#ground.shapeOf(id))],
      line,
      changes: preview?.changes ?? [],
      faults: preview ? [] : levels.flatMap(({ faults }) => faults),
      fault,
    };
  }

  /** @param {string} dialog */
  #open(dialog) {
    /** @type {any} */ (this.renderRoot.querySelector(dialog)).open();
  }

  /** An import, a kind of place and a rule can touch every area. */
  get #mayImport() {
    return !!session.user?.roles.some(({ role, areaPath }) => role === 'ADMINISTRATOR' && areaPath === '');
  }

  /** Whether as many cells are chosen as the line needs; then clicks draw. */
  get #enough() {
    return this.#ground.chosen.size >= (this.#edit.tool === 'reshape' ? 2 : 1);
  }

  /** @param {CustomEvent<{lon: number, lat: number}>} event */
  async #picked({ detail: { lon, lat } }) {
    if (this.#edit.preview) return;
    if (this.#edit.draws && this.#enough) return this.#edit.addPoint(lon, lat);
    const cell = this.#ground.showsCells ? this.#ground.cellAt(lon, lat) : null;
    if (cell !== null) return this.#toggle(cell);
    const part = this.#ground.showsCells ? null : await this.#ground.partAt(lon, lat);
    if (part) this.#moved(this.#ground.open(part));
  }

  /** @param {number} id */
  #toggle(id) {
    this.#edit.discard();
    const most = this.#edit.tool === 'split' ? 1 : this.#edit.tool === 'reshape' ? 2 : Infinity;
    if (!this.#ground.chosen.has(id) && this.#ground.chosen.size >= most) this.#ground.choose([...this.#ground.chosen].slice(1));
    this.#ground.toggle(id);
  }

  #show() {
    const { area, chosen } = this.#ground;
    if (this.#edit.tool === 'divide' && area) this.#edit.showDivision(area.id);
    else this.#edit.show([...chosen]);
  }

  /** A corner of the line was taken elsewhere; what was shown is shown anew. @param {CustomEvent<{index: number, lon: number, lat: number, done: boolean}>} event */
  #dragged({ detail: { index, lon, lat, done } }) {
    this.#shown ||= !!this.#edit.preview;
    this.#edit.movePoint(index, lon, lat);
    if (done && this.#shown) this.#show();
    if (done) this.#shown = false;
  }

  /** @param {string} name */
  async #keep(name) {
    const { area } = this.#ground;
    if (!area || !(await this.#edit.keep(area.id, name))) return;
    this.#edit.take('divide');
    this.#drafts.about(area.id);
  }

  #addMiddle() {
    const middle = this.#mapElement()?.centre();
    if (middle) this.#edit.addPoint(middle.lon, middle.lat);
  }

  /** @param {CustomEvent} event */
  #look({ detail: { fault } }) {
    this.#record.look(fault);
    if (fault) this.#mapElement()?.reveal(fault.at[0], fault.at[1], 16);
  }

  /** @param {Promise<void>} move */
  async #moved(move) {
    await move;
    this.#aside = this.#intake.preview;
    this.#edit.take(null);
    this.#edit.made = null;
    this.#record.about(this.#ground.area?.id ?? null, this.#ground.below);
    this.#aboutKept();
  }

  /** @param {Promise<boolean>} edit */
  async #changed(edit) {
    if (!(await edit)) return;
    this.#ground.choose([]);
    await this.#ground.refresh();
    this.#record.renew();
    this.#aboutKept();
  }

  /** What is kept and planned of the open area. */
  #aboutKept() {
    const { area } = this.#ground;
    this.#drafts.about(area?.id ?? null);
    this.#planned.about(area?.id ?? (this.#mayImport ? 0 : null));
  }

  /** @param {number} id */
  async #cancelPlan(id) {
    this.#edit.take(null);
    this.#edit.made = null;
    await this.#planned.cancel(id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.#escape();
    else if (event.key === 'Backspace' && this.#edit.draws && !this.#edit.preview) this.#edit.removePoint();
    else if (event.key === 'p' && this.#edit.draws && !this.#edit.preview) this.#addMiddle();
  }

  #escape() {
    if (this.#edit.making) return;
    if (this.#edit.preview || this.#edit.busy) this.#edit.discard();
    else if (this.#edit.line.length > 0) this.#edit.take(this.#edit.tool);
    else if (this.#edit.tool) this.#edit.take(null);
    else this.#ground.choose([]);
  }

  /** @returns {any} */
  #mapElement() {
    return this.renderRoot.querySelector('gw-map');
  }

  async #signOut() {
    await session.signOut().catch(() => {});
    location.assign('/signin');
  }
}

customElements.define('gw-admin', AdminPage);
