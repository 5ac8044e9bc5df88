// @ts-check
/** Areas as a file of the computer: one at a time, told when it is there and when it cannot be had. */
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {{format: string, level: string, crs: string}} Wanted `crs` empty for WGS 84 */

export class AreaExport extends Store {
  /** @type {Wanted | null} */
  wanted = null;
  /** Of the file that came last. */
  name = '';
  /** @type {Problem | null} */
  problem = null;

  /** @param {Wanted} wanted @returns {Promise<Blob | null>} null when it cannot be had */
  async bring(wanted) {
    if (this.wanted) return null;
    this.#become(wanted, '', null);
    try {
      const { content, name } = await api.exportAreas(wanted);
      this.#become(null, name, null);
      return content;
    } catch (fault) {
      this.#become(null, '', fault instanceof Problem ? fault : new Problem(0, 'other'));
      return null;
    }
  }

  /** What was told of the last one is for another choice. */
  forget() {
    this.#become(this.wanted, '', null);
  }

  /** @param {Wanted | null} wanted @param {string} name @param {Problem | null} problem */
  #become(wanted, name, problem) {
    this.wanted = wanted;
    this.name = name;
    this.problem = problem;
    this.changed();
  }
}
