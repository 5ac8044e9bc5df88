// @ts-check
/** Paints the cells, tinted by how many open incidents they carry, and their borders; knows their names. */
import { boxOf, labelPoint, outerRings } from '../lib/shapes.js';
import { pickName } from '../lib/translate.js';
import { middlingWidth, visibility } from './area-paint.js';
import { CellShapes } from './cell-shapes.js';
import { widthOf } from './label-pass.js';

/** @typedef {{lon: number, lat: number, names: Record<string, string>, code: string, west: number, east: number}} Label */
/** @typedef {import('./cell-shapes.js').Shape} Shape */

const TINT_STEPS = 6;
const FULL_TINT = 0.33;
const LEAST_TINT = 0.06;
const LABEL_FROM_PIXELS = 64;
const BORDER_ALPHA = 0.75;
/** Of borders above which there are no others. */
const LEAST_SEEN = 0.3;
const SIZE = 11;
const WEIGHT = 500;

export class CellPainter {
  /** @type {'en' | 'zh'} */
  language = 'en';
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** How much larger than on a desk words are. */
  scale = 1;
  /** Cells that nothing tints let the ground through. */
  clear = false;
  #late = false;
  /** @type {CellShapes | null} */
  #shapes = null;
  /** @type {Map<number, number>} the step of each tinted cell */
  #steps = new Map();
  /** @type {Label[]} */
  #labels = [];
  /** Of a middling cell, as a share of the world's. */
  #width = 0;
  /** Whether areas stand above the cells, whose borders are drawn as well. */
  #below = false;

  /** @param {any} cells GeoJSON, or null */
  set cells(cells) {
    this.#shapes = cells && new CellShapes(cells);
    this.#labels = cells ? cells.features.flatMap(labelOf) : [];
    this.#width = middlingWidth(this.#labels.map(({ west, east }) => [west, 0, east, 0]));
    this.#below = (cells?.areas ?? []).length > 0;
  }

  /** @param {Map<number, number>} counts incidents by cell id @param {boolean} late whether they are the late ones @returns {boolean} whether anything looks different now */
  tint(counts, late) {
    const full = fullTint([...counts.values()]);
    const steps = new Map([...counts].map(([id, count]) => [id, Math.min(TINT_STEPS, Math.ceil((TINT_STEPS * count) / full))]));
    const same = late === this.#late && steps.size === this.#steps.size && [...steps].every(([id, step]) => this.#steps.get(id) === step);
    this.#late = late;
    this.#steps = steps;
    return !same;
  }

  /**
   * Each cell for itself and once: a browser fills thousands of small shapes in a third of the time of a large one. The
   * borders cover the hairs between.
   * @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds @param {L.Map} map @returns {Generator<void, void>}
   */
  *paintGround(context, bounds, map) {
    const palette = this.palette;
    if (!palette) return;
    const ground = this.clear ? 'transparent' : palette.land;
    const tint = this.#late ? palette.tones.late : palette.load;
    const colours = Array.from({ length: TINT_STEPS + 1 }, (_, step) => (step === 0 ? ground : `color-mix(in srgb, ${tint} ${percentOf(step)}%, ${ground})`));
    for (const { shapes } of this.#shapes?.chunksIn(context, bounds, map) ?? []) {
      for (let step = this.clear ? 1 : 0; step <= TINT_STEPS; step++) {
        context.fillStyle = colours[step];
        for (const { id, path, rule } of shapes) if ((this.#steps.get(id) ?? 0) === step) context.fill(path, rule);
      }
      yield;
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds @param {L.Map} map @returns {Generator<void, void>} */
  *paintBorders(context, bounds, map) {
    const seen = visibility(this.#width, map.getZoom());
    const alpha = BORDER_ALPHA * (this.#below ? seen : Math.max(LEAST_SEEN, seen));
    if (alpha === 0) return;
    context.globalAlpha = alpha;
    context.strokeStyle = String(this.palette?.line);
    context.lineJoin = 'round';
    for (const { shapes, perPixel } of this.#shapes?.chunksIn(context, bounds, map) ?? []) {
      context.lineWidth = perPixel;
      context.stroke(joined(shapes));
      yield;
    }
    context.globalAlpha = 1;
  }

  /**
   * The names or codes that have room in their cells.
   * @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds
   * @returns {import('./label-pass.js').Candidate[]}
   */
  names(context, project, bounds) {
    context.font = `${WEIGHT} ${SIZE * this.scale}px ${this.palette?.font}`;
    return this.#labels.flatMap((label) => {
      const { x, y } = project(label.lon, label.lat);
      const room = bounds.contains([x, y]) ? project(label.east, label.lat).x - project(label.west, label.lat).x : 0;
      const text = room < LABEL_FROM_PIXELS * this.scale ? '' : this.#fitting(context, label, room - 8);
      return text ? [{ text, rank: 0, size: SIZE, weight: WEIGHT, spot: { x, y }, apart: 0, kind: /** @type {const} */ ('cell') }] : [];
    });
  }

  /** The name or the code, whichever has room. @param {CanvasRenderingContext2D} context @param {Label} label @param {number} room pixels */
  #fitting(context, { names, code }, room) {
    return [pickName(names, this.language) || code, code].find((text) => widthOf(context, text) <= room) ?? '';
  }
}

/** @param {number} step from 1 to TINT_STEPS */
function percentOf(step) {
  return 100 * (LEAST_TINT + ((FULL_TINT - LEAST_TINT) * step) / TINT_STEPS);
}

/** @type {WeakMap<readonly Shape[], Path2D>} */
const joins = new WeakMap();

/** All lines at once, in which a browser is faster. @param {readonly Shape[]} shapes */
function joined(shapes) {
  let path = joins.get(shapes);
  if (path) return path;
  joins.set(shapes, (path = new Path2D()));
  for (const shape of shapes) path.addPath(shape.path);
  return path;
}

/** @param {any} feature @returns {Label[]} */
function labelOf({ geometry, properties: { names, code } }) {
  const rings = outerRings(geometry);
  const centre = labelPoint(rings);
  if (!centre) return [];
  const [west, , east] = boxOf(rings.reduce((a, b) => (a.length >= b.length ? a : b)));
  return [{ lon: centre[0], lat: centre[1], names, code, west, east }];
}

/** The count that has the full tint: that of the fullest cells, but not of a few that stand out. @param {number[]} counts */
function fullTint(counts) {
  counts.sort((a, b) => a - b);
  return Math.max(4, counts[Math.floor(counts.length * 0.97)] ?? 0);
}
