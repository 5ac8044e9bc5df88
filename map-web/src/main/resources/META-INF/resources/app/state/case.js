// @ts-check
/** The incident the operator looks at, with its story, decisions and candidates. */
import * as api from '../net/api.js';
import { language } from './language.js';
import { Store } from './store.js';
import { offerUndo } from './undo.js';
import { Viewers } from './viewers.js';

/** @typedef {import('../net/http.js').Problem} Problem */

export class CaseStore extends Store {
  /** @type {string | null} */
  id = null;
  /** @type {'empty' | 'loading' | 'ready' | 'failed' | 'missing'} */
  state = 'empty';
  /** @type {any} */
  detail = null;
  /** @type {any[]} */
  story = [];
  /** @type {any[]} */
  decisions = [];
  /** @type {any[] | null} null until asked for */
  candidates = null;
  /** @type {any} null until asked for: every reading is recorded */
  reporter = null;
  /** @type {Problem | null} what the server last refused */
  problem = null;
  busy = false;
  /** Who else looks at it. */
  viewers = new Viewers();
  /** Whether the operator chooses whom to send. */
  choosing = false;
  /** The chosen case has come, or could not. @type {Promise<void>} */
  loaded = Promise.resolve();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon = undefined;

  /** @param {string | null} id */
  select(id) {
    this.id = id;
    this.detail = null;
    this.story = [];
    this.decisions = [];
    this.candidates = null;
    this.reporter = null;
    this.problem = null;
    this.choosing = false;
    this.state = id ? 'loading' : 'empty';
    this.viewers.lookAt(id);
    this.changed();
    this.loaded = id ? this.load() : Promise.resolve();
  }

  async load() {
    const id = this.id;
    if (!id) return;
    try {
      const [detail, story, decisions] = await Promise.all([
        api.getIncident(id),
        api.getStory(id),
        api.getDecisions(id, language.current).catch(() => ({ items: [] })),
      ]);
      if (this.id !== id) return;
      Object.assign(this, { detail, story: story.items ?? story.entries ?? story, decisions: decisions.items, state: 'ready' });
    } catch (fault) {
      if (this.id !== id) return;
      this.state = /** @type {Problem} */ (fault).status === 404 ? 'missing' : this.detail ? 'ready' : 'failed';
    }
    this.changed();
  }

  /** @param {boolean} on whether the operator chooses whom to send */
  choose(on) {
    this.choosing = on;
    this.changed();
  }

  /** Something happened to it: read it again, once for a burst. @param {import('../lib/types.js').Entry[]} entries */
  follow(entries) {
    if (!this.id || !entries.some(({ payload }) => (payload?.incident?.id ?? payload?.incidentId) === this.id)) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.load();
      if (this.candidates) this.loadCandidates();
    }, 120);
  }

  async loadCandidates() {
    const id = this.id;
    if (!id) return;
    const answer = await api.getCandidates(id, language.current).catch(() => ({ items: [] }));
    if (this.id !== id) return;
    this.candidates = answer.items ?? answer.candidates ?? [];
    this.changed();
  }

  async loadReporter() {
    const id = this.id;
    if (!id) return;
    try {
      const reporter = await api.getReporter(id);
      if (this.id === id) this.reporter = reporter ?? {};
    } catch (fault) {
      this.problem = /** @type {Problem} */ (fault);
    }
    this.changed();
  }

  /**
   * @param {string} step a command of the life cycle, or assign, recall, dispatch
   * @param {Record<string, unknown>} [body] without the version
   * @returns {Promise<boolean>} whether it was done
   */
  async run(step, body = {}) {
    const { id, detail } = this;
    if (!id || !detail || this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      await this.#send(id, step, { ...body, version: detail.version });
      offerUndo(detail, step);
      if (this.id === id) this.choosing = false;
      return true;
    } catch (fault) {
      if (this.id === id) this.problem = /** @type {Problem} */ (fault);
      return false;
    } finally {
      this.busy = false;
      await this.load();
    }
  }

  /**
   * Who has it: to a colleague, to those further up, back.
   * @param {'hand-over' | 'escalate' | 'give-back'} order @param {Record<string, unknown>} body without the version
   */
  keep(order, body) {
    return this.run(order, body);
  }

  /** Who else could take it; null when that is not known. @returns {Promise<any>} */
  async loadColleagues() {
    return this.id ? api.listColleagues(this.id).catch(() => null) : null;
  }

  dropProblem() {
    this.problem = null;
    this.changed();
  }

  /** @param {string} id @param {string} step @param {Record<string, unknown>} body */
  #send(id, step, body) {
    if (step === 'assign' || step === 'recall' || step === 'dispatch') return api.dispatchStep(id, step, body);
    if (step === 'hand-over' || step === 'escalate' || step === 'give-back') return api.keepIncident(id, step, body);
    return api.command(id, step, body);
  }
}
