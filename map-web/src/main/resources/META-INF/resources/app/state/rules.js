// @ts-check
/** The rules by which cases are dispatched and escalated, and how an administrator is changing them. */
import { TIERS, withOneMore, wrongRung } from '../lib/rules.js';
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {import('../lib/rules.js').Rung} Rung */
/** @typedef {{tier: string, asked: boolean}[]} Tiers in their order */

export class Rules extends Store {
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {{code: string, names: Record<string, string>, rank: number, cell: boolean}[]} */
  levels = [];
  /** As it is edited. @type {{version: number, rungs: Rung[], validFrom: string} | null} */
  escalation = null;
  /** As it is edited. @type {{version: number, tiers: Tiers, nearbyLevelsUp: number, maxAttempts: number} | null} */
  dispatch = null;
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  /** Which part is on its way. @type {'' | 'escalation' | 'dispatch'} */
  busy = '';
  /** Which part was saved last and not touched since. @type {'' | 'escalation' | 'dispatch'} */
  saved = '';

  async load() {
    this.saved = '';
    this.problem = null;
    try {
      const [types, escalation, dispatch] = await Promise.all([api.listAreaTypes(), api.getEscalationRules(), api.getDispatchRules()]);
      this.levels = types.items;
      this.escalation = escalation;
      this.dispatch = edited(dispatch);
      this.state = 'ready';
    } catch {
      this.state = 'failed';
    }
    this.changed();
  }

  /** The rung that stands in the way of saving; -1 when there is none. */
  get wrong() {
    return wrongRung(this.escalation?.rungs ?? []);
  }

  /** @param {Rung[]} rungs */
  writeRungs(rungs) {
    if (this.escalation) this.escalation = { ...this.escalation, rungs };
    this.#touched();
  }

  addRung() {
    this.writeRungs(withOneMore(this.escalation?.rungs ?? []));
  }

  /** @param {Partial<NonNullable<Rules['dispatch']>>} part */
  writeDispatch(part) {
    if (this.dispatch) this.dispatch = { ...this.dispatch, ...part };
    this.#touched();
  }

  async saveEscalation() {
    const { escalation } = this;
    if (!escalation || this.wrong >= 0) return;
    await this.#save('escalation', async () => {
      this.escalation = await api.publishEscalationRules({ rungs: escalation.rungs, version: escalation.version });
    });
  }

  async saveDispatch() {
    const { dispatch } = this;
    if (!dispatch) return;
    const { tiers, nearbyLevelsUp, maxAttempts } = dispatch;
    const ladder = tiers.filter(({ asked }) => asked).map(({ tier }) => tier);
    await this.#save('dispatch', async () => {
      this.dispatch = edited(await api.publishDispatchRules({ ladder, nearbyLevelsUp, maxAttempts }));
    });
  }

  /** @param {'escalation' | 'dispatch'} part @param {() => Promise<void>} send */
  async #save(part, send) {
    this.busy = part;
    this.problem = null;
    this.changed();
    try {
      await send();
      this.saved = part;
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
    }
    this.busy = '';
    this.changed();
  }

  #touched() {
    this.saved = '';
    this.problem = null;
    this.changed();
  }
}

/** @param {{version: number, ladder: string[], nearbyLevelsUp: number, maxAttempts: number}} rules */
function edited({ ladder, ...rest }) {
  const others = TIERS.filter((tier) => !ladder.includes(tier));
  return { ...rest, tiers: [...ladder.map((tier) => ({ tier, asked: true })), ...others.map((tier) => ({ tier, asked: false }))] };
}
