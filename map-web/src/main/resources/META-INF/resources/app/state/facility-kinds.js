// @ts-check
/** The kinds of service places, and the one that is being edited. */
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {{code: string, names: Record<string, string>, icon: string, colour: string, rules: string[], version: number}} Kind */
/** @typedef {Kind & {rulesText: string, position: number, fresh: boolean}} Draft `rulesText` as it is typed, a rule a line; `fresh`: there is none of this code yet */

export class FacilityKinds extends Store {
  /** @type {Kind[]} in the order of lists */
  kinds = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {Draft | null} */
  draft = null;
  /** @type {any} */
  problem = null;
  busy = false;
  saved = false;

  async load() {
    try {
      this.kinds = (await api.listFacilityKinds()).items;
      this.state = 'ready';
    } catch {
      this.state = 'failed';
    }
    this.changed();
  }

  /** @param {string | null} code null begins a new one */
  edit(code) {
    const at = this.kinds.findIndex((kind) => kind.code === code);
    this.draft = at >= 0 ? { ...structuredClone(this.kinds[at]), rulesText: this.kinds[at].rules.join('\n'), position: at + 1, fresh: false } : { code: '', names: {}, icon: 'dot', colour: 'public', rules: [], rulesText: '', version: 0, position: this.kinds.length + 1, fresh: true };
    this.problem = null;
    this.saved = false;
    this.changed();
  }

  /** @param {Partial<Draft>} part */
  write(part) {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    this.saved = false;
    this.changed();
  }

  async save() {
    const draft = this.draft;
    if (!draft) return;
    const { code, names, icon, colour, position, version } = draft;
    const rules = draft.rulesText.split('\n').map((line) => line.trim()).filter(Boolean);
    const body = { code, names, icon, colour, rules, position, version };
    await this.#do(() => (draft.fresh ? api.createFacilityKind(body) : api.updateFacilityKind(code, body)), code);
  }

  async remove() {
    const draft = this.draft;
    if (draft) await this.#do(() => api.removeFacilityKind(draft.code, draft.version), null);
  }

  /** After a change by somebody else the newest is shown. @param {() => Promise<any>} step @param {string | null} then which is edited afterwards */
  async #do(step, then) {
    this.busy = true;
    this.problem = null;
    this.changed();
    let fault = null;
    try {
      await step();
    } catch (caught) {
      fault = /** @type {any} */ (caught);
    }
    if (!fault || fault.code === 'version-conflict') await this.load();
    if (!fault && then === null) this.draft = null;
    else if (!fault || fault.code === 'version-conflict') this.edit(then ?? this.draft?.code ?? null);
    this.problem = fault;
    this.saved = !fault;
    this.busy = false;
    this.changed();
  }
}
