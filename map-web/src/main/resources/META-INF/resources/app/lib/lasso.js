// @ts-check
/** What a line drawn by hand goes around; pixels. */

/** @typedef {{x: number, y: number}} Point */

const LEAST_STEP = 3;

/** Whether a point lies within a ring that may cross itself: an odd number of borders to its right. @param {Point} point @param {readonly Point[]} ring */
export function isWithin({ x, y }, ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The line with the point, unless it has hardly moved. @param {readonly Point[]} line @param {Point} point @returns {readonly Point[]} */
export function goOn(line, point) {
  const last = line[line.length - 1];
  return last && Math.hypot(point.x - last.x, point.y - last.y) < LEAST_STEP ? line : [...line, point];
}
