// @ts-check
/** After a step that can be taken back: says what was done, with the way back. The case has it as well, as long as the server says. */
import * as api from '../net/api.js';
import { language, t } from './language.js';
import { toasts } from './toasts.js';

const UNDOABLE = new Set(['file', 'assign', 'recall', 'close', 'settle', 'dismiss', 'rework', 'recategorise', 'merge']);

/** @param {{id: string, number: number}} incident @param {string} step that was done to it */
export function offerUndo({ id, number }, step) {
  if (!UNDOABLE.has(step)) return;
  toasts.show(t(`undo.done.${step}`, { n: number }), { action: { words: t('undo.undo'), run: () => takeBack(id, number) } });
}

/** @param {readonly {id: string, number: number}[]} incidents @param {string} step that was done to each of them @param {string} words what was done */
export function offerUndoOfAll(incidents, step, words) {
  const [first] = incidents;
  if (incidents.length === 1) return offerUndo(first, step);
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
    toasts.show(t('undo.undone', { n: number }));
  } catch (fault) {
    const { code, fields } = /** @type {import('../net/http.js').Problem} */ (fault);
    const key = `problem.${code}`;
    toasts.show(language.has(key) ? t(key, fields) : t('problem.other', { detail: fields?.detail ?? code }), { kind: 'bad' });
  }
}
