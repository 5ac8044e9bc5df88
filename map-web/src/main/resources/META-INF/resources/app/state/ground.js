// @ts-check
/** The area tree as an administrator walks through it: one area, its parts, and their shapes where they are cells. */
import * as api from '../net/api.js';
import { contains } from '../lib/shapes.js';
import { Store } from './store.js';

/** @typedef {import('./areas.js').Area & {parentId: number | null, path: string}} Area */

const EVERYTHING = 0;
/** More cells than this are not sent whole: the map draws them from tiles. */
const MOST_WHOLE = 4000;

export class Ground extends Store {
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {Area[]} from the top down to the open area; empty above the tops */
  trail = [];
  /** @type {Area[]} what stands below the open area, or the tops */
  parts = [];
  /** @type {any[]} the levels from the top down */
  levels = [];
  /** @type {{households: number, people: number, parts: {id: number, households: number, people: number}[]} | null} who lives in the open area, as far as known */
  residents = null;
  /** @type {any} GeoJSON of the cells in the open area */
  cells = null;
  /** Where the tiles are of cells and areas, when there are too many cells to be sent whole, or of the areas, when there are no cells yet. @type {import('../map/ground-tiles.js').Source | null} */
  tiles = null;
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  cellsState = 'idle';
  /** @type {Set<number>} chosen cells, in the order of choosing */
  chosen = new Set();
  #asked = 0;
  /** Where one goes is only shown while nobody wanted to go elsewhere since. */
  #turn = 0;

  /** @returns {Area | null} the open one */
  get area() {
    return this.trail.at(-1) ?? null;
  }

  /** @returns {string[]} the codes of the levels under the open area, from the top down */
  get below() {
    const rank = this.levels.find(({ code }) => code === this.area?.type)?.rank ?? -1;
    return this.levels.filter((level) => level.rank > rank).map(({ code }) => code);
  }

  /** Whether the cells themselves are on the map to be chosen. */
  get showsCells() {
    return this.parts.length > 0 && this.parts.every(({ cell }) => cell);
  }

  /** Whether the open area can be divided into cells, the first time or anew. */
  get divisible() {
    return !!this.area && !this.area.cell && this.state === 'ready' && this.parts.every(({ cell }) => cell);
  }

