// @ts-check
/** The rules of escalation and of dispatch as an administrator edits them (docs/api/rulebook.md). */

/** @typedef {{levelsUp: number, role: 'OPERATOR' | 'LEADER'}} Rung whom a case is escalated to: levelsUp from the cell, 1 to 10 */

export const MOST_RUNGS = 12;
export const MOST_LEVELS = 10;
export const TIERS = /** @type {const} */ (['MAIN', 'BACKUP', 'NEARBY']);

/** The first rung that does not look further up than the one of its role before it; -1 when there is none. @param {readonly Rung[]} rungs */
export function wrongRung(rungs) {
  /** @type {Record<string, number>} */
  const highest = {};
  return rungs.findIndex(({ role, levelsUp }) => {
    const wrong = levelsUp <= (highest[role] ?? 0);
    highest[role] = levelsUp;
    return wrong;
  });
}

/** One more at the end: of the last one's role, or of the other where that one stands at the top already. @param {readonly Rung[]} rungs @returns {Rung[]} the same where there is room for none */
export function withOneMore(rungs) {
  const last = rungs.at(-1)?.role ?? 'OPERATOR';
  for (const role of /** @type {const} */ ([last, last === 'LEADER' ? 'OPERATOR' : 'LEADER'])) {
    const levelsUp = 1 + Math.max(0, ...rungs.filter((rung) => rung.role === role).map((rung) => rung.levelsUp));
    if (levelsUp <= MOST_LEVELS) return [...rungs, { role, levelsUp }];
  }
  return [...rungs];
}

/** Changed places with the neighbour. @template T @param {readonly T[]} list @param {number} index @param {-1 | 1} by @returns {T[]} */
export function moved(list, index, by) {
  const next = [...list];
  const to = index + by;
  if (to >= 0 && to < list.length) [next[index], next[to]] = [next[to], next[index]];
  return next;
}

/**
 * The level that lies so far above the cell; null above the top, where it is the whole installation.
 * @template {{rank: number, cell: boolean}} T @param {readonly T[]} levels of the area tree @param {number} levelsUp @returns {T | null}
 */
export function levelAbove(levels, levelsUp) {
  const cell = levels.find((level) => level.cell);
  return (cell && levels.find(({ rank }) => rank === cell.rank - levelsUp)) ?? null;
}
