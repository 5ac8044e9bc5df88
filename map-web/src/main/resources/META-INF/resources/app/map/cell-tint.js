// @ts-check
/** How strongly a cell is tinted by what it carries. */

export const TINT_STEPS = 6;
const FULL_TINT = 0.33;

/** @param {Map<number, number>} counts by cell @returns {(id: number) => number} the step of a cell, 0 to TINT_STEPS */
export function tintSteps(counts) {
  const full = fullTint([...counts.values()]);
  return (id) => Math.min(TINT_STEPS, Math.ceil((TINT_STEPS * (counts.get(id) ?? 0)) / full));
}

/** @param {number} step above 0 */
export function tintOpacity(step) {
  return 0.08 + (FULL_TINT * step) / TINT_STEPS;
}

/** The count that has the full tint: that of the fullest cells, but not of a few that stand out. @param {number[]} counts */
function fullTint(counts) {
  counts.sort((a, b) => a - b);
  return Math.max(4, counts[Math.floor(counts.length * 0.97)] ?? 0);
}
