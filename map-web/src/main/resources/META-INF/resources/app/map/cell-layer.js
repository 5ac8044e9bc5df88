// @ts-check
/** The cells: their borders, tinted by how many open incidents they carry, with names or codes when close. */
import { L } from './leaflet.js';
import { boxOf, labelPoint, outerRings } from '../lib/shapes.js';
import { pickName } from '../lib/translate.js';
import { widthOf } from './label-pass.js';

/** @typedef {{lon: number, lat: number, names: Record<string, string>, code: string, west: number, east: number}} Label */

const TINT_STEPS = 6;
const FULL_TINT = 0.33;
const LABEL_FROM_PIXELS = 64;
const SIZE = 11;
const WEIGHT = 500;

export class CellLayer {
  /** @type {'en' | 'zh'} */
  language = 'en';
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** How much larger than on a desk words are. */
  scale = 1;
  #late = false;
  /** What lies under the cells is to be seen. */
  #clear = false;
  /** @type {L.GeoJSON | null} */
  #layer = null;
  /** @type {L.GeoJSON | null} */
  #borders = null;
  /** @type {any} */
  #cells = null;
  #withBorders = false;
  /** @type {Map<number, {path: L.Path, step: number}>} */
  #byId = new Map();
  /** @type {Label[]} */
  #labels = [];

  /** @param {L.Map} map @param {any} cells GeoJSON, or null */
  show(map, cells) {
    this.#layer?.remove();
    this.#cells = cells;
    this.#paintBorders(map);
    this.#byId.clear();
    this.#labels = [];
    if (!cells) return;
    this.#layer = L.geoJSON(cells, {
      interactive: false,
      renderer: L.canvas({ padding: 0.15, pane: 'tilePane' }),
      style: () => this.#styleOf(0),
      onEachFeature: (feature, path) => this.#take(feature, path),
    }).addTo(map);
  }

  /** From now on the borders lie above the streets. @param {L.Map} map */
  showBorders(map) {
    this.#withBorders = true;
    this.#paintBorders(map);
  }

  /** @param {L.Map} map */
  #paintBorders(map) {
    this.#borders?.remove();
    if (!this.#withBorders || !this.#cells) return;
    this.#borders = L.geoJSON(this.#cells, {
      interactive: false,
      renderer: L.canvas({ padding: 0.15, pane: 'streets' }),
      style: () => this.#borderStyle(),
    }).addTo(map);
  }

  /** @returns {L.PathOptions} */
  #borderStyle() {
    return { color: this.palette?.line, weight: 1, opacity: 0.75, fill: false, smoothFactor: 0.8 };
  }

  /** @param {Map<number, number>} counts incidents by cell id @param {boolean} [late] whether they are the late ones */
  tint(counts, late = false) {
    const full = fullTint([...counts.values()]);
    const other = late !== this.#late;
    this.#late = late;
    for (const [id, cell] of this.#byId) {
      const step = Math.min(TINT_STEPS, Math.ceil((TINT_STEPS * (counts.get(id) ?? 0)) / full));
      if (step === cell.step && !(other && step > 0)) continue;
      cell.step = step;
      cell.path.setStyle(this.#styleOf(step));
    }
  }

  /** From now on cells that nothing tints let the ground through. */
  showGround() {
    this.#clear = true;
    this.restyle();
  }

  restyle() {
    this.#borders?.setStyle(this.#borderStyle());
    for (const { path, step } of this.#byId.values()) path.setStyle(this.#styleOf(step));
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

  /** @param {any} feature @param {L.Layer} path */
  #take(feature, path) {
    this.#byId.set(Number(feature.id), { path: /** @type {L.Path} */ (path), step: 0 });
    const rings = outerRings(feature.geometry);
    const centre = labelPoint(rings);
    if (!centre) return;
    const [west, , east] = boxOf(rings.reduce((a, b) => (a.length >= b.length ? a : b)));
    const { names, code } = feature.properties;
    this.#labels.push({ lon: centre[0], lat: centre[1], names, code, west, east });
  }

  /** @param {number} step @returns {L.PathOptions} */
  #styleOf(step) {
    return {
      color: this.palette?.line,
      weight: 0.8,
      fill: true,
      fillColor: step === 0 ? this.palette?.land : this.#late ? this.palette?.tones.late : this.palette?.load,
      fillOpacity: step === 0 ? (this.#clear ? 0 : 1) : 0.08 + (FULL_TINT * step) / TINT_STEPS,
      smoothFactor: 0.8,
    };
  }
}

/** The count that has the full tint: that of the fullest cells, but not of a few that stand out. @param {number[]} counts */
function fullTint(counts) {
  counts.sort((a, b) => a - b);
  return Math.max(4, counts[Math.floor(counts.length * 0.97)] ?? 0);
}
