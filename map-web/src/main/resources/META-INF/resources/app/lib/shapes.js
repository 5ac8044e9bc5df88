// @ts-check
/** Plain geometry on GeoJSON in EPSG:4326, longitude first. */

/** @typedef {[number, number]} LonLat */
/** @typedef {[number, number, number, number]} Box west, south, east, north */

/** @param {any} geometry Polygon or MultiPolygon @returns {LonLat[][]} the outer rings */
export function outerRings(geometry) {
  if (geometry?.type === 'Polygon') return [geometry.coordinates[0]];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.map((/** @type {any} */ polygon) => polygon[0]);
  return [];
}

/** @param {LonLat[]} ring @returns {Box} */
export function boxOf(ring) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

/** @param {readonly Box[]} boxes @returns {Box | null} null when there is none */
export function joinBoxes(boxes) {
  const real = boxes.filter((box) => box && Number.isFinite(box[0]));
  if (real.length === 0) return null;
  return /** @type {Box} */ ([0, 1, 2, 3].map((i) => Math[i < 2 ? 'min' : 'max'](...real.map((box) => box[i]))));
}

/** The centre of mass of the largest ring, where a label stands. @param {LonLat[][]} rings @returns {LonLat | null} */
export function labelPoint(rings) {
  let best = null;
  let bestArea = -1;
  for (const ring of rings) {
    const { area, centre } = massOf(ring);
    if (Math.abs(area) > bestArea) [bestArea, best] = [Math.abs(area), centre];
  }
  return best;
}

/** @param {LonLat[]} ring @returns {{area: number, centre: LonLat}} */
function massOf(ring) {
  const [x0, y0] = ring[0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const [ax, ay] = [ring[i][0] - x0, ring[i][1] - y0];
    const [bx, by] = [ring[i + 1][0] - x0, ring[i + 1][1] - y0];
    const part = ax * by - bx * ay;
    area += part;
    x += (ax + bx) * part;
    y += (ay + by) * part;
  }
  return { area, centre: area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)] };
}

/** Whether a point lies in a Polygon or MultiPolygon; on a border either is answered. @param {any} geometry @param {LonLat} point */
export function contains(geometry, point) {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? []);
  return polygons.some((/** @type {LonLat[][]} */ rings) => rings.filter((ring) => crossings(ring, point) % 2 === 1).length % 2 === 1);
}

/** How many edges of the ring lie east of the point. @param {LonLat[]} ring @param {LonLat} point */
function crossings(ring, [lon, lat]) {
  let count = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) count++;
  }
  return count;
}
