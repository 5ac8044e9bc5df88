// @ts-check
/** The names of places and streets, laid over the whole view at once so that none is cut or covered at a tile's edge. */
import { ROADS, placeStyle, roadPixels } from './street-style.js';

/** @typedef {import('./street-paint.js').Placed} Placed */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{text: string, rank: number, size: number, weight: number, spot: Point, line?: Point[], apart: number}} Candidate */

const REPEAT_PIXELS = 280;
const CLEAR_PIXELS = 4;
const STRAIGHT = 0.985;
const ROAD_RANK = new Map(ROADS.map(({ class: name }, i) => [name, ROADS.length - i]));
/** @type {Map<string, number>} text and font to pixels */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} context @param {Placed[]} tiles @param {L.Bounds} bounds @param {number} zoom
 * @param {'en' | 'zh'} language @param {import('./palette.js').Palette} palette
 * @param {Point[]} taken where something stands already @param {number} [scale] how much larger than on a desk
 */
export function paintNames(context, tiles, bounds, zoom, language, palette, taken, scale = 1) {
  const found = [...places(tiles, zoom, language), ...streets(tiles, zoom, language)].filter(({ spot }) => bounds.contains([spot.x, spot.y]));
  for (const one of found) one.size *= scale;
  found.sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.spot.x - b.spot.x));
  /** @type {Map<string, Point[]>} */
  const shown = new Map();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = palette.street.halo;
  for (const one of found) {
    const before = shown.get(one.text) ?? [];
    if (before.some(({ x, y }) => Math.hypot(x - one.spot.x, y - one.spot.y) < one.apart)) continue;
    context.font = `${one.weight} ${one.size}px ${palette.font}`;
    const turn = place(context, one, taken);
    if (turn === null) continue;
    shown.set(one.text, [...before, one.spot]);
    write(context, one, turn, palette);
  }
}

/** @param {Placed[]} tiles @param {number} zoom @param {'en' | 'zh'} language @returns {Candidate[]} */
function places(tiles, zoom, language) {
  return tiles.flatMap(({ tile, left, top, side }) => {
    const layer = tile.get('place');
    return (layer?.features ?? []).flatMap(({ lines, tags }) => {
      const [from, to, size] = placeStyle(String(tags.kind));
      const text = nameOf(tags, language);
      if (zoom < from || zoom > to || !text) return [];
      const { x, y } = lines[0][0];
      const scale = side / Number(layer?.extent);
      const rank = from - Math.log10(1 + Number(tags.population ?? 0)) / 10 - 100;
      return [{ text, rank, size, weight: 600, spot: { x: left + x * scale, y: top + y * scale }, apart: 600 }];
    });
  });
}

/** @param {Placed[]} tiles @param {number} zoom @param {'en' | 'zh'} language @returns {Candidate[]} */
function streets(tiles, zoom, language) {
  const styles = new Map(ROADS.filter(({ names }) => zoom >= names).map((style) => [style.class, style]));
  return tiles.flatMap(({ tile, left, top, side }) => {
    const layer = tile.get('road');
    const scale = side / Number(layer?.extent);
    return (layer?.features ?? []).flatMap(({ lines, tags }) => {
      const style = styles.get(String(tags.class));
      const text = style && !tags.tunnel ? nameOf(tags, language) : '';
      if (!style || !text) return [];
      const size = Math.min(14, Math.max(10.5, roadPixels(style.width, zoom) * 0.85));
      const rank = Number(ROAD_RANK.get(style.class));
      return lines.flatMap((line) => {
        const points = line.map(({ x, y }) => ({ x: left + x * scale, y: top + y * scale }));
        return spotsOn(points).map((spot) => ({ text, rank, size, weight: 500, spot, line: points, apart: REPEAT_PIXELS }));
      });
    });
  });
}

