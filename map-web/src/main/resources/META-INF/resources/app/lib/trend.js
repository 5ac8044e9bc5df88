// @ts-check
/** Lines of the last hour as plain numbers. */

/** @typedef {{at: number, tookMillis: number}} Accepted */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** @param {readonly number[]} values @returns {number | null} null of nothing */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of what was accepted in the hour before. @param {readonly Accepted[]} accepted @param {number} now milliseconds */
export function medianAccept(accepted, now) {
  return median(accepted.filter(({ at }) => at > now - HOUR && at <= now).map(({ tookMillis }) => tookMillis));
}

/** The same at the end of each five minutes of the last hour, the oldest first; null where nothing was accepted. @param {readonly Accepted[]} accepted @param {number} now */
export function acceptLine(accepted, now) {
  return Array.from({ length: 13 }, (_, i) => medianAccept(accepted, now - (12 - i) * 5 * MINUTE));
}

/** A line across a box: `M0 12L5 8…`; empty without two values. @param {readonly (number | null)[]} values @param {number} width @param {number} height @param {number} [least] what the box spans at least, so that one more or less is no mountain */
export function linePath(values, width, height, least = 1) {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  if (known.length < 2) return '';
  const numbers = known.map(({ value }) => value);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const span = Math.max(least, high - low);
  const bottom = (low + high - span) / 2;
  const points = known.map(({ value, i }) => `${fixed((i / (values.length - 1)) * width)} ${fixed(height - ((value - bottom) / span) * height)}`);
  return `M${points.join('L')}`;
}

/** From the first known value to the last. @param {readonly (number | null)[]} values @returns {number | null} */
export function change(values) {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? null : known[known.length - 1] - known[0];
}

/**
 * Hours go by: the counts as they stand at `now`, with empty hours added.
 * @param {readonly number[]} counts the last one began at `hour` @param {number} hour @param {number} now @returns {{counts: number[], hour: number}}
 */
export function rollHours(counts, hour, now) {
  const passed = Math.max(0, Math.floor((now - hour) / HOUR));
  const fresh = Array.from({ length: Math.min(passed, counts.length) }, () => 0);
  return { counts: [...counts.slice(fresh.length), ...fresh], hour: hour + passed * HOUR };
}

/** @param {number} n */
function fixed(n) {
  return Number(n.toFixed(1));
}
