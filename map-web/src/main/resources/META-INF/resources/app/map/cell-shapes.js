// @ts-check
/** The outlines of thousands of cells, or lines, as paths, made once for each zoom and then only moved and scaled. */
import { worldX, worldY } from '../lib/mercator.js';

/** @typedef {{id: number, path: Path2D, rule: CanvasFillRule, box: import('../lib/occupied.js').Rect}} Shape `rule`: that fills it */

/** Corners are kept to the half pixel: what is finer cannot be seen, and neighbours still share every corner. */
const STEPS_PER_PIXEL = 2;
const FINEST_ZOOM = 20;
/** Cells that are painted in one step. */
const CHUNK = 300;

export class CellShapes {
  #cells;
  /** @type {Map<number, Shape[]>} by zoom */
  #byZoom = new Map();

  /** @param {any} cells GeoJSON of polygons or lines */
  constructor(cells) {
    this.#cells = cells;
    const [[[lon, lat]]] = cells.features.length > 0 ? ringsOf(cells.features[0].geometry) : [[[0, 0]]];
    /** Corners are counted from here, so that they fit the precision of a path. */
    this.from = { x: worldX(lon), y: worldY(lat) };
  }

  /**
   * The shapes for a zoom, in steps of which `perPixel` make a pixel there, counted from `from`.
   * @param {number} zoom @returns {{shapes: readonly Shape[], perPixel: number, left: number, top: number}} `left` and `top`: `from` in pixels of the world
   */
  at(zoom) {
    const level = Math.min(FINEST_ZOOM, Math.max(0, Math.round(zoom)));
    let shapes = this.#byZoom.get(level);
    if (!shapes) this.#byZoom.set(level, (shapes = this.#make(256 * 2 ** level * STEPS_PER_PIXEL)));
    const world = 256 * 2 ** zoom;
    return { shapes, perPixel: STEPS_PER_PIXEL * 2 ** (level - zoom), left: this.from.x * world, top: this.from.y * world };
  }

  /**
   * What is in view, some hundreds at a time, with the context in the steps of the shapes. The same shapes come in the
   * same arrays.
   * @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds in layer points @param {L.Map} map
   * @returns {Generator<{shapes: readonly Shape[], perPixel: number}, void>}
   */
  *chunksIn(context, bounds, map) {
    const { shapes, perPixel, left, top } = this.at(map.getZoom());
    const origin = map.getPixelOrigin();
    const [x, y] = [left - origin.x, top - origin.y];
    const [west, north, east, south] = [(bounds.min.x - x) * perPixel, (bounds.min.y - y) * perPixel, (bounds.max.x - x) * perPixel, (bounds.max.y - y) * perPixel];
    context.save();
    context.translate(x, y);
    context.scale(1 / perPixel, 1 / perPixel);
    for (const chunk of chunksOf(shapes)) {
      const seen = chunk.filter(({ box }) => box[0] < east && box[2] > west && box[1] < south && box[3] > north);
      if (seen.length > 0) yield { shapes: seen.length === chunk.length ? chunk : seen, perPixel };
    }
    context.restore();
  }

  /** @param {number} world how many steps it is wide */
  #make(world) {
    return this.#cells.features.map((/** @type {any} */ { id, geometry }) => {
      /** @type {import('../lib/occupied.js').Rect} */
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      const path = new Path2D();
      const rings = ringsOf(geometry);
      const closed = geometry.type !== 'MultiLineString';
      for (const ring of rings) this.#trace(path, ring, closed, world, box);
      // Without holes the cheaper rule, which cares which way round they go.
      const rule = /** @type {const} */ (rings.length > 1 ? 'evenodd' : 'nonzero');
      return { id: Number(id), path, rule, box };
    });
  }

  /** @param {Path2D} path @param {import('../lib/shapes.js').LonLat[]} ring @param {boolean} closed @param {number} world @param {import('../lib/occupied.js').Rect} box grows */
  #trace(path, ring, closed, world, box) {
    let [beforeX, beforeY] = [NaN, NaN];
    for (const [lon, lat] of ring) {
      const x = Math.round((worldX(lon) - this.from.x) * world);
      const y = Math.round((worldY(lat) - this.from.y) * world);
      if (x === beforeX && y === beforeY) continue;
      if (Number.isNaN(beforeX)) path.moveTo(x, y);
      else path.lineTo(x, y);
      [beforeX, beforeY] = [x, y];
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    if (closed) path.closePath();
  }
}

/** @type {WeakMap<readonly Shape[], Shape[][]>} */
const chunks = new WeakMap();

/** @param {readonly Shape[]} shapes */
function chunksOf(shapes) {
  let made = chunks.get(shapes);
  if (made) return made;
  chunks.set(shapes, (made = []));
  for (let i = 0; i < shapes.length; i += CHUNK) made.push(shapes.slice(i, i + CHUNK));
  return made;
}

/** Every ring, holes too, or line. @param {any} geometry @returns {import('../lib/shapes.js').LonLat[][]} */
function ringsOf(geometry) {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiLineString') return geometry.coordinates;
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}
