// @ts-check
/** Who has open cases, for the queue to be narrowed by. */
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {{userId: number, name: string, open: number}} Keeper */

export class Keepers extends Store {
  /** @type {Keeper[]} the busiest first */
  list = [];

  /** Without an answer it stays as it was. */
  async load() {
    const found = await api.listKeepers().catch(() => null);
    if (found) this.list = found.items;
    this.changed();
  }
}
