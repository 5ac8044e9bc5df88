// @ts-check
/**
 * All words of the map in one pass: what matters more comes first, and nothing covers what stands already. Marks of
 * incidents and service places are taken before the first word. A place of the base map that stands there as an area is
 * not told again.
 */
import { at, distanceTo, lengthOf } from '../lib/lines.js';
import { around } from '../lib/occupied.js';

/** @typedef {import('../lib/lines.js').Point} Point */
/** @typedef {'area' | 'place' | 'cell' | 'street'} Kind */
/** @typedef {{text: string, rank: number, size: number, weight: number, spot: Point, line?: Point[], apart: number, kind: Kind}} Candidate `rank`: less comes first; `apart`: pixels to the same words */

const CLEAR_PIXELS = 2;
const STRAIGHT = 0.985;
const WORDS_IN_A_STEP = 40;
/** What stands at a spot gives way upwards or downwards, in lines of text, before it is left out. */
const GIVES_WAY = [0, -1.2, 1.2, -2.4, 2.4];
/** @type {Map<string, number>} text and font to pixels */
const widths = new Map();

/**
 * In steps of some words each.
 * @param {CanvasRenderingContext2D} context @param {Candidate[]} candidates @param {L.Bounds} bounds
 * @param {import('../lib/occupied.js').Occupied} occupied @param {import('./palette.js').Palette} palette
 * @param {number} scale how much larger than on a desk
 * @returns {Generator<void, void>}
 */
export function* writeLabels(context, candidates, bounds, occupied, palette, scale) {
  const found = candidates.filter(({ spot }) => bounds.contains([spot.x, spot.y]));
  found.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.spot.x - b.spot.x));
  /** @type {Map<string, Point[]>} */
  const shown = new Map();
  /** @type {Set<string>} */
  const areas = new Set();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const [i, one] of found.entries()) {
    if (i % WORDS_IN_A_STEP === 0) yield;
    if (one.kind === 'place' && areas.has(one.text)) continue;
    const before = shown.get(one.text) ?? [];
    if (before.some(({ x, y }) => Math.hypot(x - one.spot.x, y - one.spot.y) < one.apart)) continue;
    const size = one.size * scale;
    context.font = `${one.weight} ${size}px ${palette.font}`;
    const placed = place(one, size, widthOf(context, one.text), occupied);
    if (!placed) continue;
    shown.set(one.text, [...before, placed.spot]);
    if (one.kind === 'area') areas.add(one.text);
    write(context, one, placed, palette);
  }
}

/** Where the text fits; its turn in radians. @param {Candidate} one @param {number} size @param {number} width @param {import('../lib/occupied.js').Occupied} occupied @returns {{spot: Point, turn: number} | null} */
function place(one, size, width, occupied) {
  if (one.line) {
    const along = alongLine(one.line, one.spot, width);
    return along && occupied.claim(beadsOf(along.spot, size, width, along.turn)) ? along : null;
  }
  for (const way of GIVES_WAY) {
    const spot = { x: one.spot.x, y: one.spot.y + way * size };
    if (occupied.claim([around(spot.x, spot.y, width / 2 + CLEAR_PIXELS, size * 0.6 + CLEAR_PIXELS)])) return { spot, turn: 0 };
  }
  return null;
}

/** Where a text lies on a line that is straight enough. @param {Point[]} line @param {Point} spot @param {number} width */
function alongLine(line, spot, width) {
  const along = distanceTo(line, spot);
  const [from, to] = [along - width / 2 - 4, along + width / 2 + 4];
  if (from < 0 || to > lengthOf(line)) return null;
  const [a, b] = [at(line, from), at(line, to)];
  if (Math.hypot(b.x - a.x, b.y - a.y) < STRAIGHT * (to - from)) return null;
  let turn = Math.atan2(b.y - a.y, b.x - a.x);
  if (turn > Math.PI / 2 || turn <= -Math.PI / 2) turn += turn > 0 ? -Math.PI : Math.PI;
  return { spot: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, turn };
}

/** Boxes along a turned text, closer than it is high. @param {Point} spot @param {number} size @param {number} width @param {number} turn */
function beadsOf({ x, y }, size, width, turn) {
  const count = Math.max(2, Math.ceil(width / (size * 0.8)));
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = width * (i / count - 0.5);
    return around(x + along * Math.cos(turn), y + along * Math.sin(turn), size / 2 + CLEAR_PIXELS);
  });
}

/** @param {CanvasRenderingContext2D} context @param {Candidate} one @param {{spot: Point, turn: number}} placed @param {import('./palette.js').Palette} palette */
function write(context, { text, kind }, { spot, turn }, palette) {
  const [colour, halo] = { area: [palette.text, palette.ground], place: [palette.text, palette.street.halo], cell: [palette.second, palette.land], street: [palette.street.name, palette.street.halo] }[kind];
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate(turn);
  context.lineWidth = 3.4;
  context.strokeStyle = halo;
  context.strokeText(text, 0, 0);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {string} text */
export function widthOf(context, text) {
  const key = `${context.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 5000) widths.clear();
  const width = context.measureText(text).width;
  widths.set(key, width);
  return width;
}
