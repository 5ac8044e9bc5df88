// @ts-check
/** Paints what moves: workers gliding between fixes, one pulse where something new lands, the selection and the pin. */

/** @typedef {import('../lib/types.js').Worker} Worker */
/** @typedef {{fromLon: number, fromLat: number, lon: number, lat: number, since: number}} Glide */

const GLIDE_MILLIS = 900;
const PULSE_MILLIS = 1400;
const FRESH_FIX_MILLIS = 2 * 60_000;
const OLD_FIX_MILLIS = 15 * 60_000;
const FAINTEST = 0.3;

export class MotionPainter {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** @type {{lon: number, lat: number} | null} */
  pin = null;
  /** @type {{lon: number, lat: number} | null} */
  selected = null;
  /** How much larger than on a desk marks are. */
  scale = 1;
  still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  /** @type {Worker[]} */
  #workers = [];
  /** @type {Map<number, Glide>} */
  #glides = new Map();
  /** @type {{lon: number, lat: number, since: number}[]} */
  #pulses = [];
  /** @type {{x: number, y: number, worker: Worker}[]} */
  #spots = [];

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
    let moving = this.#paintPulses(context, project, now);
    this.#spots = [];
    for (const worker of this.#workers) {
      const { lon, lat, gliding } = this.#whereIs(worker.id, now);
      const point = project(lon, lat);
      moving ||= gliding;
      if (bounds.contains(point)) this.#paintWorker(context, point, worker);
    }
    if (this.selected) this.#paintSelection(context, project(this.selected.lon, this.selected.lat));
    if (this.pin) this.#paintPin(context, project(this.pin.lon, this.pin.lat));
    return moving;
  };

  /** @param {number} id @param {{lon: number, lat: number}} to @param {number} now */
  #glideTo(id, to, now) {
    const known = this.#glides.get(id);
    if (known && known.lon === to.lon && known.lat === to.lat) return;
    const from = known && !this.still ? this.#whereIs(id, now) : to;
    this.#glides.set(id, { fromLon: from.lon, fromLat: from.lat, lon: to.lon, lat: to.lat, since: now });
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
    };
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point @param {Worker} worker */
  #paintWorker(context, { x, y }, worker) {
    this.#spots.push({ x, y, worker });
    context.globalAlpha = freshness(Date.now() - Date.parse(String(worker.position?.at)));
    context.fillStyle = String(this.palette?.text);
    context.strokeStyle = String(this.palette?.ground);
    context.lineWidth = 2 * this.scale;
    context.beginPath();
    context.arc(x, y, 5 * this.scale, 0, 7);
    context.stroke();
    context.fill();
    const heading = worker.position?.headingDegrees;
    if (heading != null) paintHeading(context, x, y, (heading * Math.PI) / 180, this.scale);
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => {x: number, y: number}} project @param {number} now */
  #paintPulses(context, project, now) {
    this.#pulses = this.#pulses.filter(({ since }) => now - since < PULSE_MILLIS);
    for (const { lon, lat, since } of this.#pulses) {
      const part = (now - since) / PULSE_MILLIS;
      const { x, y } = project(lon, lat);
      context.globalAlpha = 1 - part;
      this.#ring(context, x, y, (8 + 34 * part) * this.scale, String(this.palette?.tones.new), 2 * this.scale);
      context.globalAlpha = 1;
    }
    return this.#pulses.length > 0;
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point */
  #paintSelection(context, { x, y }) {
    this.#ring(context, x, y, 16, String(this.palette?.ground), 5);
    this.#ring(context, x, y, 16, String(this.palette?.text), 2);
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point */
  #paintPin(context, { x, y }) {
    const pin = new Path2D(`M${x} ${y}l-8 -13a9.5 9.5 0 1 1 16 0Z`);
    context.fillStyle = String(this.palette?.focus);
    context.strokeStyle = String(this.palette?.ground);
    context.lineWidth = 2;
    context.fill(pin);
    context.stroke(pin);
    context.beginPath();
    context.arc(x, y - 18, 3.2, 0, 7);
    context.fillStyle = String(this.palette?.ground);
    context.fill();
  }

  /** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius @param {string} colour @param {number} width */
  #ring(context, x, y, radius, colour, width) {
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} heading radians, 0 is north @param {number} scale */
function paintHeading(context, x, y, heading, scale) {
  context.beginPath();
  for (const [angle, reach] of [[0, 12], [0.5, 7.5], [-0.5, 7.5]]) {
    context.lineTo(x + scale * reach * Math.sin(heading + angle), y - scale * reach * Math.cos(heading + angle));
  }
  context.closePath();
  context.fill();
}

/** A worker fades from the second minute after the fix to the fifteenth. @param {number} age milliseconds @returns {number} opacity */
function freshness(age) {
  const part = (age - FRESH_FIX_MILLIS) / (OLD_FIX_MILLIS - FRESH_FIX_MILLIS);
  return 1 - (1 - FAINTEST) * Math.min(1, Math.max(0, part));
}
