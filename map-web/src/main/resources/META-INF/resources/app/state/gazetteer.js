// @ts-check
/** The gazetteer: whether there is one, and what is found of it while somebody types. */
import * as api from '../net/api.js';
import { Store } from './store.js';
import { language, t } from './language.js';

/** @typedef {{id: number, kind: 'PLACE' | 'STREET' | 'ADDRESS' | 'POI', names: Record<string, string>, detail: string | null, lon: number, lat: number, metres: number | null, cell: {names: Record<string, string>} | null}} Place */
/** @typedef {{bbox: [number, number, number, number]}} View what a map shows: west, south, east, north */

const PAUSE_MILLIS = 120;

class Gazetteer extends Store {
  /** Something can be found. */
  known = false;
  /** The server has said that nothing was imported. */
  empty = false;
  #asked = false;

  async load() {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const counts = await api.getPlaceSummary();
      this.known = counts.places + counts.streets + counts.addresses + counts.pois > 0;
      this.empty = !this.known;
      this.changed();
    } catch {
      this.#asked = false;
    }
  }
}

export const gazetteer = new Gazetteer();

/** What is found for one field. An answer to an older text is never shown. */
export class PlaceSearch extends Store {
  /** @type {Place[]} */
  items = [];
  /** @type {'idle' | 'waiting' | 'ready' | 'failed'} */
  state = 'idle';
  /** @type {AbortController | null} */
  #asking = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  /** @param {string} text @param {View | null | undefined} view */
  ask(text, view) {
    this.stop();
    if (!gazetteer.known || text.trim().length === 0) return;
    this.state = 'waiting';
    this.#timer = setTimeout(() => this.#find(text, view), PAUSE_MILLIS);
    this.changed();
  }

  /** Nothing is asked any more. */
  stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
    this.items = [];
    this.state = 'idle';
    this.changed();
  }

  /** @param {string} text @param {View | null | undefined} view */
  async #find(text, view) {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const found = await api.searchPlaces(text.trim().slice(0, 200), view?.bbox.join(), asking.signal);
      if (asking.signal.aborted) return;
      this.items = found.items;
      this.state = 'ready';
    } catch {
      if (asking.signal.aborted) return;
      this.state = 'failed';
    }
    this.changed();
  }
}

/** What a point is called by, in the reader's language; empty where nothing is near. @param {number} lon @param {number} lat */
export async function wordsFor(lon, lat) {
  await gazetteer.load();
  if (!gazetteer.known) return '';
  const { place, near } = await api.nearestPlace(lon, lat);
  if (!place) return '';
  const name = language.name(place.names);
  return near ? t('place.near', { place: name }) : name;
}
