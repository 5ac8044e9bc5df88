// @ts-check
/** One step for many incidents: each is tried by itself, a few at a time, and each answer is kept. */
import { mayTake } from '../lib/commands.js';
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{incident: Incident, problem: import('../net/http.js').Problem}} Refused */

const AT_ONCE = 4;

export class Batch extends Store {
  /** @type {'idle' | 'asking' | 'running' | 'done'} */
  state = 'idle';
  /** @type {import('../lib/commands.js').Step | null} */
  step = null;
  /** @type {Incident[]} those the step fits */
  fitting = [];
  /** @type {Incident[]} those it does not fit where they stand now */
  others = [];
  /** @type {Incident[]} */
  done = [];
  /** @type {Refused[]} */
  refused = [];
  #stopped = false;

  /** @param {import('../lib/commands.js').Step} step @param {Incident[]} incidents */
  prepare(step, incidents) {
    const fits = (/** @type {Incident} */ incident) => mayTake(step, incident);
    Object.assign(this, { state: 'asking', step, fitting: incidents.filter(fits), others: incidents.filter((incident) => !fits(incident)), done: [], refused: [] });
    this.changed();
  }

  /** @param {Record<string, unknown>} body without versions */
  async run(body) {
    this.state = 'running';
    this.#stopped = false;
    this.changed();
    const waiting = [...this.fitting];
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(waiting, body)));
    this.state = 'done';
    this.changed();
  }

  /** What has not begun stays as it is. */
  stop() {
    this.#stopped = true;
  }

  /** How many were not tried. */
  get left() {
    return this.fitting.length - this.done.length - this.refused.length;
  }

  /** @param {Incident[]} waiting @param {Record<string, unknown>} body */
  async #work(waiting, body) {
    for (let incident = waiting.shift(); incident && !this.#stopped; incident = waiting.shift()) {
      try {
        await this.#send(incident, body);
        this.done.push(incident);
      } catch (fault) {
        this.refused.push({ incident, problem: /** @type {any} */ (fault) });
      }
      this.changed();
    }
  }

  /** @param {Incident} incident @param {Record<string, unknown>} body */
  #send({ id, version }, body) {
    const name = String(this.step?.name);
    return ['assign', 'recall', 'dispatch'].includes(name) ? api.dispatchStep(id, /** @type {any} */ (name), { ...body, version }) : api.command(id, name, { ...body, version });
  }
}
