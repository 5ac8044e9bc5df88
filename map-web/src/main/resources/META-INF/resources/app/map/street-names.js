// @ts-check
/** The names of places and streets that the tiles of a view hold. */
import { at, lengthOf } from '../lib/lines.js';
import { ROADS, placeStyle, roadPixels } from './street-style.js';

/** @typedef {import('./street-paint.js').Placed} Placed */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {import('./label-pass.js').Candidate} Candidate */

const REPEAT_PIXELS = 280;
const ROAD_RANK = new Map(ROADS.map(({ class: name }, i) => [name, ROADS.length - i]));

/** @param {Placed[]} tiles @param {number} zoom @param {'en' | 'zh'} language @returns {Candidate[]} the names of places and streets in them */
export function namesIn(tiles, zoom, language) {
  return [...places(tiles, zoom, language), ...streets(tiles, zoom, language)];
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
      return [{ text, rank, size, weight: 600, spot: { x: left + x * scale, y: top + y * scale }, apart: 600, kind: 'place' }];
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
        return spotsOn(points).map((spot) => ({ text, rank, size, weight: 500, spot, line: points, apart: REPEAT_PIXELS, kind: 'street' }));
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

/** The first name in the language, else the local one. @param {Record<string, any>} tags @param {'en' | 'zh'} language @returns {string} */
function nameOf(tags, language) {
  const all = String((language === 'zh' ? tags.name_zh ?? tags.name : tags.name_en ?? tags.name) ?? '');
  return all.split(';')[0].trim();
}
