// @ts-check
/** Names of areas that are made of cells, each in the middle of its cells; one that would cover another is left out. */
import { boxOf, outerRings } from '../lib/shapes.js';

/** @typedef {{lon: number, lat: number, text: string, weight: number}} Name */

const GAP = 6;
const HIGH = 16;

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

/**
 * @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => {x: number, y: number}} project
 * @param {readonly Name[]} names @param {{font: string, text: string, halo: string}} look
 */
export function paintNames(context, project, names, { font, text, halo }) {
  context.font = `600 13px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.fillStyle = text;
  /** @type {{left: number, right: number, y: number}[]} */
  const taken = [];
  for (const name of names) {
    const { x, y } = project(name.lon, name.lat);
    const half = context.measureText(name.text).width / 2 + GAP;
    if (taken.some((other) => x - half < other.right && x + half > other.left && Math.abs(y - other.y) < HIGH)) continue;
    taken.push({ left: x - half, right: x + half, y });
    context.strokeText(name.text, x, y);
    context.fillText(name.text, x, y);
  }
}
