// @ts-check
/** Paints what moves: workers gliding between fixes, one pulse where something new lands. */

import { paintRing } from './point-paint.js';
import { WorkerMarks } from './worker-marks.js';

/** @typedef {import('../lib/types.js').Worker} Worker */
/** @typedef {{fromLon: number, fromLat: number, lon: number, lat: number, since: number, at: string, fixedAt: number}} Glide times in milliseconds: of the page, and of the fix */

const GLIDE_MILLIS = 900;
const PULSE_MILLIS = 1400;
const FRESH_FIX_MILLIS = 2 * 60_000;
const OLD_FIX_MILLIS = 15 * 60_000;
const FAINTEST = 0.3;
/** So many in view are small dots, and painted in every second frame only: they go a pixel or two from one to the next. */
const CROWD = 400;
const DOT_RADIUS = 2.2;

export class MotionPainter {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** How much larger than on a desk marks are. */
  scale = 1;
  still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  /** @type {Worker[]} */
  #workers = [];
  /** @type {Map<number, Glide>} */
  #glides = new Map();
  /** @type {{lon: number, lat: number, since: number}[]} */
  #pulses = [];
  /** @type {{x: number, y: number, worker: Worker, fixedAt: number}[]} */
  #spots = [];
  #marks = new WorkerMarks();

  /** @param {Worker[]} workers */
  set workers(workers) {
    this.#workers = workers.filter(({ onDuty, position }) => onDuty && position);
    const now = performance.now();
    for (const { id, position } of this.#workers) if (position) this.#glideTo(id, position, now);
  }

  /** @param {number} lon @param {number} lat */
  pulse(lon, lat) {
    if (!this.still) this.#pulses.push({ lon, lat, since: performance.now() });
  }

  /** @param {number} x @param {number} y in layer points */
  hit(x, y) {
    return this.#spots.find((spot) => Math.hypot(spot.x - x, spot.y - y) <= 9 * this.scale)?.worker;
  }

  /** @type {import('./canvas-layer.js').Paint} */
  paint = (context, project, bounds) => {
    const now = performance.now();
    const clock = Date.now();
    const mark = this.palette && this.#marks.of(this.palette, this.scale);
    const pulsing = this.#paintPulses(context, project, now);
    const gliding = this.#lay(project, bounds, now);
    const crowded = this.#spots.length > CROWD;
    if (mark) context.fillStyle = String(this.palette?.text);
    for (const { x, y, worker, fixedAt } of mark ? this.#spots : []) {
      context.globalAlpha = freshness(clock - fixedAt);
      if (crowded) dot(context, x, y, DOT_RADIUS * this.scale);
      else mark(context, x, y, worker.position?.headingDegrees);
    }
    context.globalAlpha = 1;
    if (pulsing || (gliding > 0 && !crowded)) return 1;
    return gliding > 0 ? 2 : 0;
  };

  /** Where those in view are now. @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {number} now @returns {number} how many are on their way */
  #lay(project, bounds, now) {
    let gliding = 0;
    this.#spots = [];
    for (const worker of this.#workers) {
      const place = this.#whereIs(worker.id, now);
      const point = project(place.lon, place.lat);
      if (!bounds.contains(point)) continue;
      if (place.gliding) gliding++;
      this.#spots.push({ x: point.x, y: point.y, worker, fixedAt: place.fixedAt });
    }
    return gliding;
  }

  /** @param {number} id @param {import('../lib/types.js').Position} to @param {number} now */
  #glideTo(id, to, now) {
    const known = this.#glides.get(id);
    if (known?.at === to.at && known.lon === to.lon && known.lat === to.lat) return;
    const fixedAt = Date.parse(to.at);
    if (known && known.lon === to.lon && known.lat === to.lat) {
      this.#glides.set(id, { ...known, at: to.at, fixedAt });
      return;
    }
    const from = known && !this.still ? this.#whereIs(id, now) : to;
    this.#glides.set(id, { fromLon: from.lon, fromLat: from.lat, lon: to.lon, lat: to.lat, since: now, at: to.at, fixedAt });
  }

  /** @param {number} id @param {number} now */
  #whereIs(id, now) {
    const glide = /** @type {Glide} */ (this.#glides.get(id));
    const done = Math.min(1, (now - glide.since) / GLIDE_MILLIS);
    const eased = 1 - (1 - done) ** 2;
    const moved = glide.fromLon !== glide.lon || glide.fromLat !== glide.lat;
    return {
      lon: glide.fromLon + (glide.lon - glide.fromLon) * eased,
      lat: glide.fromLat + (glide.lat - glide.fromLat) * eased,
      gliding: moved && done < 1,
      fixedAt: glide.fixedAt,
    };
  }

  /** @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => {x: number, y: number}} project @param {number} now */
  #paintPulses(context, project, now) {
    this.#pulses = this.#pulses.filter(({ since }) => now - since < PULSE_MILLIS);
    for (const { lon, lat, since } of this.#pulses) {
      const part = (now - since) / PULSE_MILLIS;
      const { x, y } = project(lon, lat);
      context.globalAlpha = 1 - part;
      paintRing(context, x, y, (8 + 34 * part) * this.scale, String(this.palette?.tones.new), 2 * this.scale);
      context.globalAlpha = 1;
    }
    return this.#pulses.length > 0;
  }
}

/** Nearly round, at the price of two boxes: a crowd is painted thirty times a second. @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius */
function dot(context, x, y, radius) {
  const narrow = radius * 0.55;
  context.fillRect(x - radius, y - narrow, 2 * radius, 2 * narrow);
  if (context.globalAlpha === 1) context.fillRect(x - narrow, y - radius, 2 * narrow, 2 * radius);
}

/** A worker fades from the second minute after the fix to the fifteenth. @param {number} age milliseconds @returns {number} opacity */
function freshness(age) {
  const part = (age - FRESH_FIX_MILLIS) / (OLD_FIX_MILLIS - FRESH_FIX_MILLIS);
  return 1 - (1 - FAINTEST) * Math.min(1, Math.max(0, part));
}
