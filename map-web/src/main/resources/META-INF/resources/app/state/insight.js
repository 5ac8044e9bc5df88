// @ts-check
/** Where incidents gather and how they are handled: one view, and the answers that belong to it. */
import * as api from '../net/api.js';
import { decodeHeat, fittingBandwidth, plainView } from '../lib/insight.js';
import { joinBoxes } from '../lib/shapes.js';
import { Question } from './question.js';
import { Store } from './store.js';

/** @typedef {import('../lib/insight.js').View} View */
/** @typedef {import('./areas.js').Area & {path: string}} Area */
/** @typedef {{box: number[], width: number, height: number}} Frame what of the map is seen, in degrees, and how many pixels are worth while */
/** @typedef {{step: 'hour' | 'day', timeZone: string, edges: string[], counts: number[], first: string | null, last: string | null}} Histogram */
/** @typedef {{items: import('../lib/insight.js').AreaRow[], all: import('../lib/insight.js').Figures, next: number | null}} Table */

const USUAL_MILLIS = 7 * 24 * 3_600_000;
const MOST_ROWS = 5000;
const STILL_MILLIS = 180;
const AGAIN_MILLIS = 2000;

export class InsightStore extends Store {
  /** @type {View} */
  view = plainView();
  /** @type {Area | null} null is everything the reader sees */
  area = null;
  /** From the top down to the area. @type {Area[]} */
  trail = [];
  /** @type {'loading' | 'ready' | 'failed' | 'unknown'} */
  state = 'loading';
  /** All cells that the reader sees. @type {any} */
  cells = null;
  /** Where everything the reader sees lies. @type {[number, number, number, number][]} */
  boxes = [];
  #changedSoon = () => this.changed();
  /** @type {Question<Histogram>} */
  histogram = new Question((values, signal) => api.getInsight('histogram', values, signal), this.#changedSoon);
  /** @type {Question<Table>} */
  table = new Question((values, signal) => api.getInsight('areas', values, signal), this.#changedSoon);
  /** @type {Question<{items: any[], next: string | null}>} */
  cases = new Question((values, signal) => api.getInsight('cases', values, signal), this.#changedSoon);
  /** @type {Question<import('../lib/insight.js').Surface>} */
  heat = new Question(async (values, signal) => decodeHeat(await api.getHeat(values, signal)), this.#changedSoon);
  /** @type {Question<{items: import('../lib/reach.js').ReachRow[], all: import('../lib/reach.js').Count, facilities: any[], distance: string, attribution: string | null}>} */
  reach = new Question((values, signal) => api.getInsight('reach', values, signal), this.#changedSoon);
  /** Kinds of service places. @type {any[]} */
  kinds = [];
  /** Where to begin: the one area that holds all the others, else 0 for everything. */
  #top = 0;
  /** @type {Frame | null} */
  #frame = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again = undefined;
  /** An area is only entered while nobody wanted another one since. */
  #turn = 0;

  /** @param {View} view */
  async open(view) {
    this.view = view;
    this.state = 'loading';
    try {
      const tops = (await api.listAreas()).items;
      this.boxes = tops.flatMap((/** @type {Area} */ top) => (top.bbox ? [top.bbox] : []));
      this.#top = tops.length === 1 && !tops[0].cell ? tops[0].id : 0;
      if (!(await this.#enter(view.area))) return;
      this.state = 'ready';
    } catch (fault) {
      this.state = /** @type {any} */ (fault).status === 404 ? 'unknown' : 'failed';
      return this.changed();
    }
    this.changed();
    api.getCells(0, 'low').then((cells) => this.#took(cells), () => {});
    await this.#askTime();
  }

  /** @param {any} cells */
  #took(cells) {
    this.cells = cells;
    this.changed();
  }

  /** @param {number} wanted 0 is everything @returns {Promise<boolean>} false when another one was wanted since */
  async #enter(wanted) {
    const turn = ++this.#turn;
    const id = wanted || this.#top;
    const area = id ? await api.getArea(id) : null;
    const above = area ? area.path.split('/').filter(Boolean).map(Number).slice(0, -1) : [];
    const found = await Promise.all(above.map((/** @type {number} */ each) => api.getArea(each).catch(() => null)));
    if (turn !== this.#turn) return false;
    this.area = area;
    this.trail = [...found.filter(Boolean), ...(area ? [area] : [])];
    this.view = { ...this.view, area: id };
    return true;
  }

  /** Counts over time, and the last week of them where no time is chosen. */
  async #askTime() {
    await this.histogram.ask(this.#filter(false));
    const { answer, state } = this.histogram;
    if (state === 'reading') return this.#askTimeAgain();
    if (!this.view.chosen && answer && answer.edges.length > 1) this.view = { ...this.view, ...usualTime(answer.edges) };
    this.#askFigures();
  }

  #askTimeAgain() {
    this.#again = setTimeout(() => this.#askTime(), AGAIN_MILLIS);
  }

  #askFigures() {
    this.changed();
    if (this.area?.cell) this.cases.ask({ ...this.#filter(true), limit: 100 });
    this.table.ask({ ...this.#filter(true), level: this.view.level, limit: MOST_ROWS });
    this.#askHeat(0);
    this.#askReach();
  }

  async #askReach() {
    if (this.view.mode !== 'reach') return;
    if (this.kinds.length === 0) this.kinds = (await api.listFacilityKinds()).items;
    const { minutes, of, openOnly } = this.view.reach;
    const kind = this.kinds.find(({ code }) => code === this.view.reach.kind)?.code ?? this.kinds[0]?.code;
    if (!kind) return;
    this.view = { ...this.view, reach: { ...this.view.reach, kind } };
    await this.reach.ask({ area: this.view.area, level: this.area?.cell ? 'cells' : this.view.level, kind, minutes, of, open: openOnly });
  }

  /** @param {number} pause */
  #askHeat(pause) {
    if (this.view.mode === 'areas' || this.view.mode === 'reach' || !this.#frame || !this.view.from) return;
    const { box, width, height } = this.#frame;
    this.heat.ask({ ...this.#filter(true), bbox: box.join(), width, height, bandwidth: this.bandwidth, compare: this.view.mode === 'change' }, pause);
  }

  /** @param {boolean} inTime */
  #filter(inTime) {
    const { area, categories, from, to } = this.view;
    return { area, category: categories.join(), ...(inTime ? { from, to } : {}) };
  }

  /** In metres: as it was chosen, else as it suits the area. */
  get bandwidth() {
    return this.view.bandwidth ?? fittingBandwidth(this.area?.bbox ?? joinBoxes(this.boxes));
  }

  /** What the map shows now. @param {Frame} frame */
  frame(frame) {
    this.#frame = frame;
    this.#askHeat(STILL_MILLIS);
  }

  /** Looks at another area. @param {number} id 0 is everything */
  async go(id) {
    try {
      if (!(await this.#enter(id))) return;
    } catch {
      return; // gone meanwhile: what is shown stays
    }
    this.view = { ...this.view, place: null, level: 'below' };
    this.cases.answer = null;
    this.changed();
    await this.#askTime();
  }

  /** @param {Partial<View>} part */
  change(part) {
    this.view = { ...this.view, ...part, chosen: this.view.chosen || 'from' in part };
    if ('categories' in part) this.#askTime();
    else if ('from' in part || 'level' in part) this.#askFigures();
    else {
      this.changed();
      if ('mode' in part || 'reach' in part) this.#askReach();
      if ('mode' in part || 'bandwidth' in part) this.#askHeat('bandwidth' in part ? STILL_MILLIS : 0);
    }
  }

  /** Where the map stands is only kept for the address. @param {View['place']} place */
  stand(place) {
    this.view = { ...this.view, place };
    this.changed();
  }

  /** More of the list of cases. */
  async moreCases() {
    const before = this.cases.answer;
    if (!before?.next) return;
    await this.cases.ask({ ...this.#filter(true), limit: 100, after: before.next });
    if (this.cases.answer && this.cases.answer !== before) this.cases.answer.items.unshift(...before.items);
    this.changed();
  }

  /** Everything again, as it is now. */
  refresh() {
    if (this.state === 'ready') this.#askTime();
  }

  close() {
    clearTimeout(this.#again);
    for (const question of [this.histogram, this.table, this.cases, this.heat, this.reach]) question.stop();
  }
}

/** The last seven days of what there is. @param {string[]} edges */
function usualTime(edges) {
  const to = edges[edges.length - 1];
  const from = Math.max(Date.parse(edges[0]), Date.parse(to) - USUAL_MILLIS);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
