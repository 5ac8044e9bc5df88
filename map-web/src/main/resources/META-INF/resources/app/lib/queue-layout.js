// @ts-check
/** Where each row of a long grouped list stands, without a row for each: sections by arithmetic. Lengths are CSS pixels. */

export const ROW_PIXELS = 66;
export const HEADING_PIXELS = 32;

/** @typedef {import('./types.js').Incident} Incident */
/** @typedef {{group: string, items: readonly Incident[]}} Group */
/** @typedef {{group: string, items: readonly Incident[], top: number, first: number}} Section `first`: how many rows stand in the sections before */
/** @typedef {{top: number, index: number, group: string, incident: Incident}} Row */

/** @param {readonly Group[]} groups @returns {{sections: Section[], count: number, height: number}} */
export function layOut(groups) {
  let [top, first] = [0, 0];
  const sections = groups.map(({ group, items }) => {
    const section = { group, items, top, first };
    top += HEADING_PIXELS + items.length * ROW_PIXELS;
    first += items.length;
    return section;
  });
  return { sections, count: first, height: top };
}

/** The rows that touch the stretch between two heights. @param {readonly Section[]} sections @param {number} from @param {number} to @returns {Row[]} */
export function rowsBetween(sections, from, to) {
  return sections.flatMap(({ group, items, top, first }) => {
    const start = top + HEADING_PIXELS;
    const low = Math.max(0, Math.floor((from - start) / ROW_PIXELS));
    const high = Math.min(items.length, Math.ceil((to - start) / ROW_PIXELS));
    return items.slice(low, Math.max(low, high)).map((incident, i) => ({ top: start + (low + i) * ROW_PIXELS, index: first + low + i, group, incident }));
  });
}

/** @param {readonly Section[]} sections @param {number} index over all sections @returns {Row | null} */
export function rowAt(sections, index) {
  const section = sections.findLast(({ first }) => first <= index);
  const incident = section?.items[index - section.first];
  if (!section || !incident) return null;
  return { top: section.top + HEADING_PIXELS + (index - section.first) * ROW_PIXELS, index, group: section.group, incident };
}

/** @param {readonly Section[]} sections @param {string | null} id @returns {number} over all sections; -1 where it does not stand in the list */
export function indexOf(sections, id) {
  for (const { items, first } of sections) {
    const at = items.findIndex((incident) => incident.id === id);
    if (at >= 0) return first + at;
  }
  return -1;
}
