// @ts-check
/**
 * What the console shows, apart from how it looks; console-commands.js changes it. Tells 'change'; `map-reveal`
 * {lon, lat, zoom}, `map-pulse` {lon, lat}, `step-ask` (a Step), `candidates-show` and `queue-focus` ask the page's
 * elements for what only they can do.
 */
import { Alerts } from '../state/alerts.js';
import { AreaChoice } from '../state/areas.js';
import { AreaWatch } from '../state/area-watch.js';
import { CaseStore } from '../state/case.js';
import { catalogue } from '../state/catalogue.js';
import { Facilities } from '../state/facilities.js';
import { FacilityDraft } from '../state/facility-draft.js';
import { MapChoice } from '../state/map-choice.js';
import { NewReport } from '../state/new-report.js';
import { Queue } from '../state/queue.js';
import { SavedFilters } from '../state/saved-filters.js';
import { session } from '../state/session.js';
import { Store } from '../state/store.js';
import { categoryName, storyWords } from '../ui/words.js';

export class ConsoleState extends Store {
  areas = new AreaChoice();
  watch = new AreaWatch({ whole: true });
  queue = new Queue(this.watch.incidents);
  filters = new SavedFilters();
  map = new MapChoice();
  alerts = new Alerts(this.watch.incidents);
  case = new CaseStore();
  report = new NewReport('console.report', 'tab');
  facilities = new Facilities('console');
  draft = new FacilityDraft();
  /** @type {'none' | 'case' | 'form' | 'place' | 'place-form'} */
  panel = 'none';
  /** @type {'none' | 'new' | 'locate'} */
  picking = 'none';
  /** Said to a screen reader. */
  said = '';
  /** @type {{lon: number, lat: number} | null} */
  pinned = null;
  /** @type {import('../lib/types.js').Incident[]} */
  incidents = [];
  /** @type {import('../lib/types.js').Worker[]} */
  workers = [];
  #entries = (/** @type {Event} */ event) => this.#happened(/** @type {CustomEvent} */ (event).detail);

  constructor() {
    super();
    this.watch.incidents.addEventListener('change', () => (this.incidents = this.watch.incidents.list()));
    this.watch.workers.addEventListener('change', () => (this.workers = this.watch.workers.list()));
    this.case.viewers.connect(this.watch);
    for (const store of this.stores) store.addEventListener('change', () => this.changed());
  }

  /** Everything it is made of. */
  get stores() {
    const { areas, watch, report, facilities, draft } = this;
    return [areas, watch, watch.incidents, watch.workers, this.case, report, facilities, draft, this.map, this.queue];
  }

  /** Only for somebody who is allowed. @param {number | null} [area] to begin with */
  async open(area = null) {
    this.watch.addEventListener('entries', this.#entries);
    this.watch.notices((frame) => this.#noticed(frame), () => this.facilities.refresh());
    this.watch.open();
    catalogue.load();
    this.filters.load();
    this.alerts.open();
    const everything = !!session.user?.roles.some(({ areaPath, role }) => areaPath === '' && role !== 'GRID_WORKER');
    const likely = this.areas.likely(everything, area);
    const watch = (/** @type {number} */ id) => this.watch.watch(id, session.hasRole('OPERATOR', 'LEADER'));
    if (likely !== null) watch(likely);
    await this.areas.load(everything, area).catch(() => (this.areas.state = 'failed'));
    this.areas.changed();
    if (this.areas.chosen === null) return;
    if (this.areas.chosen !== likely) watch(this.areas.chosen);
    this.facilities.load(this.areas.chosen);
  }

  close() {
    this.watch.removeEventListener('entries', this.#entries);
    this.watch.close();
    this.areas.close();
    this.facilities.close();
    this.alerts.close();
  }

  /** @param {any} frame */
  #noticed(frame) {
    this.facilities.follow(frame);
    this.areas.follow(frame);
  }

  get queueState() {
    if (this.watch.state === 'failed' || this.watch.state === 'forbidden') return 'failed';
    return this.watch.state === 'ready' || (this.areas.chosen === null && this.areas.state === 'ready') ? 'ready' : 'loading';
  }

  /** The incident that is looked at: what is known of it, null for none. */
  get selected() {
    return this.panel === 'case' ? (this.case.detail ?? this.watch.incidents.find(String(this.case.id)) ?? null) : null;
  }

  get pin() {
    if (this.panel === 'form') return this.report.pin;
    return this.panel === 'place-form' ? this.draft.pin : this.pinned;
  }

  get mayReport() {
    return session.hasRole('OPERATOR');
  }

  get mayKeepPlaces() {
    return session.hasRole('OPERATOR', 'ADMINISTRATOR');
  }

  get mayAct() {
    const path = this.case.detail?.areaPath ?? '';
    return !!session.user?.roles.some(({ role, areaPath }) => role === 'OPERATOR' && path.startsWith(areaPath));
  }

  /** @param {number} lon @param {number} lat @param {number} [zoom] at least */
  reveal(lon, lat, zoom) {
    this.tell('map-reveal', { lon, lat, zoom });
  }

  /** @param {string} words */
  say(words) {
    this.said = words;
    this.changed();
  }

  /** @param {import('../lib/types.js').Entry[]} entries */
  #happened(entries) {
    this.case.follow(entries);
    this.alerts.follow(entries);
    for (const { kind, payload } of entries) {
      const incident = payload?.incident;
      if (kind === 'incident.reported' && incident?.lon != null) this.tell('map-pulse', { lon: incident.lon, lat: incident.lat });
    }
    const last = entries.findLast(({ payload }) => payload?.incident);
    if (last) this.say(`#${last.payload.incident.number} ${categoryName(last.payload.incident.category)}: ${storyWords(last)}`);
  }

  /** @param {ConsoleState['panel']} panel @param {ConsoleState['picking']} picking */
  become(panel, picking) {
    this.panel = panel;
    this.picking = picking;
    this.changed();
  }

  /** @param {string} type @param {unknown} [detail] */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
