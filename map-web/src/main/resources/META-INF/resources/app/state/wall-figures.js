// @ts-check
/** The wall's figures: counted once by the server, then kept by what is heard. */
import * as api from '../net/api.js';
import { hasEnded, isLate } from '../lib/marks.js';
import { acceptLine, medianAccept, rollHours } from '../lib/trend.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Entry} Entry */

const MINUTE = 60_000;
/** What an entry does to the number of open incidents. @type {Record<string, number>} */
const STEPS = { 'incident.reported': 1, 'incident.reopened': 1, 'incident.unmerged': 1, 'incident.closed': -1, 'incident.dismissed': -1, 'incident.merged': -1 };
const MOST_ACCEPTED = 2000;
const RENEW_MILLIS = 15 * MINUTE;
const RENEW_CAPPED_MILLIS = MINUTE;
const AGAIN_MILLIS = 10_000;
const COUNT_EVERY_MILLIS = 400;

export class WallFigures extends Store {
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  open = 0;
  late = 0;
  onDuty = 0;
  workers = 0;
  /** Workers on duty with nothing in hand. */
  free = 0;
  /** @type {number | null} milliseconds; of the last hour */
  accept = null;
  /** @type {{open: number[], late: number[], onDuty: number[]}} the last hour by the minute, the last value the present one */
  lines = { open: [], late: [], onDuty: [] };
  /** @type {(number | null)[]} */
  acceptLine = [];
  /** @type {number[]} reports by the hour */
  reports = [];
  /** When the last of these hours began. */
  hour = 0;
  #watch;
  /** @type {number | null} */
  #area = null;
  /** @type {import('../lib/trend.js').Accepted[]} */
  #accepted = [];
  /** @type {{open: number, late: number} | null} by the server, not compared with what the watch holds yet */
  #counted = null;
  /** @type {number | null} open by the server and by what is heard, where the watch cannot hold them all */
  #total = null;
  /** Late by the server beyond those that the watch holds. */
  #lateBeyond = 0;
  #minute = 0;
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again = undefined;
  #wasLive = true;
  #heard = (/** @type {Event} */ event) => this.#apply(/** @type {CustomEvent} */ (event).detail);
  #moved = () => this.#connection();
  #changed = () => (this.#soon ??= setTimeout(() => this.count(), COUNT_EVERY_MILLIS));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon = undefined;

  /** @param {import('./area-watch.js').AreaWatch} watch */
  constructor(watch) {
    super();
    this.#watch = watch;
  }

  /** Whether the numbers are true yet. */
  get ready() {
    return this.state === 'ready' && this.#watch.state === 'ready';
  }

  /** Open incidents that are counted but too many to be drawn. */
  get undrawn() {
    return this.#total === null ? 0 : Math.max(0, this.open - this.#watch.incidents.size);
  }

