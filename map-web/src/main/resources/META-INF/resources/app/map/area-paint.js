// @ts-check
/** Paints the borders of the areas above the cells, the stronger the higher they stand, and knows their names. */
import { pickName } from '../lib/translate.js';
import { CellShapes } from './cell-shapes.js';
import { widthOf } from './label-pass.js';

/** @typedef {{code: string, names: Record<string, string>, path: string, rank: number, at: [number, number], bbox: [number, number, number, number]}} Area */
/** @typedef {{rank: number, width: number, shapes: CellShapes | null}} Level `width`: of its middling area, as a share of the world's */

const LINE_PIXELS = 0.9;
const LINE_STEP_PIXELS = 0.5;
const ALPHA = 0.85;
/** The highest borders are never quite gone. */
export const LEAST_ALPHA = 0.5;
const SIZE = 12;
const SIZE_STEP = 1;
const WEIGHT = 600;
const NAME_FROM_PIXELS = 70;
const FIRST_RANK = -1e5;
const FAINT_PIXELS = 7;
const PLAIN_PIXELS = 32;

export class AreaPainter {
  /** @type {'en' | 'zh'} */
  language = 'en';
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** How much larger than on a desk everything is drawn. */
  scale = 1;
  /** @type {Area[]} */
  #areas = [];
  /** @type {Level[]} from the lowest up */
  #levels = [];

  /** @param {any} cells GeoJSON with `areas` and `borders`, or null */
  set cells(cells) {
    /** @type {{rank: number, lines: any}[]} */
    const borders = cells?.borders ?? [];
    this.#areas = cells?.areas ?? [];
    const ranks = [...new Set(this.#areas.map(({ rank }) => rank))].sort((a, b) => b - a);
    this.#levels = ranks.map((rank) => {
      const features = borders.filter((one) => one.rank === rank).map(({ lines }) => ({ id: rank, geometry: { type: 'MultiLineString', coordinates: lines } }));
      const boxes = this.#areas.filter((area) => area.rank === rank).map(({ bbox }) => bbox);
      return { rank, width: middlingWidth(boxes), shapes: features.length > 0 ? new CellShapes({ features }) : null };
    });
  }

  /** @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds @param {L.Map} map @returns {Generator<void, void>} */
  *paintBorders(context, bounds, map) {
    if (!this.palette) return;
    context.strokeStyle = this.palette.border;
    context.lineJoin = context.lineCap = 'round';
    for (const [i, { width, shapes }] of this.#levels.entries()) {
      const least = i === this.#levels.length - 1 ? LEAST_ALPHA : 0;
      const alpha = ALPHA * Math.max(least, visibility(width, map.getZoom()));
      if (!shapes || alpha === 0) continue;
      context.globalAlpha = alpha;
      for (const chunk of shapes.chunksIn(context, bounds, map)) {
        context.lineWidth = borderPixels(i + 1) * this.scale * chunk.perPixel;
        for (const { path } of chunk.shapes) context.stroke(path);
        yield;
      }
    }
    context.globalAlpha = 1;
  }

  /**
   * The names that have room in their areas, of areas that are not much larger than the view.
   * @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => L.Point} project @param {L.Map} map
   * @returns {import('./label-pass.js').Candidate[]}
   */
  names(context, project, map) {
    const most = 2 * map.getSize().x;
    const ranks = this.#levels.map(({ rank }) => rank);
    return this.#areas.flatMap(({ rank, names, code, at, bbox: [west, south, east] }) => {
      const room = project(east, south).x - project(west, south).x;
      if (room < NAME_FROM_PIXELS * this.scale || room > most) return [];
      const text = pickName(names, this.language) || code;
      const size = SIZE + SIZE_STEP * ranks.indexOf(rank);
      context.font = `${WEIGHT} ${size * this.scale}px ${this.palette?.font}`;
      if (widthOf(context, text) > room) return [];
      return [{ text, rank: FIRST_RANK + rank, size, weight: WEIGHT, spot: project(at[0], at[1]), apart: 0, kind: /** @type {const} */ ('area') }];
    });
  }
}

/** @param {number} above how many levels stand below it, the cells' among them @returns {number} how wide a border is */
export function borderPixels(above) {
  return LINE_PIXELS + LINE_STEP_PIXELS * above;
}

/** How much is to be seen of borders: nothing where they would be a grey mesh, all where their areas are large. @param {number} width of a middling area, as a share of the world's @param {number} zoom @returns {number} 0 to 1 */
export function visibility(width, zoom) {
  const pixels = width * 256 * 2 ** zoom;
  return Math.min(1, Math.max(0, (pixels - FAINT_PIXELS) / (PLAIN_PIXELS - FAINT_PIXELS)));
}

/** The median width, as a share of the world's. @param {readonly (readonly number[])[]} boxes west, south, east, north */
export function middlingWidth(boxes) {
  const widths = boxes.map(([west, , east]) => (east - west) / 360).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}
