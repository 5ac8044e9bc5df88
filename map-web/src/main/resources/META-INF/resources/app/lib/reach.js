// @ts-check
/** Who is far from every service place of a kind: the choices and the order of the table; pure functions. */

/** @typedef {{all: number, out: number}} Count */
/** @typedef {{id: number, code: string, type: string, names: Record<string, string>, path: string, cell: boolean, count: Count}} ReachRow */
/** @typedef {'name' | 'all' | 'out' | 'share'} Column */
/** @typedef {{kind: string, minutes: number, of: string, openOnly: boolean}} Choice `kind` '' is the first there is */

export const MINUTES = [5, 10, 15, 20, 30, 45, 60];
export const WHO = ['addresses', 'households', 'people'];

/** @returns {Choice} */
export function plainChoice() {
  return { kind: '', minutes: 15, of: 'addresses', openOnly: false };
}

/** What an address asks for. @param {URLSearchParams} asked @returns {Choice} */
export function readChoice(asked) {
  const usual = plainChoice();
  const kind = asked.get('kind') ?? '';
  return {
    kind: /^[\w-]{1,100}$/.test(kind) ? kind : '',
    minutes: MINUTES.find((minutes) => minutes === Number(asked.get('minutes'))) ?? usual.minutes,
    of: WHO.find((who) => who === asked.get('of')) ?? usual.of,
    openOnly: asked.get('open') === 'true',
  };
}

/** @param {Choice} choice @param {URLSearchParams} params to write to */
export function writeChoice({ kind, minutes, of, openOnly }, params) {
  if (kind) params.set('kind', kind);
  params.set('minutes', String(minutes));
  params.set('of', of);
  if (openOnly) params.set('open', 'true');
}

/** The part that has none near; null where nobody is known. @param {Count} count */
export function shareOut({ all, out }) {
  return all > 0 ? out / all : null;
}

/** Rows in the order of a column; where nobody is known comes last either way. @param {readonly ReachRow[]} rows @param {Column} column @param {boolean} down @param {(row: ReachRow) => string} nameOf */
export function sortReach(rows, column, down, nameOf) {
  const sign = down ? -1 : 1;
  if (column === 'name') return [...rows].sort((a, b) => sign * nameOf(a).localeCompare(nameOf(b)));
  /** @param {ReachRow} row */
  const value = ({ count }) => (column === 'share' ? shareOut(count) : count.all > 0 ? count[column] : null);
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y) || nameOf(a).localeCompare(nameOf(b));
  });
}
