// @ts-check
/** Points that would cover one another on the screen, gathered with a true count. */

/** @template T @typedef {{x: number, y: number, items: T[]}} Cluster */

/**
 * A grid over the screen: one pass, so that thousands of points cost a few milliseconds.
 * @template T
 * @param {readonly {x: number, y: number, item: T}[]} points in pixels
 * @param {number} sizePixels side of a grid square; 0 keeps every point on its own
 * @returns {Cluster<T>[]} each at the mean of its points
 */
export function gather(points, sizePixels) {
  if (sizePixels <= 0) return points.map(({ x, y, item }) => ({ x, y, items: [item] }));
  /** @type {Map<number, Cluster<T>>} */
  const squares = new Map();
  for (const { x, y, item } of points) {
    const key = Math.floor(x / sizePixels) * 100_003 + Math.floor(y / sizePixels);
    const square = squares.get(key);
    if (square) add(square, x, y, item);
    else squares.set(key, { x, y, items: [item] });
  }
  return [...squares.values()];
}

/** @template T @param {Cluster<T>} cluster @param {number} x @param {number} y @param {T} item */
function add(cluster, x, y, item) {
  const n = cluster.items.push(item);
  cluster.x += (x - cluster.x) / n;
  cluster.y += (y - cluster.y) / n;
}
