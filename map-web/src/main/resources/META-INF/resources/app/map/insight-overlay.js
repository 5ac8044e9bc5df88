// @ts-check
/**
 * Density surfaces and tinted areas, over the ground and under the streets of an area map. Tells `frame` {box, width, height},
 * `stand` {lon, lat, zoom} after somebody moved the map, and `probe` {lon, lat, cell} or null under the pointer.
 */
import { L } from './leaflet.js';
import { placeNames } from './area-names.js';
import { CanvasLayer } from './canvas-layer.js';
import { CellShapes } from './cell-shapes.js';
import { readPalette } from './palette.js';

/** @typedef {import('../lib/insight.js').Surface} Surface */
/** @typedef {(cell: {id: number, path: string}) => string | null} ColourOf */

const MARGIN = 0.15;
const MOST_PIXELS = 512;
const PANE = 'insight';
/** Wide enough to cover the hair between two shapes that were smoothed each for itself. */
const LINE_PIXELS = 0.8;
/** After one of these a move is somebody's wish. */
const HANDS = ['pointerdown', 'wheel', 'keydown'];

export class InsightOverlay extends EventTarget {
  /** Called when the theme has changed. */
  onTheme = () => {};
  /** @type {L.Map | null} */
  #map = null;
  #canvas = new CanvasLayer((/** @type {any[]} */ ...values) => this.#paint(...values), { pane: PANE, padding: MARGIN });
  /** @type {Surface | null} */
  #surface = null;
  /** @type {OffscreenCanvas | null} */
  #picture = null;
  /** @type {any} */
  #cells = null;
  /** @type {CellShapes | null} */
  #shapes = null;
  /** Of each cell, by id. @type {Map<number, string>} */
  #paths = new Map();
  /** @type {ColourOf | null} */
  #colourOf = null;
  #fine = false;
  #palette = /** @type {import('./palette.js').Palette | null} */ (null);
  /** Of the areas that are tinted. @type {readonly import('./area-names.js').Name[]} */
  names = [];
  /** Called when there are other names. */
  onNames = () => {};
  #byHand = false;
  #touched = () => (this.#byHand = true);
  #moved = () => this.#tellMove();
  #pointed = (/** @type {any} */ { latlng }) => this.#tell('probe', { lon: latlng.lng, lat: latlng.lat });
  #left = () => this.#tell('probe', null);

