// @ts-check
/** The divisions of the open area that were kept as drafts, the newest first. */
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {import('./ground-edit.js').Workloads} Workloads */
/** @typedef {{id: number, name: string, area: number, weight: import('./ground-edit.js').Weight, today: Workloads | null, then: Workloads, current: boolean, madeAt: string, actorName: string | null}} Draft */

export class GroundDrafts extends Store {
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  state = 'idle';
  /** @type {Draft[]} */
  items = [];
  /** @type {Problem | null} */
  problem = null;
  #area = 0;
  /** A list is only shown while no other was asked for since. */
  #turn = 0;

  /** Another area is open, or the same after a change. @param {number | null} area */
  async about(area) {
    if (area !== this.#area) this.items = [];
    this.#area = area ?? 0;
    const turn = ++this.#turn;
    this.problem = null;
    this.state = area ? 'loading' : 'idle';
    this.changed();
    if (!area) return;
    const answer = await api.listDrafts(area).catch(() => null);
    if (turn !== this.#turn) return;
    this.items = answer?.items ?? [];
    this.state = answer ? 'ready' : 'failed';
    this.changed();
  }

  /** @param {number} id */
  async drop(id) {
    let problem = null;
    try {
      await api.dropDraft(id);
    } catch (fault) {
      problem = fault instanceof Problem ? fault : new Problem(0, 'other');
    }
    await this.about(this.#area);
    this.problem = problem;
    this.changed();
  }
}
