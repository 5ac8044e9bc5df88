// @ts-check
/** One edit of the division as it is drawn, shown before it is made, made, and taken back. */
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {'split' | 'merge' | 'reshape' | 'divide'} Tool */
/** @typedef {typeof WEIGHTS[number]} Weight */
/** @typedef {{id: number | null, code: string, change: string, squareMetres: number | null, gainedSquareMetres: number, boundary: any}} Change */
/** @typedef {{cells: number, total: number, least: number, most: number, deviation: number, compactness: number, leastCompactness: number}} Workloads how cells share a weight, and their form */
/** @typedef {{edit: number | null, planned?: number | null, undoable?: boolean, waiting?: import('./planned-edits.js').PlannedEdit, basis: string, changes: Change[], today?: Workloads | null, then?: Workloads, until?: string, weight?: Weight, draft?: import('./ground-drafts.js').Draft}} Answer */

/** How many cells a tool works on: least and most. */
export const NEEDS = { split: [1, 1], reshape: [2, 2], merge: [2, 50], divide: [0, Infinity] };

export const FORMS = /** @type {const} */ (['BALANCED', 'SQUARES', 'HEXAGONS']);
export const WEIGHTS = /** @type {const} */ (['INCIDENTS', 'HOUSEHOLDS', 'PEOPLE', 'ADDRESSES']);

/** A repair touches neighbours that neither gain nor lose. @param {Change} change @returns {Change} */
function onlyCorners(change) {
  return change.change === 'reshaped' && Math.abs(change.gainedSquareMetres) < 0.05 ? { ...change, change: 'aligned' } : change;
}

export class GroundEdit extends Store {
  /** @type {Tool | null} */
  tool = null;
  /** @type {[number, number][]} the line drawn, longitude first */
  line = [];
  /** How an area is to be divided. */
  wish = { form: /** @type {typeof FORMS[number]} */ ('BALANCED'), weight: /** @type {typeof WEIGHTS[number]} */ ('INCIDENTS'), metres: 200, cells: 8, days: 365 };
  busy = false;
  /** @type {Problem | null} */
  problem = null;
  /** @type {Answer | null} what would become of the ground */
  preview = null;
  /** @type {Answer | null} what has just been made */
  made = null;
  /** Since when what is made is to hold, in the reader's clock; empty for now. */
  effectiveAt = '';
  /** When what has just been planned will be made. */
  plannedFor = '';
  /** @type {Record<string, unknown>} the division behind the preview */
  #division = {};
  /** What is worked out now is only shown while nothing else was wanted since. */
  #turn = 0;
  /** Whether an edit is being made or taken back. */
  making = false;
  /** @type {(basis?: string) => Promise<Answer>} the request behind the preview */
  #ask = () => Promise.reject(new Problem(0, 'nothing-asked'));

  /** @param {Tool | null} tool */
  take(tool) {
    this.tool = tool;
    this.line = [];
    this.effectiveAt = '';
    this.discard();
  }

  /** @param {string} effectiveAt */
  begin(effectiveAt) {
    this.effectiveAt = effectiveAt;
    this.changed();
  }

