// @ts-check
/** Many incidents in the order of their urgency, kept so while a few of them change: 50,000 are not sorted anew for one. */
import { byUrgency } from './queue.js';

/** @typedef {import('./types.js').Incident} Incident */

/** From so many changes at once sorting anew is cheaper than moving each. */
const SORT_ANEW_FROM = 400;

export class SortedIncidents {
  /** @type {Incident[]} */
  #items = [];
  /** @type {Map<string, Incident>} */
  #known = new Map();

  /** @returns {readonly Incident[]} by `byUrgency` */
  get items() {
    return this.#items;
  }

  /** @param {string} id */
  find(id) {
    return this.#known.get(id);
  }

  /** @param {readonly Incident[]} incidents all there are now; an incident is replaced, never changed */
  update(incidents) {
    const [came, left] = this.#differences(incidents);
    for (const { id } of left) this.#known.delete(id);
    for (const incident of came) this.#known.set(incident.id, incident);
    if (came.length + left.length > SORT_ANEW_FROM) {
      this.#items = [...incidents].sort(byUrgency);
      return;
    }
    for (const incident of left) this.#items.splice(this.#placeOf(incident), 1);
    for (const incident of came) this.#items.splice(this.#placeOf(incident), 0, incident);
  }

  /** Without a second map of all, which would cost more than everything else. @param {readonly Incident[]} incidents @returns {[Incident[], Incident[]]} what came and what left; what was replaced is in both */
  #differences(incidents) {
    /** @type {Incident[]} */
    const came = [];
    /** @type {Incident[]} */
    const left = [];
    for (const incident of incidents) {
      const before = this.#known.get(incident.id);
      if (before === incident) continue;
      came.push(incident);
      if (before) left.push(before);
    }
    if (this.#known.size + came.length - left.length === incidents.length) return [came, left];
    const now = new Set(incidents.map(({ id }) => id));
    for (const incident of this.#known.values()) if (!now.has(incident.id)) left.push(incident);
    return [came, left];
  }

  /** Where it stands, or where it belongs. @param {Incident} incident */
  #placeOf(incident) {
    let [from, to] = [0, this.#items.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (byUrgency(this.#items[middle], incident) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
