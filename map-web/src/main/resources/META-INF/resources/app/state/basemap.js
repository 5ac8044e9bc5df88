// @ts-check
/** The offline base map: whether there is one, and its tiles as they are asked for. */
import * as api from '../net/api.js';
import { readTile } from '../lib/vector-tile.js';
import { Store } from './store.js';

/** @typedef {{version: string, minZoom: number, maxZoom: number, bbox: [number, number, number, number], attribution: string}} Summary */
/** @typedef {Map<string, import('../lib/vector-tile.js').TileLayer>} Tile */

const MOST_TILES = 220;
/** Tiles that come one after the other are told together: each telling is one more painting of all streets. */
const TILES_TOGETHER_MILLIS = 150;
/** A page may stay for days, and the first base map of an installation come meanwhile. */
const LOOK_AGAIN_MILLIS = 30_000;

class BasemapStore extends Store {
  /** @type {Summary | null} */
  summary = null;
  /** Pictures from another server, where the installation is configured so. @type {{url: string, attribution: string, maxZoom: number} | null} */
  external = null;
  #asked = false;

  constructor() {
    super(TILES_TOGETHER_MILLIS);
  }

  /** @type {Map<string, Tile | null>} null while it is on its way; the least recently used first */
  #tiles = new Map();

  async load() {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const found = await api.getBasemap();
      this.summary = found?.version ? found : null;
      this.external = found?.external ?? null;
    } catch {
      this.#asked = false;
    }
    this.changed();
    if (this.summary || this.external) return;
    setTimeout(() => {
      this.#asked = false;
      this.load();
    }, LOOK_AGAIN_MILLIS);
  }

  /** The tile if it is here; else it is fetched, and the store changes. @param {number} z @param {number} x @param {number} y */
  tile(z, x, y) {
    const key = `${z}/${x}/${y}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) {
      this.#tiles.delete(key);
      this.#tiles.set(key, known);
      return known;
    }
    this.#bring(key);
    return null;
  }

  /** @param {string} key */
  async #bring(key) {
    this.#tiles.set(key, null);
    for (const old of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST_TILES) break;
      this.#tiles.delete(old);
    }
    try {
      const bytes = await api.getTile(String(this.summary?.version), key);
      this.#tiles.set(key, bytes ? readTile(bytes) : new Map());
      this.changed();
    } catch (fault) {
      this.#tiles.delete(key);
      if (/** @type {any} */ (fault).status === 404) this.#renew();
    }
  }

  /** Another base map has taken the place of the one we knew. */
  #renew() {
    this.#tiles.clear();
    this.#asked = false;
    this.load();
  }
}

export const basemap = new BasemapStore();
