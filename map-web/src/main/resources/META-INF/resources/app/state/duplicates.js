// @ts-check
/** What may be one and the same: for the case on the screen, and for the report being typed. */
import * as api from '../net/api.js';
import { newKey } from '../lib/ids.js';
import { Store } from './store.js';

/**
 * @typedef {object} Likely
 * @property {any} incident a line of the queue
 * @property {number} score 0 to 1
 * @property {{near: number | null, time: number, kind: number | null, words: number | null}} parts 0 to 1 each; null: cannot be compared
 * @property {number | null} distanceMetres
 * @property {number} minutesApart
 */

const PAUSE_MILLIS = 500;
const FEW = 3;

/** The duplicates of one case, and what else may be one. */
export class CaseDuplicates extends Store {
  /** @type {Likely[]} the most alike first */
  likely = [];
  /** @type {any[]} what was merged into it */
  merged = [];
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  busy = false;
  #id = '';

  /** @param {{id: string, stage: string}} detail @param {boolean} mayAct */
  async load({ id, stage }, mayAct) {
    if (this.#id !== id) Object.assign(this, { likely: [], merged: [], problem: null });
    this.#id = id;
    const open = mayAct && ['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK'].includes(stage);
    const [merged, likely] = await Promise.all([api.listMerged(id).catch(() => null), open ? api.listLikely(id).catch(() => null) : { items: [] }]);
    if (this.#id !== id) return;
    Object.assign(this, { merged: merged?.items ?? this.merged, likely: likely?.items ?? this.likely });
    this.changed();
  }

  /** @param {{id: string, version: number}} duplicate @param {{id: string}} into @param {string} reason @returns {Promise<boolean>} whether it was done */
  merge({ id, version }, into, reason) {
    return this.#run(() => api.mergeIncident(id, { into: into.id, version, ...(reason ? { reason } : {}) }));
  }

  /** @param {{id: string, version: number}} duplicate @returns {Promise<boolean>} */
  unmerge({ id, version }) {
    return this.#run(() => api.unmergeIncident(id, { version }));
  }

  dropProblem() {
    this.problem = null;
    this.changed();
  }

  /** @param {() => Promise<any>} order */
  async #run(order) {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      await order();
      return true;
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

/** What is known already of a report that is being typed: asked for when the typing pauses. */
export class KnownAlready extends Store {
  /** @type {Likely[]} at most a few, the most alike first */
  likely = [];
  busy = false;
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  #report;
  #asked = '';
  #key = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon = undefined;
  #changed = () => this.#askSoon();

  /** @param {import('./new-report.js').NewReport} report */
  constructor(report) {
    super();
    this.#report = report;
  }

  follow() {
    this.#report.addEventListener('change', this.#changed);
    this.#askSoon();
  }

  leave() {
    this.#report.removeEventListener('change', this.#changed);
    clearTimeout(this.#soon);
  }

  #askSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#ask(), PAUSE_MILLIS);
  }

  async #ask() {
    const { category, place, description } = this.#report.body();
    const body = { category, place, description };
    const asked = JSON.stringify(body);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const tells = this.#report.placed || !!description || !!place.text;
    const answer = tells ? await api.listLikelyTyped(body).catch(() => ({ items: [] })) : { items: [] };
    if (this.#asked !== asked) return;
    this.likely = answer.items.slice(0, FEW);
    this.changed();
  }

  /**
   * Adds what was typed to an incident that is known instead of making a new one.
   * @param {{id: string}} incident @returns {Promise<any>} the incident's id and number; null when it was refused (see `problem`)
   */
  async addTo({ id }) {
    if (this.busy) return null;
    this.busy = true;
    this.problem = null;
    this.#key ||= newKey();
    this.changed();
    const { description, attachments, reporter } = this.#report.body();
    try {
      const added = await api.addReport(id, { description, attachments, reporter }, this.#key);
      this.#key = '';
      this.#report.clear();
      return added;
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
      return null;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
