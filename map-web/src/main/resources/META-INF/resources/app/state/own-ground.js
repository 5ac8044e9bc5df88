// @ts-check
/** The cells the caller may see, for a map on the phone; asked for once. */
import * as api from '../net/api.js';
import { Store } from './store.js';

const EVERYTHING = 0;

class OwnGround extends Store {
  /** @type {any} GeoJSON, null until it is there */
  cells = null;
  #asked = false;

  async load() {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.cells = await api.getCells(EVERYTHING, 'high');
    } catch {
      this.#asked = false;
    }
    this.changed();
  }
}

export const ownGround = new OwnGround();
