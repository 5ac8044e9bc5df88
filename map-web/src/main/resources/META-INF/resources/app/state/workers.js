// @ts-check
/** The workers of the watched area and where they are. */
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Worker} Worker */

const PAUSE_MILLIS = 100;

export class WorkerBoard extends Store {
  /** @type {Map<number, Worker>} */
  #byId = new Map();
  /** @type {Worker[] | null} made when asked for */
  #onDuty = null;

  constructor() {
    super(PAUSE_MILLIS);
  }

  /** @param {Worker[]} workers */
  replace(workers) {
    this.#byId = new Map(workers.map((worker) => [worker.id, worker]));
    this.#onDuty = null;
    this.changed();
  }

  /** @param {(import('../lib/types.js').Position & {workerId: number})[]} positions */
  move(positions) {
    for (const position of positions) {
      const worker = this.#byId.get(position.workerId);
      if (worker) worker.position = position;
    }
    this.changed();
  }

  /** @param {number} id @param {boolean} onDuty @returns {boolean} false for a worker not known here */
  changeDuty(id, onDuty) {
    const worker = this.#byId.get(id);
    if (!worker) return false;
    worker.onDuty = onDuty;
    this.#onDuty = null;
    this.changed();
    return true;
  }

  /** @param {number} id */
  find(id) {
    return this.#byId.get(id);
  }

  list() {
    return [...this.#byId.values()];
  }

  get count() {
    return this.#byId.size;
  }

  /** @returns {readonly Worker[]} */
  onDuty() {
    return (this.#onDuty ??= this.list().filter((worker) => worker.onDuty));
  }
}
