// @ts-check
/** Areas from a file: sent, looked at, its columns chosen, checked, taken in. */
import { guessColumn } from '../lib/column-guess.js';
import * as api from '../net/api.js';
import { Problem } from '../net/http.js';
import { Store } from './store.js';

/** @typedef {{crs: string, count: number | null, columns: string[], rows: Record<string, string | null>[], facts: import('../lib/column-guess.js').Facts[], looked: number, shapes: any[], bbox: [number, number, number, number] | null, unreadable: number}} Preview */
/** @typedef {{file: string, dryRun: boolean, state: 'running' | 'done' | 'failed' | 'cancelled', done: number, total: number | null, code: string | null, detail: string | null, created: number, changed: number, unchanged: number, repaired: number, faulty: number, faults: {number: number, code: string, message: string}[]}} Run */

const ASK_EVERY_MILLIS = 500;

const MEANINGS = /** @type {const} */ (['code', 'name', 'nameZh', 'parent']);

export class AreaImport extends Store {
  /** @type {string | null} */
  id = null;
  file = '';
  busy = false;
  /** @type {Problem | null} */
  problem = null;
  /** @type {Preview | null} */
  preview = null;
  /** How the file is read. */
  reading = { crs: '', encoding: '', layer: '' };
  /** What becomes of its columns. */
  choice = { level: '', levelName: '', levelNameZh: '', code: '', parent: '', name: '', nameZh: '', cell: false, effectiveAt: '' };
  /** @type {Run | null} */
  run = null;
  /** Whether the whole file was checked as it is read and chosen now. */
  checked = false;
  /** A check counts only while nothing else was chosen since it began. */
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  /** Why the check or the import failed. */
  get refusal() {
    return new Problem(422, this.run?.code ?? '', { detail: this.run?.detail ?? '' });
  }

  /** @param {File} file */
  async send(file) {
    this.forget();
    this.file = file.name;
    const sent = await this.#during(() => api.sendAreaFile(file));
    if (!sent) return;
    this.id = sent.id;
    await this.look();
  }

  forget() {
    clearTimeout(this.#timer);
    this.id = this.preview = this.problem = null;
    this.#uncheck();
    this.reading = { crs: '', encoding: '', layer: '' };
    this.changed();
  }

  /** @param {Partial<typeof this.reading>} values */
  read(values) {
    this.reading = { ...this.reading, ...values };
    this.#uncheck(); // what was checked was read otherwise
    this.changed();
  }

  /** @param {Partial<typeof this.choice>} values */
  choose(values) {
    this.choice = { ...this.choice, ...values };
    this.#uncheck(); // what was checked was another choice
    this.changed();
  }

  async look() {
    const id = this.id;
    if (!id) return;
    this.#uncheck();
    this.preview = await this.#during(() => api.previewAreaFile(id, this.reading));
    const { columns = [], facts = [], looked = 0, unreadable = 0 } = this.preview ?? {};
    for (const meaning of MEANINGS) {
      if (!columns.includes(this.choice[meaning])) this.choice[meaning] = guessColumn(meaning, columns, facts, looked - unreadable);
    }
    this.changed();
  }

  #uncheck() {
    this.run = null;
    this.checked = false;
    this.#turn++;
  }

  get ready() {
    return !!this.preview && !!this.choice.level && !!this.choice.code && !!this.choice.name && !this.running;
  }

  get running() {
    return this.run?.state === 'running';
  }

  /** @param {boolean} dryRun */
  async start(dryRun) {
    const id = this.id;
    if (!id) return;
    const turn = this.#turn;
    const effectiveAt = this.choice.effectiveAt ? new Date(this.choice.effectiveAt).toISOString() : undefined;
    this.run = await this.#during(() => api.startAreaImport(id, { ...this.choice, ...this.reading, effectiveAt, dryRun }));
    this.#follow(id, turn);
  }

  async cancel() {
    const id = this.id;
    if (id) await this.#during(() => api.cancelAreaImport(id));
  }

  /** @param {string} id @param {number} turn */
  #follow(id, turn) {
    clearTimeout(this.#timer);
    if (!this.running) return;
    this.#timer = setTimeout(async () => {
      const run = await api.getAreaImport(id).catch(() => this.run);
      if (this.id !== id) return;
      this.run = run;
      this.#ended(run, turn);
      this.changed();
      this.#follow(id, turn);
    }, ASK_EVERY_MILLIS);
  }

  /** What was cancelled or failed stays checked, so that one can go on at once. @param {Run | null} run @param {number} turn */
  #ended(run, turn) {
    if (!run || run.state === 'running') return;
    if (run.state === 'done') this.checked = run.dryRun && turn === this.#turn;
    if (!run.dryRun && run.created + run.changed > 0) this.dispatchEvent(new Event('taken-in'));
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T | null>} null when it was refused */
  async #during(work) {
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      return await work();
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'other');
      return null;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
