// @ts-check
import { LitElement, html } from 'lit';
import { AreaChoice } from '../state/areas.js';
import { AreaWatch } from '../state/area-watch.js';
import { CaseStore } from '../state/case.js';
import { catalogue } from '../state/catalogue.js';
import { Facilities } from '../state/facilities.js';
import { FacilityDraft } from '../state/facility-draft.js';
import { language, t } from '../state/language.js';
import { NewReport } from '../state/new-report.js';
import { session } from '../state/session.js';
import { STEPS } from '../lib/commands.js';
import { LEGEND } from '../lib/marks.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { categoryName, storyWords } from '../ui/words.js';
import { consoleStyles } from './console-styles.js';
import { ConsoleKeys } from './console-keys.js';
import '../map/area-map.js';
import '../ui/facility-filter.js';
import './case-panel.js';
import './command-dialog.js';
import './console-header.js';
import './facility-side.js';
import './incident-form.js';
import './keys-dialog.js';
import './queue-list.js';

const JUMP_ZOOM = 17;

/** The operator's console: queue, map, case; everything live for the chosen area. */
export class ConsolePage extends LitElement {
  static properties = { panel: { state: true }, picking: { state: true }, said: { state: true }, pinned: { state: true } };
  static styles = [shared, consoleStyles];

  #areas = new AreaChoice();
  #watch = new AreaWatch();
  #case = new CaseStore();
  #report = new NewReport('console.report', 'tab');
  #facilities = new Facilities('console');
  #draft = new FacilityDraft();
  #stores = new StoreController(this, [this.#facilities, this.#draft, language, session, catalogue, this.#areas, this.#watch, this.#watch.incidents, this.#watch.workers, this.#case, this.#report], 30_000);
  #keys = new ConsoleKeys(this);
  #entries = (/** @type {Event} */ event) => this.#happened(/** @type {CustomEvent} */ (event).detail);
  #view = () => this.#mapElement()?.view();
  #lists = { incidents: /** @type {any[]} */ ([]), workers: /** @type {any[]} */ ([]) };

