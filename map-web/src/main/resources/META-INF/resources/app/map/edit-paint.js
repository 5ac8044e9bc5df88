// @ts-check
/** Paints an edit of the division: chosen cells, the line being drawn, what would become of the ground, and faults. */
import { labelPoint, outerRings } from '../lib/shapes.js';

/** @typedef {import('../lib/shapes.js').LonLat} LonLat */
/** @typedef {(lon: number, lat: number) => {x: number, y: number}} Project */

/**
 * What is to be seen.
 * @typedef {{
 *   chosen: any[], line: readonly LonLat[],
 *   changes: readonly {code: string, change: string, boundary: any}[],
 *   faults: readonly {where: any, at: LonLat}[], fault: {where: any, at: LonLat} | null,
 * }} Drawing
 */

/** So many shapes at once are drawn with thin borders. */
const MANY = 100;

/** @type {Drawing} */
const NOTHING = { chosen: [], line: [], changes: [], faults: [], fault: null };

export class EditPainter {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** @type {Drawing} */
  drawing = NOTHING;

  /** @type {import('./canvas-layer.js').Paint} */
  paint = (context, project) => {
    const { palette, drawing } = this;
    if (!palette) return;
    context.lineJoin = context.lineCap = 'round';
    const width = drawing.chosen.length > MANY ? 1 : 3;
    for (const shape of drawing.chosen) this.#area(context, project, shape, palette.focus, 0.16, width);
    for (const { where, at } of drawing.faults) this.#fault(context, project, where, at, false);
    if (drawing.fault) this.#fault(context, project, drawing.fault.where, drawing.fault.at, true);
    const common = commonLength(drawing.changes.map(({ code }) => code));
    for (const change of drawing.changes) this.#change(context, project, change, common);
    this.#line(context, project, drawing.line);
  };

  /** @param {CanvasRenderingContext2D} context @param {Project} project @param {any} change @param {number} common how many characters all codes begin with */
  #change(context, project, { code, change, boundary }, common) {
    const { palette } = this;
    if (!palette || !boundary || change === 'aligned') return;
    const colour = change === 'created' ? palette.tones.onsite : palette.tones.sent;
    this.#area(context, project, boundary, colour, 0.28, 3);
    const spot = labelPoint(outerRings(boundary));
    if (!spot) return;
    this.#name(context, project(...spot), common > 3 ? `…${code.slice(common)}` : code, colour);
  }

  /** Over the names of the cells as they are. @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} spot @param {string} text @param {string} colour */
  #name(context, { x, y }, text, colour) {
    context.font = `650 13px ${this.palette?.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const half = context.measureText(text).width / 2 + 8;
    context.beginPath();
    context.roundRect(x - half, y - 13, 2 * half, 26, 5);
    context.fillStyle = String(this.palette?.panel);
    context.lineWidth = 1.5;
    context.strokeStyle = colour;
    context.fill();
    context.stroke();
    context.fillStyle = String(this.palette?.text);
    context.fillText(text, x, y);
  }

  /** A ring round it as well: a sliver alone is not seen. @param {CanvasRenderingContext2D} context @param {Project} project @param {any} where @param {LonLat} at @param {boolean} looked */
  #fault(context, project, where, at, looked) {
    const colour = String(this.palette?.tones.late);
    this.#area(context, project, where, colour, 0.45, 2);
    const { x, y } = project(...at);
    context.beginPath();
    context.arc(x, y, looked ? 16 : 8, 0, 2 * Math.PI);
    context.lineWidth = looked ? 3 : 1.5;
    context.strokeStyle = colour;
    context.stroke();
  }

  /** @param {CanvasRenderingContext2D} context @param {Project} project @param {readonly LonLat[]} line */
  #line(context, project, line) {
    const points = line.map(([lon, lat]) => project(lon, lat));
    for (const [width, colour] of /** @type {[number, string][]} */ ([[6, String(this.palette?.panel)], [3, String(this.palette?.text)]])) {
      context.beginPath();
      points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.stroke();
    }
    for (const { x, y } of points) {
      context.beginPath();
      context.arc(x, y, 5, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.fillStyle = String(this.palette?.panel);
      context.strokeStyle = String(this.palette?.text);
      context.fill();
      context.stroke();
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {Project} project @param {any} geometry @param {string} colour @param {number} fill from 0 to 1 @param {number} width */
  #area(context, project, geometry, colour, fill, width) {
    context.beginPath();
    for (const ring of ringsOf(geometry)) {
      ring.forEach(([lon, lat], i) => {
        const { x, y } = project(lon, lat);
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      context.closePath();
    }
    context.globalAlpha = fill;
    context.fillStyle = colour;
    context.fill('evenodd');
    context.globalAlpha = 1;
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** How many characters can be left out, so that what differs stays and some before it. @param {string[]} codes */
function commonLength([first = '', ...others]) {
  let same = 0;
  while (others.length > 0 && same < first.length && others.every((code) => code[same] === first[same])) same++;
  return Math.max(0, Math.min(same, first.length - 3));
}

/** Every ring, holes too. @param {any} geometry @returns {LonLat[][]} */
function ringsOf(geometry) {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
}