/** The middle of a line, and more places on a long one. @param {Point[]} line @returns {Point[]} */
function spotsOn(line) {
  const whole = lengthOf(line);
  if (whole < 40) return [];
  const parts = Math.max(1, Math.round(whole / 340));
  return Array.from({ length: parts }, (_, i) => at(line, (whole * (i + 0.5)) / parts));
}

/** Where the text fits: its turn in radians, null where it does not. @param {CanvasRenderingContext2D} context @param {Candidate} one @param {Point[]} taken */
function place(context, one, taken) {
  const width = widthOf(context, one.text);
  let turn = 0;
  if (one.line) {
    const along = distanceTo(one.line, one.spot);
    const [from, to] = [along - width / 2 - 4, along + width / 2 + 4];
    if (from < 0 || to > lengthOf(one.line)) return null;
    const [a, b] = [at(one.line, from), at(one.line, to)];
    if (Math.hypot(b.x - a.x, b.y - a.y) < STRAIGHT * (to - from)) return null;
    one.spot = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    turn = Math.atan2(b.y - a.y, b.x - a.x);
    if (turn > Math.PI / 2 || turn <= -Math.PI / 2) turn += turn > 0 ? -Math.PI : Math.PI;
  }
  const beads = beadsOf(one, width, turn);
  const reach = one.size + CLEAR_PIXELS;
  if (beads.some((bead) => taken.some(({ x, y }) => Math.abs(x - bead.x) < reach && Math.abs(y - bead.y) < reach))) return null;
  taken.push(...beads);
  return turn;
}

/** Points along the text, closer than it is high. @param {Candidate} one @param {number} width @param {number} turn @returns {Point[]} */
function beadsOf({ spot, size }, width, turn) {
  const count = Math.max(2, Math.ceil(width / (size * 0.8)));
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = width * (i / count - 0.5);
    return { x: spot.x + along * Math.cos(turn), y: spot.y + along * Math.sin(turn) };
  });
}

/** A level text as the points that names keep clear of. @param {{x: number, y: number, width: number}} row @returns {Point[]} */
export function beadsOfRow({ x, y, width }) {
  return beadsOf(/** @type {any} */ ({ spot: { x, y }, size: 11 }), width, 0);
}

/** @param {CanvasRenderingContext2D} context @param {Candidate} one @param {number} turn @param {import('./palette.js').Palette} palette */
function write(context, { text, spot, line }, turn, palette) {
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate(turn);
  context.lineWidth = 3.4;
  context.strokeText(text, 0, 0);
  context.fillStyle = line ? palette.street.name : palette.text;
  context.fillText(text, 0, 0);
  context.restore();
}

/** The first name in the language, else the local one. @param {Record<string, any>} tags @param {'en' | 'zh'} language @returns {string} */
function nameOf(tags, language) {
  const all = String((language === 'zh' ? tags.name_zh ?? tags.name : tags.name_en ?? tags.name) ?? '');
  return all.split(';')[0].trim();
}

/** @param {CanvasRenderingContext2D} context @param {string} text */
function widthOf(context, text) {
  const key = `${context.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 5000) widths.clear();
  const width = context.measureText(text).width;
  widths.set(key, width);
  return width;
}

/** @param {Point[]} line */
function lengthOf(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += Math.hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

/** The point at a distance along the line. @param {Point[]} line @param {number} distance @returns {Point} */
function at(line, distance) {
  let rest = distance;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (step >= rest && step > 0) return { x: a.x + ((b.x - a.x) * rest) / step, y: a.y + ((b.y - a.y) * rest) / step };
    rest -= step;
  }
  return line[line.length - 1];
}

/** How far along the line a point of it lies. @param {Point[]} line @param {Point} point */
function distanceTo(line, point) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    const toPoint = Math.hypot(point.x - a.x, point.y - a.y);
    if (toPoint + Math.hypot(b.x - point.x, b.y - point.y) <= step + 0.01) return sum + toPoint;
    sum += step;
  }
  return sum;
}