  constructor() {
    super();
    /** @type {'none' | 'case' | 'form' | 'place' | 'place-form'} */ this.panel = 'none';
    /** @type {'none' | 'new' | 'locate'} */ this.picking = 'none';
    this.said = '';
    /** @type {{lon: number, lat: number} | null} */ this.pinned = null;
    for (const [board, name] of /** @type {const} */ ([[this.#watch.incidents, 'incidents'], [this.#watch.workers, 'workers']])) {
      board.addEventListener('change', () => (this.#lists[name] = board.list()));
    }
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#watch.addEventListener('entries', this.#entries);
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign('/signin?next=/console');
    if (this.#allowed) this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.removeEventListener('entries', this.#entries);
    this.#watch.close();
    this.#facilities.close();
  }

  get #allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR');
  }

  async #start() {
    this.#watch.notices((frame) => this.#facilities.follow(frame), () => this.#facilities.refresh());
    this.#watch.open();
    catalogue.load();
    const everything = !!session.user?.roles.some(({ areaPath, role }) => areaPath === '' && role !== 'GRID_WORKER');
    await this.#areas.load(everything).catch(() => (this.#areas.state = 'failed'));
    this.#areas.changed();
    if (this.#areas.chosen === null) return;
    this.#watch.watch(this.#areas.chosen, session.hasRole('OPERATOR', 'LEADER'));
    this.#facilities.load(this.#areas.chosen);
    const asked = new URLSearchParams(location.search).get('incident');
    if (asked) this.#show(asked);
  }

  render() {
    document.title = `${t('console.title')} · Gridward`;
    if (session.state === 'failed') return this.#full('problem.offline', () => location.reload());
    if (session.state === 'loading' || !session.user) return this.#full('loading');
    if (!this.#allowed) return this.#full('console.forbidden');
    return html`
      <header><gw-console-header
        .areas=${this.#areas}
        .watch=${this.#watch}
        .tell=${this.#mayReport}
        .around=${this.#view}
        @place-pick=${(/** @type {CustomEvent} */ event) => this.#jump(event.detail)}
        @area-choose=${(/** @type {CustomEvent} */ event) => this.#chooseArea(event.detail.id)}
        @new-incident=${this.newIncident}
        @show-keys=${this.showKeys}
        @sign-out=${this.#signOut}
      ></gw-console-header></header>
      <main class=${this.panel === 'none' ? '' : 'with-panel'} @incident-pick=${this.#picked} @step-ask=${this.#ask} @step-confirm=${this.#confirm}>
        <h1 class="unseen">${t('console.title')}</h1>
        <gw-queue .incidents=${this.#lists.incidents} .selectedId=${this.panel === 'case' ? this.#case.id : null} .state=${this.#queueState} @queue-reload=${() => this.#watch.reload()}></gw-queue>
        ${this.#map()} ${this.#side()}
        <gw-command-dialog></gw-command-dialog>
      </main>
      <gw-keys></gw-keys>
      <div class="unseen" role="log" aria-live="polite">${this.said}</div>
    `;
  }

  #map() {
    const { chosen } = this.#areas;
    return html`<section class="map" aria-label=${t('console.map')}>
      <gw-map
        .cells=${this.#areas.cells}
        .boxes=${chosen === null ? [] : this.#areas.boxes()}
        .incidents=${this.#lists.incidents}
        .workers=${this.#lists.workers}
        .facilities=${this.#facilities.shown}
        .facilityKinds=${this.#facilities.kinds}
        .facility=${this.#facilities.selected}
        .selected=${this.panel === 'case' ? (this.#case.detail ?? this.#watch.incidents.find(String(this.#case.id)) ?? null) : null}
        .pin=${this.panel === 'form' ? this.#report.pin : this.panel === 'place-form' ? this.#draft.pin : this.pinned}
        .language=${language.current}
        ?picking=${this.picking !== 'none' || this.panel === 'place-form'}
        label=${t('console.map')}
        zoomInLabel=${t('map.in')}
        zoomOutLabel=${t('map.out')}
        @map-pick=${this.#mapPicked}
        @worker-pick=${this.#workerPicked}
        @facility-pick=${(/** @type {CustomEvent} */ event) => this.#showPlace(event.detail.id)}
      ></gw-map>
      <gw-facility-filter class="places" .store=${this.#facilities}>
        ${this.#mayKeepPlaces ? html`<button data-add-place @click=${this.#newPlace}>${t('facility.add')}</button>` : ''}
      </gw-facility-filter>
      ${this.picking === 'none' || (this.picking === 'new' && this.#report.placed) ? '' : html`<p class="hint" role="status">${t(`picking.${this.picking}`)} <kbd>Esc</kbd></p>`} ${this.#mapNotice()}
      <ul class="legend">
        ${LEGEND.map(({ key, mark }) => html`<li><gw-mark .mark=${mark}></gw-mark>${t(`legend.${key}`)}</li>`)}
        <li><i class="worker"></i>${t('legend.worker')}</li>
      </ul>
    </section>`;
  }

  #mapNotice() {
    if (this.#areas.state === 'failed' || this.#areas.cellsState === 'failed') return html`<p class="hint" role="alert">${t('console.cellsFailed')}</p>`;
    if (this.#watch.state === 'forbidden') return html`<p class="hint" role="alert">${t('console.areaForbidden')}</p>`;
    if (this.#areas.state === 'ready' && this.#areas.chosen === null) return html`<p class="hint" role="status">${t('console.noAreas')}</p>`;
    if (this.#areas.cellsState === 'ready' && this.#areas.cells?.features.length === 0) return html`<p class="hint" role="status">${t('console.noCells')}</p>`;
    return '';
  }

  #side() {
    if (this.panel === 'form') return html`<gw-incident-form class="side" .report=${this.#report} .around=${this.#view} @place-pick=${(/** @type {CustomEvent} */ { detail }) => this.#mapElement()?.reveal(detail.lon, detail.lat, JUMP_ZOOM)} @form-filed=${this.#filed} @form-close=${this.back}></gw-incident-form>`;
    if (this.panel.startsWith('place')) return this.#placeSide();
    if (this.panel !== 'case') return '';
    return html`<gw-case class="side" .store=${this.#case} .facilities=${this.#facilities} @facility-show=${this.#pointAtPlace} ?mayAct=${this.#mayAct} @case-close=${this.back} @case-map=${(/** @type {CustomEvent} */ event) => this.#mapElement()?.reveal(event.detail.lon, event.detail.lat, 16)}></gw-case>`;
  }

  #placeSide() {
    return html`<gw-facility-side
      class="side"
      .store=${this.#facilities}
      .draft=${this.#draft}
      ?editing=${this.panel === 'place-form'}
      @facility-close=${this.back}
      @facility-edit=${(/** @type {CustomEvent} */ event) => (this.panel = event.detail.editing ? 'place-form' : 'place')}
      @facility-saved=${this.#placeSaved}
    ></gw-facility-side>`;
  }

  /** @param {string} key @param {() => void} [retry] */
  #full(key, retry) {
    return html`<main class="state whole" role="status">
      <h1>Gridward</h1>
      <p>${t(key)}</p>
      ${retry ? html`<button @click=${retry}>${t('retry')}</button>` : ''}
      ${key === 'console.forbidden' ? html`<a href=${session.home()}>${t('goHome')}</a>` : ''}
    </main>`;
  }

  get #queueState() {
    if (this.#watch.state === 'failed' || this.#watch.state === 'forbidden') return 'failed';
    return this.#watch.state === 'ready' || this.#areas.chosen === null && this.#areas.state === 'ready' ? 'ready' : 'loading';
  }

  get #mayReport() {
    return session.hasRole('OPERATOR');
  }

  get #mayKeepPlaces() {
    return session.hasRole('OPERATOR', 'ADMINISTRATOR');
  }

  get #mayAct() {
    const path = this.#case.detail?.areaPath ?? '';
    return !!session.user?.roles.some(({ role, areaPath }) => role === 'OPERATOR' && path.startsWith(areaPath));
  }

  // What the keys and buttons do.

  newIncident = () => {
    if (!this.#mayReport) return;
    this.panel = 'form';
    this.picking = 'new';
  };

  assign = async () => {
    await this.#case.loaded;
    if (this.panel === 'case' && this.#mayAct) this.#caseElement()?.showCandidates();
  };

  closeIncident = async () => {
    await this.#case.loaded;
    const allowed = this.#case.detail?.allowed ?? [];
    const name = ['close', 'settle'].find((each) => allowed.includes(each));
    const step = STEPS.find((each) => each.name === name);
    if (this.panel === 'case' && this.#mayAct && step) this.#dialog().ask(step);
  };

  showKeys = () => this.#find('gw-keys').show();
  search = () => this.#find('gw-queue').focusSearch();
  openCase = () => this.#caseElement()?.renderRoot.querySelector('.scroll')?.focus();

  /** @param {number} by */
  step = (by) => this.#find('gw-queue').step(by);

  back = () => {
    if (this.picking === 'locate') this.picking = 'none';
    else if (this.panel === 'case' && this.#caseElement()?.choosing) this.#caseElement().reset();
    else {
      this.panel = 'none';
      this.picking = 'none';
      this.#case.select(null);
      this.#facilities.select(null);
      this.#find('gw-queue').focusList();
    }
    this.pinned = null;
  };

  get busyWithDialog() {
    return this.#dialog()?.open;
  }

  // What happens.

  /** @param {import('../lib/types.js').Entry[]} entries */
  #happened(entries) {
    this.#case.follow(entries);
    for (const entry of entries) {
      const incident = entry.payload?.incident;
      if (entry.kind === 'incident.reported' && incident?.lon != null) this.#mapElement()?.pulse(incident.lon, incident.lat);
    }
    const last = entries.findLast(({ payload }) => payload?.incident);
    if (last) this.said = `#${last.payload.incident.number} ${categoryName(last.payload.incident.category)}: ${storyWords(last)}`;
  }

  /** @param {number} id */
  #chooseArea(id) {
    this.#areas.choose(id);
    this.#watch.watch(id);
    this.#facilities.load(id);
  }

  /** @param {CustomEvent<{id: string}>} event */
  #picked({ detail: { id } }) {
    this.#show(id);
  }

  /** @param {string} id */
  #show(id) {
    this.panel = 'case';
    this.picking = 'none';
    this.pinned = null;
    this.#caseElement()?.reset();
    this.#case.select(id);
    const incident = this.#watch.incidents.find(id);
    if (incident?.lon != null && incident.lat != null) this.#mapElement()?.reveal(incident.lon, incident.lat);
  }

  /** @param {CustomEvent<{lon: number, lat: number}>} event */
  #mapPicked({ detail: { lon, lat } }) {
    if (this.panel === 'place-form') return this.#draft.place(lon, lat);
    if (this.panel === 'place') return this.back();
    if (this.picking === 'locate') return this.#locate(lon, lat);
    if (this.panel !== 'form' && !this.#mayReport) return;
    if (this.panel === 'case') return this.back();
    this.newIncident();
    this.#report.place(lon, lat);
  }

  /** The map goes to a place that was looked up, and marks it. @param {import('../state/gazetteer.js').Place} place */
  #jump({ lon, lat }) {
    if (this.panel === 'none' || this.panel === 'place') this.pinned = { lon, lat };
    this.#mapElement()?.reveal(lon, lat, JUMP_ZOOM);
  }

  /** @param {number} id */
  async #showPlace(id) {
    await this.#facilities.select(id);
    if (this.panel !== 'form' && this.panel !== 'place-form') this.panel = 'place';
    this.picking = 'none';
  }

  #newPlace() {
    this.#facilities.select(null);
    if (!this.#draft.unfinished) this.#draft.begin(null);
    this.panel = 'place-form';
    this.picking = 'none';
  }

  /** @param {CustomEvent<{id: number, lon: number, lat: number}>} event */
  #pointAtPlace({ detail: { id, lon, lat } }) {
    this.#facilities.select(id);
    this.#mapElement()?.reveal(lon, lat, 15);
  }

  /** @param {CustomEvent<{id: number}>} event */
  #placeSaved({ detail: { id } }) {
    this.said = t('facility.saved');
    this.panel = 'place';
    this.#facilities.select(id);
    this.#facilities.refresh();
  }

