// @ts-check
/**
 * What a worker has done and the server has not yet heard: kept on the device, sent in order, each with its own key, so that a
 * repeat has one effect.
 */
import * as api from '../net/api.js';
import { newKey } from '../lib/ids.js';
import { Store } from './store.js';

/** @typedef {{key: string, kind: 'report' | 'step', assignmentId?: string, step?: string, body: Record<string, unknown>}} Waiting */

const KEPT = 'gridward.draft.outbox';
const RETRY_MILLIS = 4000;

/** Tells 'change', and 'sent' or 'refused' (detail: {item, problem}) for each item. */
export class Outbox extends Store {
  /** @type {Waiting[]} */
  items = readKept();
  offline = false;
  #sending = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #wake = () => void this.flush();

  open() {
    globalThis.addEventListener('online', this.#wake);
    return this.flush();
  }

  close() {
    globalThis.removeEventListener('online', this.#wake);
    clearTimeout(this.#timer);
  }

  /** @param {Omit<Waiting, 'key'>} item */
  put(item) {
    this.items.push({ ...item, key: newKey() });
    this.#keep();
    return this.flush();
  }

  /** @param {string} assignmentId @returns {string[]} steps not yet sent */
  stepsOf(assignmentId) {
    return this.items.filter((item) => item.assignmentId === assignmentId).map(({ step }) => String(step));
  }

  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    while (this.items.length > 0 && (await this.#sendFirst()));
    this.#sending = false;
    if (this.items.length > 0) this.#timer = setTimeout(this.#wake, RETRY_MILLIS);
    this.changed();
  }

  /** @returns {Promise<boolean>} false when there is no signal */
  async #sendFirst() {
    const item = this.items[0];
    try {
      const answer = await send(item);
      this.#drop('sent', { item, answer });
      return true;
    } catch (fault) {
      const problem = /** @type {import('../net/http.js').Problem} */ (fault);
      this.offline = problem.offline || problem.status >= 500 || problem.status === 401;
      if (this.offline) return false;
      this.#drop('refused', { item, problem });
      return true;
    }
  }

  /** @param {string} event @param {Record<string, unknown>} detail */
  #drop(event, detail) {
    this.items.shift();
    if (event === 'sent') this.offline = false;
    this.#keep();
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  #keep() {
    localStorage.setItem(KEPT, JSON.stringify(this.items));
    this.changed();
  }
}

/** @param {Waiting} item */
function send(item) {
  if (item.kind === 'report') return api.report(item.body, item.key);
  return api.assignmentStep(String(item.assignmentId), String(item.step), item.body, item.key);
}

/** @returns {Waiting[]} */
function readKept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}
