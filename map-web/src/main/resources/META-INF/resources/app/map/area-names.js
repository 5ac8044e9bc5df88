// @ts-check
/** Names of areas that are made of cells, each in the middle of its cells. */
import { boxOf, outerRings } from '../lib/shapes.js';

/** @typedef {{lon: number, lat: number, text: string, weight: number}} Name */

const SIZE = 13;
const FIRST_RANK = -1e6;

/**
 * @param {any} cells GeoJSON with paths
 * @param {ReadonlyMap<string, string>} names by area path
 * @returns {Name[]} the largest first
 */
export function placeNames(cells, names) {
  /** @type {Map<string, {lon: number, lat: number, weight: number}>} */
  const sums = new Map();
  for (const { properties, geometry } of cells?.features ?? []) {
    const path = pathIn(properties.path, names);
    if (!path) continue;
    const sum = sums.get(path) ?? { lon: 0, lat: 0, weight: 0 };
    for (const ring of outerRings(geometry)) {
      const [west, south, east, north] = boxOf(ring);
      const weight = (east - west) * (north - south);
      sum.lon += (weight * (west + east)) / 2;
      sum.lat += (weight * (south + north)) / 2;
      sum.weight += weight;
    }
    sums.set(path, sum);
  }
  return [...sums]
    .map(([path, { lon, lat, weight }]) => ({ lon: lon / weight, lat: lat / weight, weight, text: String(names.get(path)) }))
    .sort((a, b) => b.weight - a.weight);
}

/** @param {string} path @param {ReadonlyMap<string, string>} names */
function pathIn(path, names) {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 2) + 1) {
    if (names.has(path.slice(0, end))) return path.slice(0, end);
  }
  return null;
}

/** Before all other words of a map. @param {readonly Name[]} names @param {(lon: number, lat: number) => {x: number, y: number}} project @returns {import('./label-pass.js').Candidate[]} */
export function candidatesOf(names, project) {
  return names.map(({ lon, lat, text }, i) => ({ text, rank: FIRST_RANK + i, size: SIZE, weight: 600, spot: project(lon, lat), apart: 0, kind: /** @type {const} */ ('area') }));
}
