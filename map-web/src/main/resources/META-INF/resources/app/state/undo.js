// @ts-check
/**
 * After a step that can be taken back: says what was done, with the way back; the case keeps it for as long as the server may
 * still take it back.
 */
import * as api from '../net/api.js';
import { language, t } from './language.js';
import { Store } from './store.js';
import { toasts } from './toasts.js';

const UNDOABLE = new Set(['file', 'assign', 'recall', 'close', 'settle', 'dismiss', 'rework', 'recategorise', 'merge']);

/** Answers after which it can no longer be taken back. */
const REFUSED = new Set(['moved-on', 'too-late-to-undo', 'nothing-to-undo']);

/** What the server allows unless it is configured otherwise (docs/api/desk.md); it has the last word. */
const UNDO_MILLIS = 300_000;

/** The last step that was done here to each incident, while it may be taken back. */
class LastSteps extends Store {
  /** @type {Map<string, {step: string, until: number}>} by the incident's id; until: epoch milliseconds */
  #steps = new Map();

  /** @param {string} id @param {string} step */
  keep(id, step) {
    const now = Date.now();
    for (const [each, { until }] of this.#steps) if (until <= now) this.#steps.delete(each);
    this.#steps.delete(id);
    if (UNDOABLE.has(step)) this.#steps.set(id, { step, until: now + UNDO_MILLIS });
    this.changed();
  }

  /** @param {string} id */
  drop(id) {
    if (this.#steps.delete(id)) this.changed();
  }

  /** @param {string} id @returns {string | null} the step, or null when there is none to take back */
  find(id) {
    const kept = this.#steps.get(id);
    return kept && kept.until > Date.now() ? kept.step : null;
  }
}

export const lastSteps = new LastSteps();

/** @param {{id: string, number: number}} incident @param {string} step that was done to it */
export function offerUndo({ id, number }, step) {
  lastSteps.keep(id, step);
  if (!UNDOABLE.has(step)) return;
  toasts.show(t(`undo.done.${step}`, { n: number }), { action: { words: t('undo.undo'), run: () => takeBack(id, number) } });
}

/** @param {readonly {id: string, number: number}[]} incidents @param {string} step that was done to each of them @param {string} words what was done */
export function offerUndoOfAll(incidents, step, words) {
  const [first] = incidents;
  if (incidents.length === 1) return offerUndo(first, step);
  for (const { id } of incidents) lastSteps.keep(id, step);
  toasts.show(words, UNDOABLE.has(step) ? { action: { words: t('undo.undo'), run: () => takeAllBack(incidents) } } : {});
}

/** One after the other; what cannot be taken back is named. @param {readonly {id: string, number: number}[]} incidents */
async function takeAllBack(incidents) {
  /** @type {number[]} */
  const kept = [];
  for (const { id, number } of incidents) {
    await api
      .getIncident(id)
      .then(({ version }) => api.undoIncident(id, version))
      .then(() => lastSteps.drop(id))
      .catch(() => kept.push(number));
  }
  if (incidents.length > kept.length) toasts.show(t('undo.allUndone', { n: incidents.length - kept.length }));
  if (kept.length > 0) toasts.show(t('undo.notUndone', { numbers: kept.map((number) => `#${number}`).join(', ') }), { kind: 'bad' });
}

/** As long as nobody else has done anything since; the server knows. @param {string} id @param {number} number */
export async function takeBack(id, number) {
  try {
    const { version } = await api.getIncident(id);
    await api.undoIncident(id, version);
    lastSteps.drop(id);
    toasts.show(t('undo.undone', { n: number }));
  } catch (fault) {
    const { code, fields } = /** @type {import('../net/http.js').Problem} */ (fault);
    const key = `problem.${code}`;
    if (REFUSED.has(code)) lastSteps.drop(id);
    toasts.show(language.has(key) ? t(key, fields) : t('problem.other', { detail: fields?.detail ?? code }), { kind: 'bad' });
  }
}
