// @ts-check
/** What an operator wants to see in the queue, as pure rules; and the same as the server keeps it (docs/api/desk.md). */

/** @typedef {'area' | 'mine' | 'view'} Scope the whole chosen area, where the person may act, what the map shows */
/** @typedef {'' | 'me' | 'nobody' | number} Keeper who has a case: empty is anybody or nobody, a number the user's id */
/** @typedef {{kind: import('./queue.js').QueueFilter, severity: string[], category: string[], words: string, keeper: Keeper, scope: Scope}} QueueChoice */
/** @typedef {{area?: number, stage?: string[], placement?: string, severity?: string[], category?: string[], words?: string, keeper?: string, late?: boolean}} SavedChoice */

/** @type {readonly Scope[]} */
export const SCOPES = ['area', 'mine', 'view'];
/** @type {QueueChoice} */
export const EVERYTHING = { kind: 'all', severity: [], category: [], words: '', keeper: '', scope: 'area' };

/** @type {Partial<Record<import('./queue.js').QueueFilter, SavedChoice>>} */
const KINDS = {
  late: { late: true },
  decide: { stage: ['COLLECTED', 'FILED'] },
  sent: { stage: ['DISPATCHED'] },
  onsite: { stage: ['HANDLING'] },
  verify: { stage: ['FED_BACK'] },
  locate: { placement: 'NEEDS_LOCATING' },
};

/** How many narrow the queue beside the kind and the words. @param {QueueChoice} choice */
export function narrowedBy({ severity, category, keeper }) {
  return (keeper === '' ? 0 : 1) + (severity.length > 0 ? 1 : 0) + (category.length > 0 ? 1 : 0);
}

/** @param {QueueChoice} choice @returns {SavedChoice} without the scope, which is of the moment */
export function toSaved({ kind, severity, category, words, keeper }) {
  return {
    ...KINDS[kind],
    ...(severity.length > 0 ? { severity } : {}),
    ...(category.length > 0 ? { category } : {}),
    ...(words.trim() ? { words: words.trim() } : {}),
    ...(keeper === '' ? {} : { keeper: String(keeper) }),
  };
}

/** @param {SavedChoice} saved @param {Scope} scope @returns {QueueChoice} */
export function fromSaved({ severity, category, words, keeper, ...rest }, scope) {
  return { kind: kindOf(rest), severity: severity ?? [], category: category ?? [], words: words ?? '', keeper: keeperOf(keeper ?? ''), scope };
}

/** From its text, as a filter or a field has it. @param {string} text @returns {Keeper} */
export function keeperOf(text) {
  if (text === '' || text === 'me' || text === 'nobody') return text;
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : '';
}

/** @param {number | null | undefined} keeper the user who has a case @param {Keeper} wanted @param {number | undefined} me */
export function isKeptBy(keeper, wanted, me) {
  if (wanted === '') return true;
  if (wanted === 'nobody') return keeper == null;
  return keeper != null && keeper === (wanted === 'me' ? me : wanted);
}

/** @param {SavedChoice} saved */
function kindOf({ late, stage, placement }) {
  if (late) return 'late';
  if (placement === 'NEEDS_LOCATING') return 'locate';
  const stages = [...(stage ?? [])].sort().join();
  const found = Object.entries(KINDS).find(([, kind]) => kind.stage?.join() === stages);
  return /** @type {import('./queue.js').QueueFilter} */ (found?.[0] ?? 'all');
}
