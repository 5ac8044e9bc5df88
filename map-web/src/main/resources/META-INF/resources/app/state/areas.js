// @ts-check
/** The areas the caller may watch, and the cells of the chosen one. */
import * as api from '../net/api.js';
import { joinBoxes } from '../lib/shapes.js';
import { Store } from './store.js';

/** @typedef {{id: number, code: string, type: string, names: Record<string, string>, bbox: [number, number, number, number] | null, cell: boolean, children: number}} Area */

const WIDE_DEGREES = 0.2;
const RENEW_AFTER_MILLIS = [1000, 10_000];

export class AreaChoice extends Store {
  /** @type {Area[]} the tops of what the caller may see and the areas right below them */
  list = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  everything = false;
  /** @type {number | null} 0 is everything the caller sees */
  chosen = null;
  /** @type {number | null} what was chosen when the page was opened */
  first = null;
  /** @type {any} GeoJSON of the chosen area's cells */
  cells = null;
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  cellsState = 'idle';
  /** @type {Map<number, number>} how deep each area stands below the tops */
  depth = new Map();
  #key;
  /** Cells are only shown while no others were asked for since. */
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout>[]} */
  #later = [];

  /** @param {string} [key] under which the choice is kept on this device */
  constructor(key = 'gridward.area') {
    super();
    this.#key = key;
  }

  /**
   * What `load` will choose unless there is no such area any more: to ask for what happens there at once.
   * @param {boolean} everything @param {number | null} wanted @returns {number | null} null when nothing says so
   */
  likely(everything, wanted) {
    const kept = wanted ?? Number(localStorage.getItem(this.#key) ?? NaN);
    return kept > 0 || (everything && kept === 0) ? kept : everything ? 0 : null;
  }

  /** @param {boolean} everything whether the caller may watch the whole installation @param {number | null} [wanted] rather than what was chosen last */
  async load(everything, wanted = /** @type {number | null} */ (null)) {
    this.everything = everything;
    const tops = (await api.listAreas()).items;
    const below = await Promise.all(tops.filter(isBranch).map((/** @type {Area} */ top) => this.#below(top)));
    this.list = tops.flatMap((/** @type {Area} */ top) => [top, ...(below.find(({ id }) => id === top.id)?.items ?? [])]);
    this.list.forEach((area) => this.depth.set(area.id, tops.includes(area) ? 0 : 1));
    this.state = 'ready';
    const likely = this.likely(everything, wanted);
    const known = likely === 0 || this.list.some(({ id }) => id === likely);
    this.first = known ? likely : everything ? 0 : (this.list[0]?.id ?? null);
    this.choose(this.first);
  }

  /** @param {number | null} id */
  choose(id) {
    this.chosen = id;
    if (id !== null) {
      localStorage.setItem(this.#key, String(id));
      this.#loadCells(id);
    }
    this.changed();
  }

  /** The cells may have changed, or could not be loaded: quietly again. */
  renew() {
    if (this.chosen !== null) this.#loadCells(this.chosen);
  }

  /**
   * What is told to every screen: borders that moved are drawn where they are now. An import tells batch after batch; a
   * server that is slow to read a large city has it by the second time.
   * @param {any} frame
   */
  follow(frame) {
    const entries = /** @type {any[]} */ (frame.entries ?? []);
    if (!frame.reset && !entries.some(({ kind }) => kind === 'areas.changed')) return;
    this.#later.forEach(clearTimeout);
    this.#later = RENEW_AFTER_MILLIS.map((millis) => setTimeout(() => this.renew(), millis));
  }

  close() {
    this.#later.forEach(clearTimeout);
  }

  /** @param {number | null} id */
  find(id) {
    return this.list.find((area) => area.id === id);
  }

  /** Where the chosen area lies. @returns {[number, number, number, number][]} */
  boxes() {
    const area = this.find(this.chosen);
    return (area ? [area] : this.list).flatMap(({ bbox }) => (bbox ? [bbox] : []));
  }

  /** A city fills the screen: its borders need no fine detail. */
  #isWide() {
    const box = joinBoxes(this.boxes());
    return !box || box[2] - box[0] > WIDE_DEGREES || box[3] - box[1] > WIDE_DEGREES;
  }

  /** @param {Area} top */
  async #below(top) {
    const { items } = await api.listAreas(top.id);
    return { id: top.id, items: items.filter((/** @type {Area} */ area) => !area.cell) };
  }

  /** @param {number} id */
  async #loadCells(id) {
    const turn = ++this.#turn;
    this.cellsState = 'loading';
    try {
      const cells = await api.getCells(id, this.#isWide() ? 'low' : 'high');
      if (turn !== this.#turn) return;
      this.cells = cells;
      this.cellsState = 'ready';
    } catch {
      if (turn !== this.#turn) return;
      this.cellsState = 'failed';
    }
    this.changed();
  }
}

/** @param {Area} area */
function isBranch(area) {
  return area.children > 0;
}
