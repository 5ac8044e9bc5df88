// @ts-check
/** The service places of an area, what of them is shown, and the one that is looked at. */
import * as api from '../net/api.js';
import { countKinds, filterPlaces, nextChange, placesOf } from '../lib/facilities.js';
import { Store } from './store.js';

/** @typedef {import('../lib/facilities.js').Place} Place */
/** @typedef {{code: string, names: Record<string, string>, icon: string, colour: string}} Kind */

const BURST_MILLIS = 200;
const LOOK_AGAIN_MILLIS = 60_000;
const AROUND_MILLIS = 250;
const AROUND = 8;

export class Facilities extends Store {
  /** @type {Kind[]} */
  kinds = [];
  /** @type {Place[]} all of the area */
  places = [];
  /** @type {Place[]} those to be drawn; the same list until something changes */
  shown = [];
  /** @type {Map<string, number>} */
  counts = new Map();
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  state = 'idle';
  on = true;
  openOnly = false;
  /** @type {Set<string>} none: every kind */
  chosenKinds = new Set();
  /** @type {any} with its details */
  selected = null;
  /** Whether the one that was chosen last could not be read. */
  unread = false;
  /** @type {any} the nearest of those shown around a place, as the server measures them; null until it has answered */
  around = null;
  /** @type {{lon: number, lat: number} | null} */
  #middle = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #measuring = undefined;
  #area = 0;
  /** What is asked for now is only shown while nothing else was wanted since. */
  #loadTurn = 0;
  #choiceTurn = 0;
  #measureTurn = 0;
  /** @type {number | null} the one that is chosen, also while it is read */
  #wanted = null;
  /** Where the places lie that are here. */
  #placesOf = -1;
  #key = '';
  /** @type {Map<string, Kind>} */
  #byCode = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later = undefined;

  /** @param {string} key under which the choice is kept on this device @param {boolean} [on] shown until somebody chooses */
  constructor(key, on = true) {
    super();
    this.#key = `gridward.facilities.${key}`;
    this.on = on;
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? '{}');
      this.on = kept.on ?? on;
      this.openOnly = !!kept.openOnly;
      this.chosenKinds = new Set(kept.kinds ?? []);
    } catch {
      localStorage.removeItem(this.#key);
    }
  }

  /** @param {number} area id; 0 is everything */
  async load(area) {
    this.#area = area;
    const turn = ++this.#loadTurn;
    this.state = this.places.length > 0 ? this.state : 'loading';
    this.changed();
    try {
      if (this.kinds.length === 0) this.#takeKinds((await api.listFacilityKinds()).items);
      const answer = await api.getFacilityMap(area);
      if (turn !== this.#loadTurn) return;
      this.#placesOf = area;
      this.places = placesOf(answer);
      this.counts = countKinds(this.places);
      this.state = 'ready';
      this.#filter();
      this.#lookAgain(nextChange(answer) - Date.now());
    } catch {
      if (turn !== this.#loadTurn) return;
      if (this.#placesOf !== area) this.#forget();
      this.state = this.places.length > 0 ? 'ready' : 'failed';
      this.#filter();
      this.#lookAgain(LOOK_AGAIN_MILLIS);
    }
  }

  /** Something may have changed: look once for a burst. */
  refresh() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.load(this.#area);
      if (this.selected && this.selected.id === this.#wanted) this.select(this.#wanted);
    }, BURST_MILLIS);
  }

  /** A frame of /topic/notices. @param {any} frame */
  follow(frame) {
    const entries = /** @type {any[]} */ (frame.entries ?? []);
    if (entries.some(({ kind }) => kind.startsWith('facility-kind'))) this.kinds = [];
    if (frame.reset || entries.some(({ kind }) => kind.startsWith('facilit'))) this.refresh();
  }

  close() {
    this.#loadTurn++;
    clearTimeout(this.#measuring);
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
  }

  /** @param {{on?: boolean, openOnly?: boolean}} choice */
  choose(choice) {
    Object.assign(this, choice);
    this.#keep();
  }

  /** @param {string} code @param {boolean} wanted */
  chooseKind(code, wanted) {
    if (wanted) this.chosenKinds.add(code);
    else this.chosenKinds.delete(code);
    this.#keep();
  }

  /** @param {number | null} id @returns {Promise<'shown' | 'gone' | 'failed' | 'late'>} late: something else is looked at by now */
  async select(id) {
    const turn = ++this.#choiceTurn;
    this.#wanted = id;
    let [found, unread] = [/** @type {any} */ (null), false];
    try {
      if (id !== null) found = await api.getFacility(id);
    } catch (fault) {
      unread = /** @type {any} */ (fault).status !== 404;
    }
    if (turn !== this.#choiceTurn) return 'late';
    if (!unread) this.selected = found;
    this.unread = unread;
    this.#wanted = this.selected?.id ?? null;
    this.changed();
    return unread ? 'failed' : found ? 'shown' : 'gone';
  }

  /** @param {string} code @returns {Kind | undefined} */
  kind(code) {
    return this.#byCode.get(code);
  }

  /** @param {string} kind @param {string} incident @param {boolean} open @returns {Promise<any>} */
  nearest(kind, incident, open) {
    return api.listNearestFacilities(kind, incident, open);
  }

  /** Measures from here; told when the place has stood still for a moment. @param {{lon: number, lat: number} | null} middle */
  lookAround(middle) {
    this.#middle = middle;
    this.around = null;
    const turn = ++this.#measureTurn;
    clearTimeout(this.#measuring);
    if (middle && this.on) this.#measuring = setTimeout(() => this.#measure(middle, turn), AROUND_MILLIS);
    this.changed();
  }

  /** @param {{lon: number, lat: number}} middle @param {number} turn */
  async #measure(middle, turn) {
    const around = await api.listFacilitiesAround(middle.lon, middle.lat, [...this.chosenKinds], this.openOnly, AROUND).catch(() => null);
    if (turn !== this.#measureTurn) return;
    this.around = around;
    this.changed();
  }

  /** @param {Kind[]} kinds */
  #takeKinds(kinds) {
    this.kinds = kinds;
    this.#byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  }

  /** The places of another area say nothing about this one. */
  #forget() {
    this.places = [];
    this.counts = new Map();
  }

  #keep() {
    localStorage.setItem(this.#key, JSON.stringify({ on: this.on, openOnly: this.openOnly, kinds: [...this.chosenKinds] }));
    this.#filter();
    if (this.#middle) this.lookAround(this.#middle);
  }

  #filter() {
    this.shown = this.on ? filterPlaces(this.places, { kinds: this.chosenKinds, openOnly: this.openOnly }) : [];
    this.changed();
  }

  /** When a place opens or closes, and at the latest after a minute, the server is asked; most answers are "not modified". @param {number} wait milliseconds */
  #lookAgain(wait) {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.load(this.#area), Math.max(1000, Math.min(wait + 500, LOOK_AGAIN_MILLIS)));
  }
}
