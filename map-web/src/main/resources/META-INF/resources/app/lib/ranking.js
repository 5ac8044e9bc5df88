// @ts-check
/** How well a text answers what was typed: by its own beginning, by the beginning of a word, anywhere. */

/** @param {string} typed @param {string} text @returns {number} 0 for not at all, more is better */
export function rank(typed, text) {
  const wanted = typed.trim().toLowerCase();
  const there = text.toLowerCase();
  if (!wanted) return 1;
  const at = there.indexOf(wanted);
  if (at === 0) return 5 + 1 / there.length;
  if (at < 0) return 0;
  return (/[\s·/(（-]/.test(there[at - 1]) ? 4 : 3) + 1 / there.length;
}

/** The best answers first, at most so many. @template T @param {string} typed @param {readonly T[]} items @param {(item: T) => string} textOf @param {number} most @returns {T[]} */
export function best(typed, items, textOf, most) {
  return items
    .map((item) => ({ item, value: rank(typed, textOf(item)) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ item }) => item);
}