  /** @param {CustomEvent<{id: number}>} event */
  #workerPicked({ detail: { id } }) {
    const worker = this.#watch.workers.find(id);
    if (worker) this.said = worker.name;
    const mine = this.#watch.incidents.list().find(({ assignee }) => assignee?.workerId === id);
    if (mine) this.#show(mine.id);
  }

  /** @param {number} lon @param {number} lat */
  #locate(lon, lat) {
    this.pinned = { lon, lat };
    this.picking = 'none';
    this.#dialog().ask({ name: 'locate', asks: 'place', place: { lon, lat }, placeName: `${lat.toFixed(5)}, ${lon.toFixed(5)}` });
  }

  /** @param {CustomEvent<import('../lib/commands.js').Step>} event */
  #ask({ detail: step }) {
    if (step.asks === 'place') this.picking = 'locate';
    else this.#dialog().ask(step);
  }

  /** @param {CustomEvent<{step: string, body: Record<string, unknown>}>} event */
  async #confirm({ detail: { step, body } }) {
    const done = await this.#case.run(step, body);
    this.pinned = null;
    if (done) this.#caseElement()?.reset();
  }

  /** @param {CustomEvent} event */
  #filed({ detail }) {
    this.said = t('console.filed', { n: detail.number });
    this.#show(detail.id);
  }

  async #signOut() {
    await session.signOut().catch(() => {});
    location.assign('/signin');
  }

  /** @param {string} name @returns {any} */
  #find(name) {
    return this.renderRoot.querySelector(name);
  }

  #mapElement() {
    return this.#find('gw-map');
  }

  #caseElement() {
    return this.#find('gw-case');
  }

  #dialog() {
    return this.#find('gw-command-dialog');
  }
}

customElements.define('gw-console', ConsolePage);