  async load() {
    await this.#during(async (late) => {
      const [levels, tops] = await Promise.all([api.listAreaTypes(), api.listAreas()]);
      if (late()) return;
      this.levels = levels.items;
      this.parts = tops.items;
      this.trail = [];
      if (this.parts.length === 1 && this.parts[0].children > 0) await this.#enter([], this.parts[0], late);
      else this.#loadCells(EVERYTHING);
    });
  }

  /** @param {Area} area a part of the open one */
  open(area) {
    return this.#during((late) => this.#enter(this.trail, area, late));
  }

  /** @param {number} depth how many areas of the trail stay open */
  async back(depth) {
    const area = this.trail[depth - 1];
    if (area) return this.#during((late) => this.#enter(this.trail.slice(0, depth - 1), area, late));
    await this.#during(async (late) => {
      const tops = (await api.listAreas()).items;
      if (late()) return;
      this.chosen.clear();
      this.trail = [];
      this.parts = tops;
      this.residents = null;
      this.#loadCells(EVERYTHING);
    });
  }

  /** The same ground again, after it was changed. */
  async refresh() {
    const area = this.area;
    if (!area) return this.load();
    await this.#during(async (late) => {
      const parts = (await api.listAreas(area.id)).items;
      if (late() || this.area !== area) return;
      this.parts = parts;
      this.chosen = new Set([...this.chosen].filter((id) => this.parts.some((part) => part.id === id)));
      this.#count(area.id);
      await this.#loadCells(area.id);
    }, this.#turn);
  }

  /** @param {number} id */
  toggle(id) {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.changed();
  }

  /** @param {Iterable<number>} ids */
  choose(ids) {
    this.chosen = new Set(ids);
    this.changed();
  }

  /** @returns {Area[]} */
  get chosenAreas() {
    return [...this.chosen].flatMap((id) => this.parts.find((part) => part.id === id) ?? []);
  }

  /** @param {number} lon @param {number} lat @returns {number | null} the id of the cell there */
  cellAt(lon, lat) {
    const found = this.cells?.features.find((/** @type {any} */ feature) => contains(feature.geometry, [lon, lat]));
    return found ? Number(found.id) : null;
  }

  /** Where the names of the parts stand on the map. @returns {{lon: number, lat: number, names: Record<string, string>, code: string}[]} */
  get partNames() {
    return this.parts.flatMap(({ bbox, names, code }) => (bbox ? [{ lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2, names, code }] : []));
  }

  /** A tile that lies at one of the addresses. @param {string} address @param {number} z @param {number} x @param {number} y @returns {Promise<ArrayBuffer | null>} null: nothing there */
  tile(address, z, x, y) {
    return api.getLayerTile(address, z, x, y);
  }

  /** Which part of the open area a place lies in. @param {number} lon @param {number} lat @returns {Promise<Area | undefined>} */
  async partAt(lon, lat) {
    const cell = this.cellAt(lon, lat);
    const feature = this.cells?.features.find((/** @type {any} */ { id }) => Number(id) === cell);
    const path = this.tiles ? await api.locate(lon, lat).then(({ cell }) => cell?.path, () => null) : feature?.properties.path;
    return this.parts.find((part) => part.children > 0 && path?.startsWith(part.path));
  }

  /** @param {number} id @returns {any} GeoJSON geometry of a cell */
  shapeOf(id) {
    return this.cells?.features.find((/** @type {any} */ feature) => Number(feature.id) === id)?.geometry ?? null;
  }

  /** @returns {import('../lib/shapes.js').Box[]} */
  boxes() {
    const areas = this.area ? [this.area] : this.parts;
    return areas.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  }

  /** @param {Area[]} trail that leads to it @param {Area} area @param {() => boolean} late */
  async #enter(trail, area, late) {
    const parts = (await api.listAreas(area.id)).items;
    if (late()) return;
    this.trail = [...trail, area];
    this.parts = parts;
    this.chosen.clear();
    this.#loadCells(area.id);
    this.#count(area.id);
  }

  /** @param {number} id */
  async #loadCells(id) {
    const asked = ++this.#asked;
    this.cellsState = 'loading';
    try {
      const tiles = this.showsCells ? null : await this.#findTiles(id);
      const cells = tiles ? null : await api.getCells(id, this.showsCells ? 'high' : 'low');
      if (asked !== this.#asked) return;
      this.cells = cells;
      this.tiles = tiles;
      this.cellsState = 'ready';
    } catch {
      if (asked === this.#asked) this.cellsState = 'failed';
    }
    this.changed();
  }

  /** @param {number} id @returns {Promise<import('../map/ground-tiles.js').Source | null>} null where the cells are few enough to be sent whole */
  async #findTiles(id) {
    const [cells, areas] = await Promise.all([api.getTileLayer('cells', id), api.getTileLayer('areas', id)]);
    if (cells.count > 0 && cells.count <= MOST_WHOLE) return null;
    const there = [{ name: 'cells', of: cells }, { name: 'areas', of: areas }].filter(({ of }) => of.count > 0);
    const widths = new Map(there.flatMap(({ of }) => Object.entries(of.counts).map(([level, count]) => [level, averageWidth(of.bounds, count)])));
    return {
      layers: there.map(({ name, of }) => ({ name, address: of.tiles[0] })),
      maxZoom: areas.maxzoom,
      levels: this.levels.map(({ code }) => code),
      widths,
    };
  }

  /** @param {number} id of the open area */
  async #count(id) {
    const residents = await api.getResidents(id).catch(() => null);
    if (this.area?.id !== id) return;
    this.residents = residents && residents.households + residents.people > 0 ? residents : null;
    this.changed();
  }

  /** @param {(late: () => boolean) => Promise<void>} work `late`: whether somebody wanted to go elsewhere since @param {number} [turn] */
  async #during(work, turn = ++this.#turn) {
    const late = () => turn !== this.#turn;
    this.state = 'loading';
    this.changed();
    const done = await work(late).then(() => true, () => false);
    if (late()) return;
    this.state = done ? 'ready' : 'failed';
    this.changed();
  }
}

/** How wide an area is if so many of one size share the ground, as a share of the world's width. @param {[number, number, number, number]} bounds @param {number} count */
function averageWidth([west, , east], count) {
  return (east - west) / 360 / Math.sqrt(count);
}
