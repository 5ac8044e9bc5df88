// @ts-check
/** What is critical and new is called out, one after the other. */
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */

const CALL_MILLIS = 15_000;
const MOST_WAITING = 5;
const NEWS_MILLIS = 120_000;
const MOST_KNOWN = 500;
const CALLING = new Set(['incident.reported', 'incident.recategorised']);

export class CriticalCalls extends Store {
  /** @type {Incident | null} */
  current = null;
  #until = 0;
  /** @type {Incident[]} */
  #waiting = [];
  /** @type {Set<string>} called out already */
  #known = new Set();

  /** @param {import('../lib/types.js').Entry[]} entries */
  follow(entries) {
    for (const { kind, at, payload } of entries) {
      const incident = payload?.incident;
      if (!CALLING.has(kind) || incident?.severity !== 'CRITICAL' || incident.lon == null) continue;
      if (this.#known.has(incident.id) || Date.now() - Date.parse(at) > NEWS_MILLIS) continue;
      this.#known.add(incident.id);
      this.#waiting.push(incident);
    }
    while (this.#known.size > MOST_KNOWN) this.#known.delete(String(this.#known.values().next().value));
    if (this.#waiting.length > MOST_WAITING) this.#waiting.splice(0, this.#waiting.length - MOST_WAITING);
    if (!this.current) this.tick();
  }

  /** Time has passed: the next one, or none. */
  tick() {
    if (this.current && Date.now() < this.#until) return;
    const next = this.#waiting.shift() ?? null;
    if (next === this.current) return;
    this.current = next;
    this.#until = Date.now() + CALL_MILLIS;
    this.changed();
  }
}
