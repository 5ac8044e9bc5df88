// @ts-check
/** The person's own filters of the queue, kept by the server. */
import { fromSaved, toSaved } from '../lib/queue-choice.js';
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {{id: number, name: string, filter: import('../lib/queue-choice.js').SavedChoice}} SavedFilter */

export class SavedFilters extends Store {
  /** @type {SavedFilter[]} in the order in which they were made */
  list = [];
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;

  async load() {
    await this.#try(async () => {});
  }

  /** The same name again replaces the filter. @param {string} name @param {import('../lib/queue-choice.js').QueueChoice} choice @returns {Promise<boolean>} whether it is kept */
  keep(name, choice) {
    return this.#try(() => api.saveFilter(name.trim(), toSaved(choice)));
  }

  /** @param {SavedFilter} filter */
  remove({ id }) {
    return this.#try(() => api.removeSavedFilter(id));
  }

  /** @param {SavedFilter} filter @param {import('../lib/queue-choice.js').Scope} scope */
  choiceOf({ filter }, scope) {
    return fromSaved(filter, scope);
  }

  /** @param {() => Promise<unknown>} act */
  async #try(act) {
    this.problem = null;
    try {
      await act();
      this.list = (await api.listSavedFilters()).items;
    } catch (fault) {
      this.problem = /** @type {any} */ (fault);
    }
    this.changed();
    return this.problem === null;
  }
}
