// @ts-check
/** Paints the incidents: shapes by stage and severity, gathered with true counts where they would cover one another. */
import { gather } from '../lib/clusters.js';
import { around } from '../lib/occupied.js';
import { SHAPES, TONE_RANK, markOf } from '../lib/marks.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{x: number, y: number, items: Incident[]}} Spot */

const GATHER_PIXELS = 46;
const CROWDED_GATHER_PIXELS = 84;
const CROWDED_FROM_SPOTS = 240;
const APART_FROM_ZOOM = 16;
const SHAPE_PIXELS = 18;

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

  /** @type {import('./canvas-layer.js').Paint} */
  paint = (context, project, bounds, map) => {
    const now = Date.now();
    for (const spot of this.lay(project, bounds, map)) this.#paintSpot(context, spot, now);
  };

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
    const marks = items.map((item) => markOf(item, now));
    const worst = marks.reduce((a, b) => (TONE_RANK[b.tone] > TONE_RANK[a.tone] ? b : a));
    const critical = marks.some(({ shape }) => shape === 'diamond');
    const text = String(items.length);
    const radius = (11 + 2.5 * (text.length - 1)) * this.scale;
    context.beginPath();
    if (critical) diamondPath(context, x, y, radius * 1.35);
    else if (worst.tone === 'late') trianglePath(context, x, y, radius * 1.6);
    else context.arc(x, y, radius, 0, 7);
    context.closePath();
    context.fillStyle = String(this.palette?.panel);
    context.fill();
    context.lineWidth = 2.5 * this.scale;
    context.strokeStyle = this.#colour(worst.tone);
    context.stroke();
    context.fillStyle = String(this.palette?.text);
    context.font = `600 ${12 * this.scale}px ${this.palette?.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, x, y + (worst.tone === 'late' && !critical ? 3.5 : 0.5) * this.scale);
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

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r */
function diamondPath(context, x, y, r) {
  context.moveTo(x, y - r);
  context.lineTo(x + r, y);
  context.lineTo(x, y + r);
  context.lineTo(x - r, y);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r */
function trianglePath(context, x, y, r) {
  context.moveTo(x, y - r * 0.85);
  context.lineTo(x + r * 0.95, y + r * 0.75);
  context.lineTo(x - r * 0.95, y + r * 0.75);
}
