// @ts-check
/** Where an incident that is known by words only may be, and which one is next. */
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {{id: number, kind: string, names: Record<string, string>, detail: string | null, lon: number, lat: number, cell: {code: string, names: Record<string, string>} | null}} Suggestion */

export class Locating extends Store {
  /** @type {Suggestion[] | null} null while they are looked for */
  suggestions = null;
  /** How many others wait for a place. */
  others = 0;
  #id = '';

  /** @param {string} id */
  async load(id) {
    if (this.#id === id) return;
    this.#id = id;
    this.suggestions = null;
    this.changed();
    const [found, count] = await Promise.all([api.listPlaceSuggestions(id).catch(() => ({ items: [] })), api.countIncidents({ placement: 'NEEDS_LOCATING' }).catch(() => ({ total: 1 }))]);
    if (this.#id !== id) return;
    this.suggestions = found.items;
    this.others = Math.max(0, count.total - 1);
    this.changed();
  }

  /** The one that waits longest but this; null when there is none. @param {string} id @returns {Promise<string | null>} */
  async next(id) {
    const { items } = await api.listIncidents({ placement: 'NEEDS_LOCATING', limit: 2 }).catch(() => ({ items: [] }));
    return items.map((/** @type {any} */ each) => each.id).find((/** @type {string} */ each) => each !== id) ?? null;
  }
}
