// @ts-check
/**
 * What the wall knows, apart from how it looks: its area, what is open there, who moves, figures, scenes, calls. Nobody
 * stands beside a wall, so what fails is tried again. Tells 'change'; `pulse` {lon, lat}, `refresh` when time has passed
 * and marks are to be drawn anew, `tick` each second, `signin` when nobody is known any more.
 */
import { AreaChoice } from '../state/areas.js';
import { AreaWatch } from '../state/area-watch.js';
import { catalogue } from '../state/catalogue.js';
import { CriticalCalls } from '../state/critical.js';
import { Facilities } from '../state/facilities.js';
import { Scenes } from '../state/scenes.js';
import { session } from '../state/session.js';
import { Store } from '../state/store.js';
import { Ticker } from '../state/ticker.js';
import { WallFigures } from '../state/wall-figures.js';

const AGAIN_MILLIS = 10_000;
const REDRAW_EVERY = 15;
const RENEW_GROUND_EVERY = 1800;

export class WallState extends Store {
  areas = new AreaChoice('gridward.wall.area');
  watch = new AreaWatch();
  figures = new WallFigures(this.watch);
  ticker = new Ticker();
  calls = new CriticalCalls();
  scenes = new Scenes();
  facilities = new Facilities('wall');
  /** @type {any[]} */
  incidents = [];
  /** @type {any[]} */
  workers = [];
  #entries = (/** @type {Event} */ event) => this.#happened(/** @type {CustomEvent} */ (event).detail);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again = undefined;
  #seconds = 0;
  #began = false;

  constructor() {
    super();
    this.watch.incidents.addEventListener('change', () => (this.incidents = this.watch.incidents.list()));
    this.watch.workers.addEventListener('change', () => (this.workers = this.watch.workers.list()));
    const { areas, watch, calls, scenes, facilities } = this;
    for (const store of [areas, watch, watch.incidents, watch.workers, facilities, scenes, calls]) store.addEventListener('change', () => this.changed());
  }

  get allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR', 'WALL');
  }

  get mayEdit() {
    return session.hasRole('OPERATOR', 'ADMINISTRATOR');
  }

  /** The line is down, after it was up. */
  get lost() {
    return this.watch.connection === 'lost' && this.watch.heardAt > 0;
  }

  /** What is critical now, as it stands. */
  get called() {
    const called = this.calls.current;
    return called && (this.watch.incidents.find(called.id) ?? called);
  }

  async open() {
    this.watch.addEventListener('entries', this.#entries);
    await session.load();
    if (session.state === 'failed') this.#again = setTimeout(() => this.open(), AGAIN_MILLIS);
    else if (!session.user) this.dispatchEvent(new Event('signin'));
    else if (this.allowed) this.#start();
  }

  close() {
    this.watch.removeEventListener('entries', this.#entries);
    clearInterval(this.#timer);
    clearTimeout(this.#again);
    this.figures.stop();
    this.areas.close();
    this.facilities.close();
    this.watch.close();
  }

  /** @param {number} id */
  chooseArea(id) {
    this.scenes.show(null);
    this.areas.choose(id);
    this.#show(id);
  }

  #start() {
    if (!session.hasRole('WALL')) this.watch.notices((frame) => this.#noticed(frame), () => this.facilities.refresh());
    this.watch.open();
    this.figures.start();
    this.#timer = setInterval(() => this.#tick(), 1000);
    catalogue.load();
    this.#loadGround();
  }

  /** @param {any} frame */
  #noticed(frame) {
    this.facilities.follow(frame);
    this.areas.follow(frame);
  }

  async #loadGround() {
    const everything = !!session.user?.roles.some(({ areaPath, role }) => areaPath === '' && role !== 'GRID_WORKER');
    await this.areas.load(everything).catch(() => (this.areas.state = 'failed'));
    this.areas.changed();
    this.scenes.load();
    if (this.areas.chosen !== null) this.#show(this.areas.chosen);
    else if (this.areas.state === 'failed') this.#again = setTimeout(() => this.#loadGround(), AGAIN_MILLIS);
  }

  /** @param {number} area */
  #show(area) {
    this.#began = false;
    this.watch.watch(area, session.hasRole('OPERATOR', 'LEADER', 'WALL'));
    this.figures.load(area);
    this.facilities.load(area);
  }

  #tick() {
    this.#seconds++;
    if (!this.#began && this.watch.state === 'ready') {
      this.#began = true;
      this.ticker.begin(this.watch.incidents.list());
    }
    if (this.#seconds % 5 === 0) {
      this.ticker.look(this.incidents, Date.now());
      this.figures.tick();
    }
    if (this.#seconds % REDRAW_EVERY === 0) this.dispatchEvent(new Event('refresh'));
    if (this.#seconds % (this.areas.cellsState === 'failed' ? REDRAW_EVERY : RENEW_GROUND_EVERY) === 0) this.areas.renew();
    this.dispatchEvent(new Event('tick'));
  }

  /** @param {import('../lib/types.js').Entry[]} entries */
  #happened(entries) {
    this.ticker.follow(entries);
    this.calls.follow(entries);
    for (const { kind, payload } of entries) {
      const incident = payload?.incident;
      if (kind === 'incident.reported' && incident?.lon != null) this.dispatchEvent(new CustomEvent('pulse', { detail: { lon: incident.lon, lat: incident.lat } }));
    }
  }
}
