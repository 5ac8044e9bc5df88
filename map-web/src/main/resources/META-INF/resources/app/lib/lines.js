// @ts-check
/** Lengths along a line on the screen. */

/** @typedef {{x: number, y: number}} Point */

/** @param {Point[]} line */
export function lengthOf(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += Math.hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

/** The point at a distance along the line. @param {Point[]} line @param {number} distance @returns {Point} */
export function at(line, distance) {
  let rest = distance;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (step >= rest && step > 0) return { x: a.x + ((b.x - a.x) * rest) / step, y: a.y + ((b.y - a.y) * rest) / step };
    rest -= step;
  }
  return line[line.length - 1];
}

/** How far along the line a point of it lies. @param {Point[]} line @param {Point} point */
export function distanceTo(line, point) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    const toPoint = Math.hypot(point.x - a.x, point.y - a.y);
    if (toPoint + Math.hypot(b.x - point.x, b.y - point.y) <= step + 0.01) return sum + toPoint;
    sum += step;
  }
  return sum;
}
