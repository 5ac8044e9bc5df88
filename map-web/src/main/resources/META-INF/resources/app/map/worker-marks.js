// @ts-check
/** A worker's mark: a dot with a nose where the worker is heading, drawn once for each heading and then copied. */

const RADIUS = 5;
/** From the middle to the end of the nose and its line, in CSS pixels. */
const REACH = 14;
const HEADINGS = 24;
const NOSE = [
  [0, 12],
  [0.5, 7.5],
  [-0.5, 7.5],
];

/** @typedef {(context: CanvasRenderingContext2D, x: number, y: number, heading?: number | null) => void} Mark heading in degrees from north, none: a dot */

export class WorkerMarks {
  /** @type {Map<number, ImageBitmap>} by heading, -1 without one */
  #drawn = new Map();
  #look = '';

  /** @param {import('./palette.js').Palette} palette @param {number} scale @returns {Mark} */
  of(palette, scale) {
    const ratio = devicePixelRatio || 1;
    const look = [palette.text, palette.ground, scale, ratio].join();
    if (look !== this.#look) this.#drawn.clear();
    this.#look = look;
    const half = Math.ceil(REACH * scale);
    return (context, x, y, heading) => {
      const turn = heading == null ? -1 : Math.round((heading * HEADINGS) / 360) % HEADINGS;
      let picture = this.#drawn.get(turn);
      if (!picture) this.#drawn.set(turn, (picture = draw(palette, scale, ratio, half, turn)));
      context.drawImage(picture, x - half, y - half, 2 * half, 2 * half);
    };
  }
}

/** @param {import('./palette.js').Palette} palette @param {number} scale @param {number} ratio device pixels @param {number} half @param {number} turn */
function draw(palette, scale, ratio, half, turn) {
  const side = Math.ceil(2 * half * ratio);
  const canvas = new OffscreenCanvas(side, side);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, half * ratio, half * ratio);
  context.fillStyle = palette.text;
  context.strokeStyle = palette.ground;
  context.lineWidth = 2 * scale;
  context.beginPath();
  context.arc(0, 0, RADIUS * scale, 0, 7);
  context.stroke();
  context.fill();
  if (turn < 0) return canvas.transferToImageBitmap();
  const heading = (turn * 2 * Math.PI) / HEADINGS;
  context.beginPath();
  for (const [angle, reach] of NOSE) context.lineTo(scale * reach * Math.sin(heading + angle), -scale * reach * Math.cos(heading + angle));
  context.closePath();
  context.fill();
  return canvas.transferToImageBitmap();
}
