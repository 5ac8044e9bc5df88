// @ts-check
/** What of the screen is taken: boxes in a grid of squares, so that a question costs the same however much is taken. */

/** @typedef {[left: number, top: number, right: number, bottom: number]} Rect pixels */

const SQUARE = 64;

export class Occupied {
  /** @type {Map<number, Rect[]>} */
  #squares = new Map();

  /** @param {Rect} rect */
  take(rect) {
    for (const key of keysOf(rect)) {
      const square = this.#squares.get(key);
      if (square) square.push(rect);
      else this.#squares.set(key, [rect]);
    }
  }

  /** @param {Rect} rect @returns {boolean} whether nothing lies there; boxes that only touch do not cover one another */
  isFree(rect) {
    return keysOf(rect).every((key) => !this.#squares.get(key)?.some((other) => cover(rect, other)));
  }

  /** All or nothing. @param {readonly Rect[]} rects of one thing @returns {boolean} whether they were free and are taken now */
  claim(rects) {
    if (!rects.every((rect) => this.isFree(rect))) return false;
    for (const rect of rects) this.take(rect);
    return true;
  }
}

/** @param {number} x @param {number} y the middle @param {number} halfWidth @param {number} [halfHeight] @returns {Rect} */
export function around(x, y, halfWidth, halfHeight = halfWidth) {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

/** @param {Rect} a @param {Rect} b */
function cover(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** @param {Rect} rect */
function keysOf([left, top, right, bottom]) {
  const keys = [];
  for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) keys.push(x * 100_003 + y);
  }
  return keys;
}
