// @ts-check
/** Paints the incidents: shapes by stage and severity, gathered with true counts where they would cover one another. */
import { gather } from '../lib/clusters.js';
import { around } from '../lib/occupied.js';
import { SHAPES, markOf, markOfAll } from '../lib/marks.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{x: number, y: number, items: Incident[]}} Spot */

const GATHER_PIXELS = 46;
const CROWDED_GATHER_PIXELS = 84;
const CROWDED_FROM_SPOTS = 240;
const APART_FROM_ZOOM = 16;
const SHAPE_PIXELS = 18;
const LATE_SIGN_PIXELS = 12;
const SPOTS_IN_A_STEP = 60;
/** So that one late case among thousands is seen. */
const LEAST_SHARE = 0.06;

/** @type {Record<string, Path2D>} */
const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([name, { path }]) => [name, new Path2D(path)]));
const SIGN = new Path2D(SHAPES.diamond.sign);

export class IncidentPainter {
  /** @type {Incident[]} */
  incidents = [];
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** How much larger than on a desk marks are. */
  scale = 1;
  /** @type {Spot[]} */
  #spots = [];
  /** @type {unknown[]} */
  #laidFor = [];

  /**
   * In steps of some marks each.
   * @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {L.Map} map
   * @returns {Generator<void, void>}
   */
  *paint(context, project, bounds, map) {
    const now = Date.now();
    for (const [i, spot] of this.lay(project, bounds, map).entries()) {
      if (i % SPOTS_IN_A_STEP === 0) yield;
      this.#paintSpot(context, spot, now);
    }
  }

  /** Where the marks stand in a view; gathered once for all who ask. @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {L.Map} map @returns {readonly Spot[]} */
  lay(project, bounds, map) {
    const view = [this.incidents, this.scale, map.getZoom(), map.getPixelOrigin().toString(), bounds.min?.toString()];
    if (view.every((each, i) => each === this.#laidFor[i])) return this.#spots;
    this.#laidFor = view;
    const points = [];
    for (const item of this.incidents) {
      if (item.lon == null || item.lat == null) continue;
      const point = project(item.lon, item.lat);
      if (bounds.contains(point)) points.push({ x: point.x, y: point.y, item });
    }
    this.#spots = gather(points, map.getZoom() >= APART_FROM_ZOOM ? 0 : GATHER_PIXELS * this.scale);
    if (this.#spots.length > CROWDED_FROM_SPOTS) this.#spots = gather(points, CROWDED_GATHER_PIXELS * this.scale);
    return this.#spots;
  }

  /** How far a mark reaches. @param {Spot} spot @returns {import('../lib/occupied.js').Rect} */
  rectOf({ x, y, items }) {
    const half = items.length > 1 ? (14 + 2.5 * String(items.length).length) * this.scale : (SHAPE_PIXELS / 2 + 1) * this.scale;
    return around(x, y, half);
  }

  /** @param {number} x @param {number} y in layer points @param {number} reach pixels @returns {Spot | undefined} the topmost */
  hit(x, y, reach) {
    return this.#spots.findLast((spot) => Math.hypot(spot.x - x, spot.y - y) <= reach * this.scale + (spot.items.length > 1 ? 4 : 0));
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot @param {number} now */
  #paintSpot(context, spot, now) {
    if (spot.items.length > 1) this.#paintCount(context, spot, now);
    else this.#paintOne(context, spot, now);
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot @param {number} now */
  #paintOne(context, { x, y, items }, now) {
    const { shape, tone } = markOf(items[0], now);
    paintShape(context, x, y, shape, this.#colour(tone), String(this.palette?.ground), SHAPE_PIXELS * this.scale);
  }

  /** @param {CanvasRenderingContext2D} context @param {Spot} spot @param {number} now */
  #paintCount(context, { x, y, items }, now) {
    const { tone, late, critical } = markOfAll(items, now);
    const text = String(items.length);
    const radius = (11 + 2.5 * (text.length - 1)) * this.scale;
    const outline = critical ? diamond(x, y, radius * 1.35) : late === 1 ? triangle(x, y, radius * 1.6) : circle(x, y, radius);
    context.fillStyle = String(this.palette?.panel);
    context.fill(outline);
    context.lineWidth = 2.5 * this.scale;
    context.strokeStyle = this.#colour(tone);
    context.stroke(outline);
    if (late > 0 && late < 1) this.#paintLate(context, outline, late, critical ? radius * 1.35 * 4 * Math.SQRT2 : radius * 2 * Math.PI, { x, y: y - radius * (critical ? 1.35 : 1) });
    context.fillStyle = String(this.palette?.text);
    context.font = `600 ${12 * this.scale}px ${this.palette?.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, x, y + (late === 1 && !critical ? 3.5 : 0.5) * this.scale);
  }

  /**
   * The part of an outline that is late, from its top on, begun by the sign of lateness.
   * @param {CanvasRenderingContext2D} context @param {Path2D} outline @param {number} late share @param {number} around length of the outline @param {{x: number, y: number}} top
   */
  #paintLate(context, outline, late, around, { x, y }) {
    context.strokeStyle = this.#colour('late');
    context.lineWidth = 4 * this.scale;
    context.setLineDash([Math.max(late, LEAST_SHARE) * around, around]);
    context.stroke(outline);
    context.setLineDash([]);
    paintShape(context, x, y, 'triangle', this.#colour('late'), String(this.palette?.panel), LATE_SIGN_PIXELS * this.scale);
  }

  /** @param {import('../lib/marks.js').Tone} tone */
  #colour(tone) {
    return String(this.palette?.tones[tone]);
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {string} shape @param {string} colour @param {string} ground @param {number} pixels */
function paintShape(context, x, y, shape, colour, ground, pixels) {
  const scale = pixels / 24;
  const path = PATHS[shape];
  const { hollow } = SHAPES[/** @type {import('../lib/marks.js').Shape} */ (shape)];
  context.save();
  context.translate(x - 12 * scale, y - 12 * scale);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = ground;
  context.lineWidth = hollow ? 8 : 4;
  context.stroke(path);
  context.lineWidth = 4;
  context.strokeStyle = context.fillStyle = colour;
  if (hollow) context.stroke(path);
  else context.fill(path);
  if (shape === 'diamond') {
    context.strokeStyle = ground;
    context.lineWidth = 2.6;
    context.stroke(SIGN);
  }
  context.restore();
}

/** From the top on, by the clock. @param {number} x @param {number} y @param {number} r */
function circle(x, y, r) {
  const path = new Path2D();
  path.arc(x, y, r, -Math.PI / 2, 1.5 * Math.PI);
  return path;
}

/** From the top on, by the clock. @param {number} x @param {number} y @param {number} r */
function diamond(x, y, r) {
  return new Path2D(`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`);
}

/** @param {number} x @param {number} y @param {number} r */
function triangle(x, y, r) {
  return new Path2D(`M${x} ${y - r * 0.85}l${r * 0.95} ${r * 1.6}h${r * -1.9}Z`);
}
