// @ts-check
/** Which column of a file means what: by what columns are usually called, and by what their values are like. */

/** @typedef {{name: string, filled: number, distinct: number, areas: number}} Facts */
/** @typedef {'code' | 'name' | 'nameZh' | 'parent'} Meaning */

/** What columns are usually called, the likeliest first. @type {Record<Meaning, RegExp[]>} */
const USUAL = {
  code: [/^code$/i, /编码|代码/, /code$/i, /^(geo)?id$/i],
  name: [/^name$/i, /^name_en$/i, /name/i, /名称/],
  nameZh: [/^name_zh$/i, /中文|名称/],
  parent: [/^parent$/i, /上级/, /parent/i],
};

/** What programs number features or measure shapes with. */
const NO_CODE = /^(objectid|ogc_fid|fid|gid|shape.*)(_?\d+)?$/i;

/**
 * A code is there for every feature and never twice; a parent's is the code of an area. The files of
 * some cities call several columns a code: that of the borough stands in every row and is none.
 * @param {Meaning} meaning @param {readonly string[]} columns @param {readonly Facts[]} facts @param {number} rows looked at
 * @returns {string} empty where none is likely
 */
export function guessColumn(meaning, columns, facts, rows) {
  const usual = USUAL[meaning].flatMap((pattern) => columns.filter((column) => pattern.test(column)));
  if (facts.length === 0) return usual[0] ?? '';
  /** @param {(facts: Facts) => boolean} fits @param {readonly string[]} among */
  const first = (fits, among) => among.find((column) => facts.some((one) => one.name === column && fits(one)));
  const unique = (/** @type {Facts} */ one) => one.filled >= rows && one.distinct === one.filled;
  if (meaning === 'code') return first(unique, usual) ?? first(unique, columns.filter((column) => !NO_CODE.test(column))) ?? usual[0] ?? '';
  if (meaning === 'parent') {
    const known = (/** @type {Facts} */ one) => one.filled > 0 && one.areas === one.filled && !(rows > 1 && unique(one));
    const finest = facts.filter(known).sort((a, b) => b.distinct - a.distinct)[0]; // the level right above, not one farther up
    return first(known, usual) ?? finest?.name ?? usual.find((column) => USUAL.parent.slice(0, 2).some((pattern) => pattern.test(column))) ?? '';
  }
  const distinct = (/** @type {string} */ column) => facts.find(({ name }) => name === column)?.distinct ?? 0;
  return usual.find((column) => /^name/i.test(column) && distinct(column) > 0) ?? usual.sort((a, b) => distinct(b) - distinct(a)).find((column) => distinct(column) > 0) ?? '';
}
