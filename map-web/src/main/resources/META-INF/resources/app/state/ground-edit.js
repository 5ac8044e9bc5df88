// @ts-check
/** One edit of the division as it is drawn, shown before it is made, made, and taken back. */
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {'split' | 'merge' | 'reshape' | 'divide'} Tool */
/** @typedef {{id: number | null, code: string, change: string, squareMetres: number | null, boundary: any}} Change */
/** @typedef {{cells: number, total: number, least: number, most: number, deviation: number}} Workloads how cells share the incidents */
/** @typedef {{edit: number | null, basis: string, changes: Change[], today?: Workloads | null, then?: Workloads, until?: string}} Answer */

/** How many cells a tool works on: least and most. */
export const NEEDS = { split: [1, 1], reshape: [2, 2], merge: [2, 50], divide: [0, Infinity] };

export const FORMS = /** @type {const} */ (['BALANCED', 'SQUARES', 'HEXAGONS']);

export class GroundEdit extends Store {
  /** @type {Tool | null} */
  tool = null;
  /** @type {[number, number][]} the line drawn, longitude first */
  line = [];
  /** How an area is to be divided. */
  wish = { form: /** @type {typeof FORMS[number]} */ ('BALANCED'), metres: 200, cells: 8, days: 365 };
  busy = false;
  /** @type {Problem | null} */
  problem = null;
  /** @type {Answer | null} what would become of the ground */
  preview = null;
  /** @type {Answer | null} what has just been made */
  made = null;
  /** @type {(basis?: string) => Promise<Answer>} the request behind the preview */
  #ask = () => Promise.reject(new Problem(0, 'nothing-asked'));

  /** @param {Tool | null} tool */
  take(tool) {
    this.tool = tool;
    this.line = [];
    this.discard();
  }

  /** Whether the tool needs a line. */
  get draws() {
    return this.tool === 'split' || this.tool === 'reshape';
  }

  /** @param {number} lon @param {number} lat */
  addPoint(lon, lat) {
    this.line = [...this.line, [lon, lat]];
    this.discard();
  }

  removePoint() {
    this.line = this.line.slice(0, -1);
    this.discard();
  }

  /** @param {Partial<typeof this.wish>} values */
  want(values) {
    this.wish = { ...this.wish, ...values };
    this.discard();
  }

  discard() {
    this.preview = null;
    this.problem = null;
    this.changed();
  }

  /** @param {readonly number[]} ids the chosen cells, in order */
  ready(ids) {
    if (!this.tool) return false;
    const [least, most] = NEEDS[this.tool];
    if (this.tool === 'divide') return this.wish.form === 'BALANCED' ? this.wish.cells >= 2 : this.wish.metres >= 20;
    return ids.length >= least && ids.length <= most && (!this.draws || this.line.length >= 2);
  }

  /** @param {readonly number[]} ids */
  show(ids) {
    const { tool, line } = this;
    if (!tool || !this.ready(ids)) return Promise.resolve();
    const [first, ...others] = ids;
    const body = tool === 'split' ? { line } : tool === 'reshape' ? { other: others[0], line } : { others };
    return this.#show((basis) => api.editArea(first, tool, { ...body, basis }));
  }

  /** The open area in other cells. @param {number} area */
  showDivision(area) {
    const { form, metres, cells, days } = this.wish;
    const size = form === 'BALANCED' ? { cells } : { metres };
    let until = /** @type {string | undefined} */ (undefined); // what is made weighs the same incidents as what was shown
    return this.#show(async (basis) => {
      const { edit, ...rest } = await api.editArea(area, 'divide', { form, ...size, days, until, basis });
      until = rest.until;
      return { ...edit, ...rest };
    });
  }

  /** @param {number} area @param {string} level @param {string | null} key of one fault; null for all */
  showRepair(area, level, key) {
    this.take(null);
    return this.#show((basis) => api.editArea(area, 'repairs', { level, key, basis }));
  }

  /** @returns {Promise<boolean>} whether it was made */
  async make() {
    const { preview } = this;
    if (!preview) return false;
    const made = await this.#run(() => this.#ask(preview.basis));
    // Somebody was faster: what is shown must be what would be made now.
    if (!made && this.problem?.code === 'areas-changed') await this.#again();
    return this.#settle(made);
  }

  /** @param {number} id of an edit @returns {Promise<boolean>} */
  async undo(id) {
    return this.#settle(await this.#run(() => api.undoEdit(id)));
  }

  /** @param {Answer | null} made */
  #settle(made) {
    if (!made) return false;
    this.made = made;
    this.take(null);
    return true;
  }

  async #again() {
    const { problem } = this;
    this.preview = await this.#ask().catch(() => null);
    this.problem = problem;
    this.changed();
  }

  /** @param {(basis?: string) => Promise<Answer>} ask */
  async #show(ask) {
    this.#ask = ask;
    this.made = null;
    this.preview = null;
    this.preview = await this.#run(() => ask());
    this.changed();
  }

  /** @param {() => Promise<Answer>} work @returns {Promise<Answer | null>} null when it was refused */
  async #run(work) {
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      return await work();
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'other');
      return null;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
