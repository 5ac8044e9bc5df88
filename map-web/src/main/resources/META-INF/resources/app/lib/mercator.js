// @ts-check
/** The map's plane: web Mercator, the whole world from 0 to 1 in both directions, y to the south. */

/** @param {number} lon degrees */
export function worldX(lon) {
  return lon / 360 + 0.5;
}

/** @param {number} lat degrees, short of the poles */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
