// @ts-check
import { LitElement, html } from 'lit';
import { AreaChoice } from '../state/areas.js';
import { AreaWatch } from '../state/area-watch.js';
import { basemap } from '../state/basemap.js';
import { catalogue } from '../state/catalogue.js';
import { CriticalCalls } from '../state/critical.js';
import { Facilities } from '../state/facilities.js';
import { language, t } from '../state/language.js';
import { Scenes } from '../state/scenes.js';
import { session } from '../state/session.js';
import { Ticker } from '../state/ticker.js';
import { WallFigures } from '../state/wall-figures.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../map/area-map.js';
import './wall-call.js';
import './wall-clock.js';
import './wall-controls.js';
import './wall-figures.js';
import './wall-hours.js';
import './wall-place.js';
import './wall-scenes.js';
import './wall-ticker.js';
import { banner, legend, whole } from './wall-parts.js';
import { titleOf } from './wall-words.js';
import { Director } from './director.js';
import { wallStyles } from './wall-styles.js';

const TINT_KEPT = 'gridward.wall.tint';
const TOUCH_MILLIS = 8000;
const AGAIN_MILLIS = 10_000;
const REDRAW_EVERY = 15;
const RENEW_GROUND_EVERY = 1800;
const BASEMAP_EVERY = 60;

/** The wall: the map fills the screen, figures and words stand at its edges, nothing needs a hand. */
export class WallPage extends LitElement {
  static properties = { touched: { state: true }, unit: { state: true }, said: { state: true }, tint: { state: true } };
  static styles = [shared, wallStyles];

