// @ts-check
/** What became of a resident's report, asked by its code. */
import * as api from '../net/api.js';
import { Store } from './store.js';

export class TrackedReport extends Store {
  /** @type {any} */
  answer = null;
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  busy = false;

  /** @param {string} code */
  async ask(code) {
    this.busy = true;
    this.answer = this.problem = null;
    this.changed();
    try {
      this.answer = await api.track(code.trim());
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
    }
    this.busy = false;
    this.changed();
  }
}
