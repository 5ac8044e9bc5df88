// @ts-check
/** What is known of an area's division: its faults, looked for when asked, and the edits made in it. */
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {{key: string, kind: string, codes: string[], names: Record<string, string>[], at: [number, number], squareMetres: number, proposal: {action: string, code: string}, where: any}} Fault */
/** @typedef {{level: string, checked: number, total: number, faults: Fault[], nestings: any[]}} Level */
/** @typedef {'idle' | 'loading' | 'ready' | 'failed'} State */

export class GroundRecord extends Store {
  /** @type {State} */
  faultsState = 'idle';
  /** @type {Level[]} */
  levels = [];
  /** @type {Fault | null} the one looked at */
  fault = null;
  /** @type {State} */
  editsState = 'idle';
  /** @type {any[]} the newest first */
  edits = [];
  /** @type {string | null} */
  next = null;
  /** @type {unknown} why the faults are not known */
  problem = null;
  /** 0 for all of the ground */
  #area = 0;
  /** @type {string[]} */
  #below = [];
  /** What is found is only shown while nothing else was asked since. */
  #turn = 0;
  #editsTurn = 0;

  /** Another area is open: nothing is known of it yet. @param {number | null} area @param {string[]} below the codes of the levels under it */
  about(area, below) {
    this.#area = area ?? 0;
    this.#below = below;
    this.levels = this.edits = [];
    this.fault = this.next = this.problem = null;
    this.faultsState = this.editsState = 'idle';
    this.#turn++;
    this.#editsTurn++;
    this.changed();
  }

  /** Level by level, each shown as soon as it is known. */
  async check() {
    const area = this.#area;
    const turn = ++this.#turn;
    this.faultsState = 'loading';
    this.fault = this.problem = null;
    this.levels = [];
    this.changed();
    for (const level of this.#below) {
      const answer = await api.listFaults(area, level).catch((problem) => ({ problem, items: [] }));
      if (turn !== this.#turn) return;
      this.problem = answer.problem ?? null;
      if (this.problem) break;
      this.levels = [...this.levels, ...answer.items.filter((/** @type {Level} */ { checked }) => checked > 0)];
      this.changed();
    }
    this.faultsState = this.problem ? 'failed' : 'ready';
    this.changed();
  }

  /** @param {Fault | null} fault */
  look(fault) {
    this.fault = fault;
    this.changed();
  }

  /** @param {boolean} [older] more of the same list */
  async loadEdits(older = false) {
    const turn = ++this.#editsTurn;
    this.editsState = 'loading';
    this.changed();
    const answer = await api.listEdits(this.#area, older && this.next ? Number(this.next) : undefined).catch(() => null);
    if (turn !== this.#editsTurn) return;
    this.edits = older ? [...this.edits, ...(answer?.items ?? [])] : (answer?.items ?? []);
    this.next = answer?.next ?? null;
    this.editsState = answer ? 'ready' : 'failed';
    this.changed();
  }

  /** After an edit: what is shown is looked up again. */
  renew() {
    if (this.faultsState !== 'idle') this.check();
    if (this.editsState !== 'idle') this.loadEdits();
  }
}
