// @ts-check
/** How wide and from which zoom each kind of road is drawn. */

/** @typedef {{class: string, at: number, width: number, edge: boolean, wide: boolean, names: number}} RoadStyle `width` in pixels at zoom 14, `at` the first zoom, `names` the first zoom with names */

/** The narrowest first, for what comes later lies above. @type {readonly RoadStyle[]} */
export const ROADS = [
  { class: 'path', at: 15, width: 0.6, edge: false, wide: false, names: 17 },
  { class: 'service', at: 14.5, width: 0.9, edge: false, wide: false, names: 17.5 },
  { class: 'minor', at: 12.5, width: 1.9, edge: true, wide: false, names: 15 },
  { class: 'tertiary', at: 11.5, width: 2.5, edge: true, wide: false, names: 14.5 },
  { class: 'secondary', at: 10.5, width: 3, edge: true, wide: false, names: 14 },
  { class: 'primary', at: 9, width: 3.6, edge: true, wide: true, names: 13.5 },
  { class: 'trunk', at: 7, width: 4, edge: true, wide: true, names: 13 },
  { class: 'motorway', at: 6, width: 4.4, edge: true, wide: true, names: 13 },
];

/** What a road measures on the screen, in pixels. @param {number} width at zoom 14 @param {number} zoom */
export function roadPixels(width, zoom) {
  return width * (zoom >= 14 ? 1.62 ** (zoom - 14) : 1.28 ** (zoom - 14));
}

/** @param {string} kind of place @returns {[number, number, number]} first zoom, last zoom, pixels of the type */
export function placeStyle(kind) {
  if (kind === 'city') return [4, 12.9, 17];
  if (kind === 'borough' || kind === 'town') return [8, 14, 15];
  if (kind === 'suburb' || kind === 'village' || kind === 'island') return [11, 16, 13.5];
  return [13, 17, 12];
}
