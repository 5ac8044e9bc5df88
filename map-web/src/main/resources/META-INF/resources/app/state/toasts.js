// @ts-check
/** Short news for the person at the screen: what was done, with a way to take it back while it is shown. */
import { newKey } from '../lib/ids.js';
import { Store } from './store.js';

/** @typedef {{id: string, words: string, kind: 'good' | 'bad', action?: {words: string, run: () => void}}} Toast */

const SHOWN_MILLIS = 8000;
const MOST = 3;

class ToastStore extends Store {
  /** @type {Toast[]} the latest last */
  list = [];
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #timers = new Map();

  /** @param {string} words @param {{kind?: Toast['kind'], action?: Toast['action']}} [more] what failed stays until it is put away */
  show(words, { kind = 'good', action } = {}) {
    const toast = { id: newKey(), words, kind, action };
    this.list = [...this.list, toast].slice(-MOST);
    this.resume(toast);
    this.changed();
  }

  /** Somebody reads it. @param {Toast} toast */
  hold({ id }) {
    clearTimeout(this.#timers.get(id));
  }

  /** @param {Toast} toast */
  resume(toast) {
    clearTimeout(this.#timers.get(toast.id));
    if (toast.kind === 'good') this.#timers.set(toast.id, setTimeout(() => this.drop(toast), SHOWN_MILLIS));
  }

  /** @param {Toast} toast */
  drop({ id }) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((each) => each.id !== id);
    this.changed();
  }
}

export const toasts = new ToastStore();