  #areas = new AreaChoice('gridward.wall.area');
  #watch = new AreaWatch();
  #figures = new WallFigures(this.#watch);
  #ticker = new Ticker();
  #calls = new CriticalCalls();
  #scenes = new Scenes();
  #director = new Director(() => this.#mapElement(), this.#scenes, this.#calls);
  #facilities = new Facilities('wall');
  #stores = new StoreController(this, [language, session, catalogue, this.#areas, this.#watch, this.#watch.incidents, this.#watch.workers, this.#facilities, this.#scenes, this.#calls, this.#director]);
  #lists = { incidents: /** @type {any[]} */ ([]), workers: /** @type {any[]} */ ([]) };
  #entries = (/** @type {Event} */ event) => this.#happened(/** @type {CustomEvent} */ (event).detail);
  #called = () => this.#say();
  #resized = async () => {
    this.unit = unitOf();
    await this.updateComplete;
    this.#director.showScene();
  };
  #touch = () => this.#touched();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #untouch = undefined;
  #seconds = 0;
  #began = false;

  constructor() {
    super();
    this.touched = false;
    this.unit = unitOf();
    this.said = '';
    /** @type {import('../map/map-layers.js').Tint} */ this.tint = localStorage.getItem(TINT_KEPT) === 'late' ? 'late' : 'load';
    this.#watch.incidents.addEventListener('change', () => (this.#lists.incidents = this.#watch.incidents.list()));
    this.#watch.workers.addEventListener('change', () => (this.#lists.workers = this.#watch.workers.list()));
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#watch.addEventListener('entries', this.#entries);
    this.#calls.addEventListener('change', this.#called);
    addEventListener('resize', this.#resized);
    for (const type of ['pointermove', 'pointerdown', 'keydown']) addEventListener(type, this.#touch);
    this.#director.start();
    this.#enter();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.removeEventListener('entries', this.#entries);
    this.#calls.removeEventListener('change', this.#called);
    removeEventListener('resize', this.#resized);
    for (const type of ['pointermove', 'pointerdown', 'keydown']) removeEventListener(type, this.#touch);
    clearInterval(this.#timer);
    clearTimeout(this.#again);
    this.#director.stop();
    clearTimeout(this.#untouch);
    this.#figures.stop();
    this.#facilities.close();
    this.#watch.close();
  }

  get #allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR', 'WALL');
  }

  /** Nobody stands beside a wall: what fails is tried again. */
  async #enter() {
    await session.load();
    if (session.state === 'failed') this.#again = setTimeout(() => this.#enter(), AGAIN_MILLIS);
    else if (!session.user) location.assign('/signin?next=/wall');
    else if (this.#allowed) this.#start();
  }

  #start() {
    if (!session.hasRole('WALL')) this.#watch.notices((frame) => this.#facilities.follow(frame), () => this.#facilities.refresh());
    this.#watch.open();
    this.#figures.start();
    this.#timer = setInterval(() => this.#tick(), 1000);
    catalogue.load();
    this.#loadGround();
  }

  async #loadGround() {
    const everything = !!session.user?.roles.some(({ areaPath, role }) => areaPath === '' && role !== 'GRID_WORKER');
    await this.#areas.load(everything).catch(() => (this.#areas.state = 'failed'));
    this.#areas.changed();
    this.#scenes.load();
    if (this.#areas.chosen !== null) this.#show(this.#areas.chosen);
    else if (this.#areas.state === 'failed') this.#again = setTimeout(() => this.#loadGround(), AGAIN_MILLIS);
  }

  /** @param {number} area */
  #show(area) {
    this.#began = false;
    this.#watch.watch(area, session.hasRole('OPERATOR', 'LEADER', 'WALL'));
    this.#figures.load(area);
    this.#facilities.load(area);
  }

  render() {
    document.title = `${t('wall.title')} · Gridward`;
    document.documentElement.lang = language.current === 'zh' ? 'zh-CN' : 'en';
    if (session.state === 'failed') return whole('problem.offline');
    if (session.state === 'loading' || !session.user) return whole('loading');
    if (!this.#allowed) return whole('wall.forbidden', session.home());
    const lost = this.#watch.connection === 'lost' && this.#watch.heardAt > 0;
    return html`<main class="${this.touched ? 'touched' : ''} ${lost ? 'stale' : ''}">
      <h1 class="unseen">${t('wall.title')}</h1>
      ${this.#map()}
      <gw-wall-call .incident=${this.#current()} .spot=${this.#director.spot}></gw-wall-call>
      <div class="corner top left">
        <gw-wall-figures .store=${this.#figures}></gw-wall-figures>
        <gw-wall-place class="chip" .areas=${this.#areas} .scenes=${this.#scenes} .figures=${this.#figures}></gw-wall-place>
      </div>
      <div class="corner top right">
        <gw-wall-clock .connection=${this.#watch.connection} .heardAt=${this.#watch.heardAt}></gw-wall-clock>
        <gw-wall-ticker .store=${this.#ticker} .incidents=${this.#watch.incidents} .workers=${this.#watch.workers}></gw-wall-ticker>
      </div>
      <div class="corner bottom left"><gw-wall-hours .store=${this.#figures}></gw-wall-hours></div>
      <div class="corner bottom right">${legend(this.#tintNow())}</div>
      ${banner(lost, this.#watch, this.#areas)}
      <gw-wall-controls class="controls" .areas=${this.#areas} .scenes=${this.#scenes} .facilities=${this.#facilities} .tint=${this.tint} ?editor=${this.#mayEdit} ?person=${!session.hasRole('WALL')}
        @area-choose=${(/** @type {CustomEvent} */ event) => this.#chooseArea(event.detail.id)}
        @tint-choose=${(/** @type {CustomEvent} */ event) => this.#chooseTint(event.detail.tint)}
        @scene-choose=${(/** @type {CustomEvent} */ event) => this.#chooseScene(event.detail.scene)}
        @scenes-edit=${() => this.#find('gw-wall-scenes').show(this.#mapElement()?.shown())}
      ></gw-wall-controls>
      ${this.#mayEdit ? html`<gw-wall-scenes .store=${this.#scenes} .areas=${this.#areas}></gw-wall-scenes>` : ''}
      <div class="unseen" role="log" aria-live="polite">${this.said}</div>
    </main>`;
  }

  #map() {
    return html`<gw-map
      .cells=${this.#areas.cells}
      .boxes=${this.#areas.chosen === null ? [] : this.#areas.boxes()}
      .incidents=${this.#lists.incidents}
      .workers=${this.#lists.workers}
      .facilities=${this.#facilities.shown}
      .facilityKinds=${this.#facilities.kinds}
      .covered=${this.#covered()}
      .tint=${this.#tintNow()}
      .scale=${1.4 * this.unit}
      .quietPlaces=${true}
      .language=${language.current}
      label=${t('console.map')}
      @map-move=${() => this.#director.moved()}
    ></gw-map>`;
  }

  /** What the panels take at the edges; the map's focus lies in the rest. */
  #covered() {
    const u = this.unit;
    return this.#coveredAt?.u === u ? this.#coveredAt.room : (this.#coveredAt = { u, room: { top: 190 * u, right: 500 * u, bottom: 150 * u, left: 60 * u } }).room;
  }

  /** @type {{u: number, room: import('../map/map-view.js').Room} | undefined} */
  #coveredAt = undefined;

  #tintNow() {
    const tint = this.#scenes.current?.tint;
    return tint ? /** @type {import('../map/map-layers.js').Tint} */ (tint.toLowerCase()) : this.tint;
  }

  get #mayEdit() {
    return session.hasRole('OPERATOR', 'ADMINISTRATOR');
  }

  #current() {
    const called = this.#calls.current;
    return called && (this.#watch.incidents.find(called.id) ?? called);
  }

  // What happens.

  #tick() {
    const now = Date.now();
    this.#seconds++;
    if (!this.#began && this.#watch.state === 'ready') {
      this.#began = true;
      this.#ticker.begin(this.#watch.incidents.list());
    }
    if (this.#seconds % 5 === 0) {
      this.#ticker.look(this.#lists.incidents, now);
      this.#figures.tick();
    }
    if (this.#seconds % REDRAW_EVERY === 0) this.#mapElement()?.refresh();
    if (this.#seconds % (this.#areas.cellsState === 'failed' ? REDRAW_EVERY : RENEW_GROUND_EVERY) === 0) this.#areas.renew();
    if (this.#seconds % BASEMAP_EVERY === 0) basemap.lookAgain();
    this.#director.tick();
  }

  /** @param {import('../lib/types.js').Entry[]} entries */
  #happened(entries) {
    this.#ticker.follow(entries);
    this.#calls.follow(entries);
    for (const { kind, payload } of entries) {
      const incident = payload?.incident;
      if (kind === 'incident.reported' && incident?.lon != null) this.#mapElement()?.pulse(incident.lon, incident.lat);
    }
  }

  #say() {
    const incident = this.#calls.current;
    if (incident) this.said = `${t('legend.critical')}: ${titleOf(incident)}`;
  }

  #touched() {
    this.touched = true;
    this.#director.hold();
    clearTimeout(this.#untouch);
    this.#untouch = setTimeout(() => (this.touched = false), TOUCH_MILLIS);
  }

  /** @param {number} id */
  #chooseArea(id) {
    this.#scenes.show(null);
    this.#areas.choose(id);
    this.#show(id);
  }

  /** @param {import('../map/map-layers.js').Tint} tint */
  #chooseTint(tint) {
    this.tint = tint;
    localStorage.setItem(TINT_KEPT, tint);
  }

  /** @param {import('../state/scenes.js').Scene | null} scene */
  #chooseScene(scene) {
    this.#scenes.show(scene);
    this.#director.showScene();
  }

  /** @param {string} name @returns {any} */
  #find(name) {
    return this.renderRoot.querySelector(name);
  }

  #mapElement() {
    return this.#find('gw-map');
  }
}

/** CSS pixels for one line of a screen with 1,080 lines; the same as `--u`. */
function unitOf() {
  return Math.max(0.5, Math.min(innerHeight / 1080, innerWidth / 1600));
}

customElements.define('gw-wall', WallPage);