  start() {
    this.#watch.addEventListener('entries', this.#heard);
    this.#watch.addEventListener('change', this.#moved);
    for (const board of [this.#watch.incidents, this.#watch.workers]) board.addEventListener('change', this.#changed);
  }

  stop() {
    clearTimeout(this.#again);
    clearTimeout(this.#soon);
    this.#watch.removeEventListener('entries', this.#heard);
    this.#watch.removeEventListener('change', this.#moved);
    for (const board of [this.#watch.incidents, this.#watch.workers]) board.removeEventListener('change', this.#changed);
  }

  /** @param {number} area id; 0 is everything the caller sees */
  async load(area) {
    this.#area = area;
    const asked = ++this.#asked;
    clearTimeout(this.#again);
    try {
      const found = await api.getWallFigures(area);
      if (asked !== this.#asked) return;
      this.#take(found);
      this.state = 'ready';
      this.#again = setTimeout(() => this.load(area), this.#watch.capped ? RENEW_CAPPED_MILLIS : RENEW_MILLIS);
    } catch {
      if (asked !== this.#asked) return;
      if (this.state !== 'ready') this.state = 'failed';
      this.#again = setTimeout(() => this.load(area), AGAIN_MILLIS);
    }
    this.count();
  }

  /** Time has passed. */
  tick() {
    const now = Date.now();
    if (now - this.#minute >= MINUTE) this.#nextMinute(now);
    this.count();
  }

  /** Counts anew from what the watch holds, once that is all there is. */
  count() {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (this.ready) this.#countAll(Date.now());
    this.changed();
  }

  /** @param {number} now */
  #countAll(now) {
    const incidents = this.#watch.incidents.list();
    this.#compare(incidents, now);
    this.open = this.#total ?? incidents.length;
    this.late = incidents.reduce((n, incident) => n + Number(isLate(incident, now)), 0) + this.#lateBeyond;
    this.#countWorkers(incidents);
    this.accept = medianAccept(this.#accepted, now);
    for (const name of /** @type {const} */ (['open', 'late', 'onDuty'])) {
      if (this.lines[name].length > 0) this.lines[name] = [...this.lines[name].slice(0, -1), this[name]];
    }
  }

  /** @param {import('../lib/types.js').Incident[]} incidents */
  #countWorkers(incidents) {
    const onDuty = this.#watch.workers.onDuty();
    const busy = new Set(incidents.flatMap(({ assignee }) => (assignee ? [assignee.workerId] : [])));
    this.workers = this.#watch.workers.list().length;
    this.onDuty = onDuty.length;
    this.free = onDuty.filter(({ id }) => !busy.has(id)).length;
  }

  /** @param {any} found */
  #take(found) {
    const { open, late, onDuty, accepted, reports } = found;
    this.lines = { open, late, onDuty };
    this.#accepted = accepted.map((/** @type {any} */ { at, tookMillis }) => ({ at: Date.parse(at), tookMillis }));
    this.acceptLine = acceptLine(this.#accepted, Date.now());
    this.reports = reports;
    this.hour = Date.parse(found.hour);
    this.#minute = Date.now();
    this.#counted = { open: open[open.length - 1], late: late[late.length - 1] };
  }

  /** Beyond the incidents that a snapshot holds there may be more: only their number is known. @param {import('../lib/types.js').Incident[]} held @param {number} now */
  #compare(held, now) {
    if (!this.#counted) return;
    const { open, late } = this.#counted;
    this.#counted = null;
    this.#total = this.#watch.capped ? open : null;
    this.#lateBeyond = this.#watch.capped ? Math.max(0, late - held.filter((incident) => isLate(incident, now)).length) : 0;
  }

  /** @param {number} now */
  #nextMinute(now) {
    const minutes = Math.min(60, Math.floor((now - this.#minute) / MINUTE));
    this.#minute += Math.floor((now - this.#minute) / MINUTE) * MINUTE;
    for (const name of /** @type {const} */ (['open', 'late', 'onDuty'])) {
      const line = this.lines[name];
      if (line.length > 0) this.lines[name] = [...line.slice(minutes), ...Array.from({ length: minutes }, () => this[name])];
    }
    this.acceptLine = acceptLine(this.#accepted, now);
    this.#roll(now);
  }

  /** @param {number} now */
  #roll(now) {
    if (this.reports.length === 0) return;
    const { counts, hour } = rollHours(this.reports, this.hour, now);
    this.reports = counts;
    this.hour = hour;
  }

  /** The line was away: what was missed in between is counted by the server. */
  #connection() {
    const live = this.#watch.connection === 'live';
    if (live && !this.#wasLive && this.#area !== null) this.load(this.#area);
    if (live || this.#watch.connection === 'lost') this.#wasLive = live;
  }

  /** @param {Entry[]} entries */
  #apply(entries) {
    for (const { kind, at, payload } of entries) {
      if (this.#total !== null) this.#total += kind === 'incident.undone' ? reopened(payload) : (STEPS[kind] ?? 0);
      if (kind === 'incident.reported') this.#reported(Date.parse(payload?.incident?.reportedAt ?? at));
      if (kind === 'assignment.accepted' && payload?.assignment) this.#acceptedOne(Date.parse(at), Date.parse(payload.assignment.offeredAt));
    }
    this.#changed();
  }

  /** @param {number} moment */
  #reported(moment) {
    this.#roll(Date.now());
    const place = this.reports.length - 1 - Math.floor((this.hour + 60 * MINUTE - 1 - moment) / (60 * MINUTE));
    if (place >= 0 && place < this.reports.length) this.reports = this.reports.with(place, this.reports[place] + 1);
  }

  /** @param {number} at @param {number} offeredAt */
  #acceptedOne(at, offeredAt) {
    this.#accepted.unshift({ at, tookMillis: Math.max(0, at - offeredAt) });
    if (this.#accepted.length > MOST_ACCEPTED) this.#accepted.length = MOST_ACCEPTED;
  }
}

/** What an undone step does to the number of open incidents. @param {any} payload */
function reopened(payload) {
  return Number(hasEnded(payload?.from)) - Number(hasEnded(payload?.incident?.stage));
}