  /** Whether what is shown is to be made on a day to come. */
  get later() {
    return this.effectiveAt !== '' && new Date(this.effectiveAt).getTime() > Date.now();
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

  /** @param {number} index @param {number} lon @param {number} lat */
  movePoint(index, lon, lat) {
    this.line = this.line.map((point, i) => (i === index ? [lon, lat] : point));
    this.discard();
  }

  /** @param {Partial<typeof this.wish>} values */
  want(values) {
    this.wish = { ...this.wish, ...values };
    this.discard();
  }

  discard() {
    this.#turn++;
    this.busy = this.making;
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
    return this.#show((basis) => api.editArea(first, tool, { ...body, ...this.#since(basis) }));
  }

  /** The open area in other cells. @param {number} area */
  showDivision(area) {
    const { form, metres, cells, days } = this.wish;
    const weight = form === 'BALANCED' ? this.wish.weight : 'INCIDENTS';
    const size = form === 'BALANCED' ? { cells } : { metres };
    let until = /** @type {string | undefined} */ (undefined); // what is made weighs the same incidents as what was shown
    return this.#show(async (basis) => {
      const division = { form, ...size, weight, days };
      const { edit, ...rest } = await api.editArea(area, 'divide', { ...division, until, ...this.#since(basis) });
      until = rest.until;
      this.#division = { ...division, until, basis: edit.basis };
      return { ...edit, ...rest, weight };
    });
  }

  /** Keeps the division that is shown. @param {number} area @param {string} name @returns {Promise<boolean>} whether it was kept */
  async keep(area, name) {
    const kept = await this.#run(() => api.keepDraft(area, name, this.#division));
    if (kept) this.take(null);
    return !!kept;
  }

  /** @param {number} id of a draft */
  showDraft(id) {
    this.take(null);
    return this.#show(async (basis) => {
      if (basis !== undefined) return api.adoptDraft(id, this.#since(basis).effectiveAt);
      const { draft, changes } = await api.getDraft(id);
      return { edit: null, basis: '', changes, today: draft.today, then: draft.then, weight: draft.weight, draft };
    });
  }

  /** What a planned edit will do; it makes itself. @param {number} id */
  showPlanned(id) {
    this.take(null);
    return this.#show(async () => {
      const { planned, changes } = await api.getPlannedEdit(id);
      return { edit: null, basis: '', changes, waiting: planned };
    });
  }

  /** @param {number} area @param {string} level @param {string | null} key of one fault; null for all */
  showRepair(area, level, key) {
    this.take(null);
    return this.#show(async (basis) => {
      const answer = await api.editArea(area, 'repairs', { level, key, ...this.#since(basis) });
      return { ...answer, changes: answer.changes.map(onlyCorners) };
    });
  }

  /** What is shown has no beginning; what is made has one. @param {string} [basis] */
  #since(basis) {
    return { basis, effectiveAt: basis !== undefined && this.effectiveAt ? new Date(this.effectiveAt).toISOString() : undefined };
  }

  /** @returns {Promise<boolean>} whether it was made */
  async make() {
    const { preview } = this;
    if (!preview) return false;
    this.making = true;
    const made = await this.#run(() => this.#ask(preview.basis));
    this.making = false;
    // Somebody was faster: what is shown must be what would be made now.
    if (!made && this.problem?.code === 'areas-changed') await this.#again();
    return this.#settle(made);
  }

  /** @param {number} id of an edit @returns {Promise<boolean>} */
  async undo(id) {
    this.making = true;
    const made = await this.#run(() => api.undoEdit(id));
    this.making = false;
    return this.#settle(made);
  }

  /** @param {Answer | null} made */
  #settle(made) {
    if (!made) return false;
    this.made = made;
    this.plannedFor = this.effectiveAt;
    this.take(null);
    return true;
  }

  async #again() {
    const { problem } = this;
    const turn = ++this.#turn;
    const preview = await this.#run(() => this.#ask());
    if (turn !== this.#turn) return;
    this.preview = preview;
    this.problem = problem;
    this.changed();
  }

  /** @param {(basis?: string) => Promise<Answer>} ask */
  async #show(ask) {
    this.#ask = ask;
    this.made = null;
    this.preview = null;
    const turn = ++this.#turn;
    const preview = await this.#run(() => ask());
    if (turn !== this.#turn) return;
    this.preview = preview;
    this.changed();
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T | null>} null when it was refused, or something else is wanted by now */
  async #run(work) {
    const turn = this.#turn;
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      return await work();
    } catch (fault) {
      if (turn === this.#turn || this.making) this.problem = fault instanceof Problem ? fault : new Problem(0, 'other');
      return null;
    } finally {
      if (turn === this.#turn || this.making) this.busy = false;
      this.changed();
    }
  }
}
