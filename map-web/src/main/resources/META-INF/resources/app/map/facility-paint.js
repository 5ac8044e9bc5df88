// @ts-check
/** Paints the service places, quietly: dots from afar, marks when close, gathered with true counts where they would cover one another. */
import { gather } from '../lib/clusters.js';
import { colourName, iconPath } from '../lib/facility-marks.js';
import { around } from '../lib/occupied.js';

/** @typedef {import('../lib/facilities.js').Place} Place */
/** @typedef {{x: number, y: number, items: Place[]}} Spot */

const GATHER_PIXELS = 40;
const CROWDED_GATHER_PIXELS = 76;
const CROWDED_FROM_SPOTS = 60;
const APART_FROM_ZOOM = 17;
const MARKS_FROM_ZOOM = 13;
/** On a screen of which a pixel is as large as on a desk. */
const QUIET_FROM_ZOOM = 12.5;
const QUIET_MARKS_FROM_ZOOM = 15;
const HALF = 10;

/** @type {Map<string, Path2D>} */
const PATHS = new Map();

export class FacilityPainter {
  /** @type {readonly Place[]} */
  places = [];
  /** @type {Map<string, {icon: string, colour: string}>} */
  kinds = new Map();
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** @type {Place | null} */
  selected = null;
  /** How much larger than on a desk marks are. */
  scale = 1;
  /** On a wall: faint dots that count nothing, until the map is close. */
  quiet = false;
  /** @type {Spot[]} */
  #spots = [];
  /** Dots only. */
  #faint = false;

  /**
   * Where the marks stand in a view.
   * @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {L.Map} map
   * @param {import('../lib/occupied.js').Occupied} above what stands over the places: no mark of theirs lies half under it
   */
  lay(project, bounds, map, above) {
    const points = [];
    const zoom = map.getZoom();
    const seen = zoom - Math.log2(this.scale);
    for (const item of this.quiet && seen < QUIET_FROM_ZOOM ? [] : this.places) {
      const point = project(item.lon, item.lat);
      if (bounds.contains(point)) points.push({ x: point.x, y: point.y, item });
    }
    this.#faint = this.quiet && seen < QUIET_MARKS_FROM_ZOOM;
    if (this.#faint) {
      this.#spots = points.map(({ x, y, item }) => ({ x, y, items: [item] }));
      return;
    }
    this.#spots = gather(points, zoom >= APART_FROM_ZOOM ? 0 : GATHER_PIXELS * this.scale);
    if (this.#spots.length > CROWDED_FROM_SPOTS && zoom < APART_FROM_ZOOM) this.#spots = gather(points, CROWDED_GATHER_PIXELS * this.scale);
    this.#spots = this.#spots.filter((spot) => above.isFree(this.rectOf(spot)));
  }

  /** What was laid. @type {import('./canvas-layer.js').Paint} */
  paint = (context, project, _bounds, map) => {
    if (this.#faint) return this.#paintQuietly(context);
    const few = map.getZoom() >= MARKS_FROM_ZOOM || this.#spots.length < CROWDED_FROM_SPOTS;
    for (const spot of this.#spots) {
      if (spot.items.length > 1) this.#paintCount(context, spot);
      else if (few) this.#paintMark(context, spot);
      else this.#paintDot(context, spot);
    }
    if (this.selected) this.#paintSelection(context, project(this.selected.lon, this.selected.lat), this.selected);
  };

  /** @returns {readonly Spot[]} what words keep clear of */
  get spots() {
    return this.quiet ? [] : this.#spots;
  }

  /** @param {Spot} spot @returns {import('../lib/occupied.js').Rect} */
  rectOf({ x, y, items }) {
    return items.length > 1 ? around(x, y, (6 + 3 * String(items.length).length) * this.scale, 8 * this.scale) : around(x, y, HALF * this.scale);
  }

  /** @param {number} x @param {number} y in layer points @param {number} reach pixels @returns {Spot | undefined} */
  hit(x, y, reach) {
    return this.#spots.findLast((spot) => Math.hypot(spot.x - x, spot.y - y) <= reach * this.scale);
  }

  /** @param {CanvasRenderingContext2D} context */
  #paintQuietly(context) {
    context.globalAlpha = 0.6;
    for (const spot of this.#spots) this.#paintDot(context, spot);
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot */
  #paintDot(context, { x, y, items }) {
    context.beginPath();
    context.arc(x, y, 3.5 * this.scale, 0, 7);
    context.fillStyle = this.#colour(items[0]);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = String(this.palette?.panel);
    context.stroke();
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot */
  #paintMark(context, { x, y, items }) {
    const [place] = items;
    const colour = this.#colour(place);
    context.globalAlpha = place.open === 'CLOSED' ? 0.55 : 1;
    this.#box(context, x, y, HALF * this.scale, colour);
    context.save();
    context.translate(x - 7 * this.scale, y - 7 * this.scale);
    context.scale((14 * this.scale) / 24, (14 * this.scale) / 24);
    context.lineWidth = 2.2;
    context.lineJoin = context.lineCap = 'round';
    context.strokeStyle = colour;
    context.stroke(pathOf(this.kinds.get(place.kind)?.icon));
    context.restore();
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot */
  #paintCount(context, { x, y, items }) {
    const text = String(items.length);
    context.globalAlpha = 0.85;
    this.#box(context, x, y, (6 + 3 * text.length) * this.scale, String(this.palette?.line), 8 * this.scale);
    context.globalAlpha = 1;
    context.fillStyle = String(this.palette?.second);
    context.font = `600 ${11 * this.scale}px ${this.palette?.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, x, y + 0.5);
  }

  /** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} half @param {string} colour @param {number} [halfHeight] */
  #box(context, x, y, half, colour, halfHeight = half) {
    context.beginPath();
    context.roundRect(x - half, y - halfHeight, 2 * half, 2 * halfHeight, 5);
    context.fillStyle = String(this.palette?.panel);
    context.fill();
    context.lineWidth = 1.25;
    context.strokeStyle = colour;
    context.stroke();
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point @param {Place} place */
  #paintSelection(context, { x, y }, place) {
    this.#paintMark(context, { x, y, items: [place] });
    context.beginPath();
    context.roundRect(x - 14 * this.scale, y - 14 * this.scale, 28 * this.scale, 28 * this.scale, 8 * this.scale);
    context.lineWidth = 2.5;
    context.strokeStyle = String(this.palette?.focus);
    context.stroke();
  }

  /** @param {Place} place */
  #colour({ kind }) {
    return String(this.palette?.facilities[colourName(this.kinds.get(kind)?.colour)]);
  }
}

/** @param {string | undefined} icon */
function pathOf(icon) {
  const text = iconPath(icon);
  let path = PATHS.get(text);
  if (!path) PATHS.set(text, (path = new Path2D(text)));
  return path;
}
