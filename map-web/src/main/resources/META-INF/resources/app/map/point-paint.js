// @ts-check
/** Paints what an operator points at, over everything else: a ring around what is chosen, a pin where something is to be. */

/** The radius of the ring around what is chosen. */
export const SELECTION_PIXELS = 16;

export class PointPainter {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** @type {{lon: number, lat: number} | null} */
  pin = null;
  /** @type {{lon: number, lat: number} | null} */
  selected = null;

  /** @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => {x: number, y: number}} project */
  paint(context, project) {
    if (this.selected) this.#paintSelection(context, project(this.selected.lon, this.selected.lat));
    if (this.pin) this.#paintPin(context, project(this.pin.lon, this.pin.lat));
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point */
  #paintSelection(context, { x, y }) {
    paintRing(context, x, y, SELECTION_PIXELS, String(this.palette?.ground), 5);
    paintRing(context, x, y, SELECTION_PIXELS, String(this.palette?.text), 2);
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
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius @param {string} colour @param {number} width */
export function paintRing(context, x, y, radius, colour, width) {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}
