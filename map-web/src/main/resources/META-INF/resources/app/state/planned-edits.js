// @ts-check
/** The edits of the open area that wait for their day, the next one first, and those that could not be made on it. */
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {{id: number, kind: string, effectiveAt: string, actorName: string | null, refused: string | null, current: boolean, changes: {id: number, code: string, change: string}[]}} PlannedEdit */

/** Time enough for what is made on its day. */
const MADE_WITHIN_MS = 60_000;

/** How it stands with one. @param {Pick<PlannedEdit, 'effectiveAt' | 'refused' | 'current'>} edit @param {number} now @returns {'waiting' | 'late' | 'outdated' | 'refused'} */
export function standingOf({ effectiveAt, refused, current }, now) {
  if (refused) return 'refused';
  if (!current) return 'outdated';
  return now > Date.parse(effectiveAt) + MADE_WITHIN_MS ? 'late' : 'waiting';
}

export class PlannedEdits extends Store {
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  state = 'idle';
  /** @type {PlannedEdit[]} */
  items = [];
  /** @type {Problem | null} */
  problem = null;
  /** @type {number | null} */
  #area = null;
  /** A list is only shown while no other was asked for since. */
  #turn = 0;

  /** Whether there is one that will not be made, or was not. */
  get stuck() {
    return this.items.some(({ refused, current }) => refused || !current);
  }

  /** Another area is open, or the same after a change. @param {number | null} area 0 for all of the ground, null for none */
  async about(area) {
    if (area !== this.#area) this.items = [];
    this.#area = area;
    const turn = ++this.#turn;
    this.problem = null;
    this.state = area === null ? 'idle' : 'loading';
    this.changed();
    if (area === null) return;
    const answer = await api.listPlannedEdits(area).catch(() => null);
    if (turn !== this.#turn) return;
    this.items = answer?.items ?? [];
    this.state = answer ? 'ready' : 'failed';
    this.changed();
  }

  /** @param {number} id */
  async cancel(id) {
    let problem = null;
    try {
      await api.cancelPlannedEdit(id);
    } catch (fault) {
      problem = fault instanceof Problem ? fault : new Problem(0, 'other');
    }
    await this.about(this.#area);
    this.problem = problem;
    this.changed();
  }
}
