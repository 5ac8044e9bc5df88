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

/** One more at the end: the last one's role, one level further up. @param {readonly Rung[]} rungs @returns {Rung[]} */
export function withOneMore(rungs) {
  const last = rungs.at(-1);
  return [...rungs, last ? { role: last.role, levelsUp: Math.min(MOST_LEVELS, last.levelsUp + 1) } : { role: 'OPERATOR', levelsUp: 1 }];
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