  /** @param {L.Map} map */
  addTo(map) {
    if (this.#map === map) return;
    this.#map = map;
    if (!map.getPane(PANE)) {
      const pane = map.createPane(PANE);
      pane.style.zIndex = '240';
      pane.style.pointerEvents = 'none';
    }
    this.#palette = readPalette(map.getContainer());
    this.#canvas.addTo(map);
    map.on('moveend resize', this.#moved);
    for (const type of HANDS) map.getContainer().addEventListener(type, this.#touched, { passive: true });
    map.on('mousemove', this.#pointed);
    map.on('mouseout', this.#left);
    this.#tellFrame();
  }

  remove() {
    const map = this.#map;
    if (!map) return;
    map.off('moveend resize', this.#moved);
    for (const type of HANDS) map.getContainer().removeEventListener(type, this.#touched);
    map.off('mousemove', this.#pointed);
    map.off('mouseout', this.#left);
    this.#canvas.remove();
    this.#map = null;
  }

  restyle() {
    if (this.#map) this.#palette = readPalette(this.#map.getContainer());
    this.onTheme();
    this.#canvas.repaint();
  }

  /** @param {Surface | null} surface @param {Uint8ClampedArray} ramp red, green, blue, alpha for each byte */
  showSurface(surface, ramp) {
    this.#surface = surface;
    this.#picture = surface && picture(surface, ramp);
    this.#canvas.repaint();
  }

  /**
   * Tints cells and names what they make up; without `colourOf` nothing is tinted.
   * @param {any} cells GeoJSON @param {ColourOf | null} colourOf null is the colour of the ground
   * @param {ReadonlyMap<string, string>} names by area path @param {boolean} fine whether each cell is an area of its own
   */
  showAreas(cells, colourOf, names, fine) {
    if (this.#cells !== cells) {
      this.#cells = cells;
      this.#shapes = cells && new CellShapes(cells);
      this.#paths = new Map(cells?.features.map((/** @type {any} */ { id, properties }) => [Number(id), properties.path]));
    }
    this.#colourOf = colourOf;
    this.#fine = fine;
    this.names = colourOf ? placeNames(cells, names) : [];
    this.onNames();
    this.#canvas.repaint();
  }

  /** @param {{lon: number, lat: number, zoom: number}} place */
  stand({ lon, lat, zoom }) {
    this.#map?.setView([lat, lon], zoom, { animate: false });
  }

  /**
   * Each cell in its colour, lines of that colour over the hairs between, then what parts cells that stand for themselves.
   * @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds @param {L.Map} map @returns {Generator<void, void>}
   */
  *#paintAreas(context, bounds, map) {
    const colourOf = this.#colourOf;
    if (!colourOf) return;
    for (const { shapes, perPixel } of this.#shapes?.chunksIn(context, bounds, map) ?? []) {
      /** @type {Map<string, Path2D>} */
      const byColour = new Map();
      const all = new Path2D();
      for (const { id, path, rule } of shapes) {
        const colour = colourOf({ id, path: this.#paths.get(id) ?? '' }) ?? String(this.#palette?.land);
        if (!byColour.has(colour)) byColour.set(colour, new Path2D());
        byColour.get(colour)?.addPath(path);
        if (this.#fine) all.addPath(path);
        context.fillStyle = colour;
        context.fill(path, rule);
      }
      context.lineWidth = LINE_PIXELS * perPixel;
      context.lineJoin = 'round';
      for (const [colour, path] of byColour) {
        context.strokeStyle = colour;
        context.stroke(path);
      }
      if (this.#fine) {
        context.globalAlpha = 0.45;
        context.strokeStyle = String(this.#palette?.ground);
        context.stroke(all);
        context.globalAlpha = 1;
      }
      yield;
    }
  }

  /** @param {any[]} values as the canvas layer gives them */
  #paint(...[context, project, bounds, map]) {
    if (!this.#surface || !this.#picture) return this.#paintAreas(context, bounds, map);
    const [west, south, east, north] = this.#surface.head.bbox;
    const { x, y } = project(west, north);
    const corner = project(east, south);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#picture, x, y, corner.x - x, corner.y - y);
    return undefined;
  }

  #tellFrame() {
    const map = this.#map;
    if (!map) return;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const bounds = map.getBounds().pad(MARGIN);
    const box = [Math.max(-180, bounds.getWest()), Math.max(-85, bounds.getSouth()), Math.min(180, bounds.getEast()), Math.min(85, bounds.getNorth())];
    const scale = Math.min(0.5, MOST_PIXELS / ((1 + 2 * MARGIN) * Math.max(size.x, size.y)));
    const [width, height] = [size.x, size.y].map((pixels) => Math.max(1, Math.floor(pixels * (1 + 2 * MARGIN) * scale)));
    this.#tell('frame', { box: box.map((side) => Number(side.toFixed(6))), width, height });
  }

  #tellMove() {
    this.#tellFrame();
    const map = this.#map;
    if (!map || !this.#byHand) return;
    this.#byHand = false;
    const { lat, lng } = map.getCenter();
    this.#tell('stand', { lon: lng, lat, zoom: map.getZoom() });
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {Surface} surface @param {Uint8ClampedArray} ramp */
function picture({ head, bytes }, ramp) {
  const image = new ImageData(head.width, head.height);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = new Uint32Array(ramp.buffer);
  for (let i = 0; i < bytes.length; i++) pixels[i] = colours[bytes[i]];
  const canvas = new OffscreenCanvas(head.width, head.height);
  /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d')).putImageData(image, 0, 0);
  return canvas;
}
