// @ts-check
/** One canvas over the map that a function paints: thousands of shapes cost one element. */
import { L } from './leaflet.js';
import { worldX, worldY } from '../lib/mercator.js';
import { inTurn } from './paint-turns.js';

/** How far a canvas reaches beyond the map, in parts of it, so that a hand does not drag it out of view; a wall has no hand, and many pixels. */
const REACH = innerWidth * innerHeight > 1_800_000 ? 0.05 : 0.15;

/** @typedef {{bounds: L.Bounds, center: L.LatLng, zoom: number, origin: L.Point}} View what a picture covers, in layer points; the map's origin in pixels of the world */

/**
 * @callback Paint
 * @param {CanvasRenderingContext2D} context in layer points: what `project` answers
 * @param {(lon: number, lat: number) => L.Point} project
 * @param {L.Bounds} bounds what the canvas covers, in layer points
 * @param {L.Map} map
 * @returns {number | void | Iterator<void, void>} of what moves: after how many frames to paint again, 0 for not before something
 *   changes; of long work that does not move: its steps, between which the page lives on
 */

/**
 * Leaflet's renderer knows how to keep a canvas in place while the map pans and zooms; only the painting is ours.
 *
 * What moves all the time (`moving`) is painted on the canvas itself, at once. Everything else is painted aside, in
 * turns with the other layers, and handed over as a picture when it is complete: the old picture stands in until then.
 * A browser takes a copy of every canvas in every frame, but of a picture only once.
 */
export const CanvasLayer = L.Renderer.extend({
  options: { padding: REACH, pane: 'overlayPane', moving: false },

  /** @param {Paint} paint @param {any} [options] */
  initialize(paint, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._paint = paint;
    this._frame = 0;
    this._look = 0;
  },

  /** Paints soon, once however often it is asked. @param {number} [frames] to wait, 1 for the next, of what moves */
  repaint(frames = 1) {
    if (!this._map) return;
    if (!this.options.moving) return this._repaintAside();
    if (this._frame) return;
    const wait = () => {
      frames--;
      this._frame = frames > 0 ? requestAnimationFrame(wait) : 0;
      if (!this._frame) this._draw();
    };
    this._frame = requestAnimationFrame(wait);
  },

  /** Everything looks otherwise from now on, as in another theme: no picture is better than the one that stands, or is being painted. */
  forget() {
    if (!this._shown) return;
    this._look++;
    this._shown.transferFromImageBitmap(null);
  },

  _initContainer() {
    this._container = L.DomUtil.create('canvas', 'gw-canvas');
    this._container.setAttribute('aria-hidden', 'true');
    this._aside = this.options.moving ? this._container : new OffscreenCanvas(1, 1);
    this._shown = this.options.moving ? null : this._container.getContext('bitmaprenderer');
    // One pixel is read after each step: no graphics processor is to be waited for.
    this._context = this._aside.getContext('2d', { willReadFrequently: !this.options.moving });
    this._painting = this._again = false;
  },

  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._frame = 0;
    this._container.remove();
    this._container = this._aside = this._shown = this._context = this._bounds = null;
  },

  _reset() {
    this._update();
    this._updateTransform(this._map.getCenter(), this._map.getZoom());
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    if (this.options.moving) return this._move();
    // Where the empty canvas stands.
    if (!this._bounds) this._cover(this._view());
    inTurn(this, this._picture());
  },

  /** What the map shows now, and a little more. @returns {View} */
  _view() {
    const { _map: map, options } = this;
    const size = map.getSize();
    const min = map.containerPointToLayerPoint(size.multiplyBy(-options.padding)).round();
    const bounds = L.bounds(min, min.add(size.multiplyBy(1 + 2 * options.padding)).round());
    return { bounds, center: map.getCenter(), zoom: map.getZoom(), origin: map.getPixelOrigin() };
  },

  /** Leaflet keeps in place what these tell. @param {View} view */
  _cover({ bounds, center, zoom }) {
    this._bounds = bounds;
    this._center = center;
    this._zoom = zoom;
  },

  /** The canvas of what moves goes to where the map is. */
  _move() {
    this._cover(this._view());
    this._draw();
    L.DomUtil.setPosition(this._container, this._bounds.min);
  },

  _draw() {
    const map = this._map;
    // In flight: what stands there stands in, at another scale.
    if (!map || map._animatingZoom || map.getZoom() !== this._zoom) return;
    const again = this._paint(this._begin(this._bounds), projection(map, true), this._bounds, map);
    if (again) this.repaint(again);
  },

  /** While a picture is painted another one follows: work that is begun anew with every change never ends. */
  _repaintAside() {
    if (this._painting) this._again = true;
    else inTurn(this, this._picture());
  },

  /** Paints a picture in steps. One that the map has left meanwhile is given up: after every move another one is wanted. */
  *_picture() {
    const map = this._map;
    if (!map || map._animatingZoom) return;
    this._painting = true;
    this._again = false;
    try {
      const look = this._look;
      const view = this._view();
      const context = this._begin(view.bounds);
      const steps = this._paint(context, projection(map, false), view.bounds, map);
      while (steps && !steps.next().done) {
        // Painted now, and not all together at the end.
        context.getImageData(0, 0, 1, 1);
        yield;
        if (this._map !== map || map._animatingZoom || !map.getPixelOrigin().equals(view.origin) || this._look !== look) return;
      }
      this._show(view);
    } finally {
      this._painting = false;
      if (this._again) requestAnimationFrame(() => this.repaint());
    }
  },

  /** @param {View} view of what is painted */
  _show(view) {
    const { _aside: aside, _container: container } = this;
    if (container.width !== aside.width || container.height !== aside.height) this._resize(container, aside);
    this._shown.transferFromImageBitmap(aside.transferToImageBitmap());
    this._cover(view);
    L.DomUtil.setPosition(container, view.bounds.min);
  },

  /** A clean sheet of the size of what it covers. @param {L.Bounds} bounds @returns {CanvasRenderingContext2D} */
  _begin({ min, max }) {
    const { _aside: aside, _container: container, _context: context } = this;
    const ratio = devicePixelRatio || 1;
    const size = { width: Math.round(ratio * (max.x - min.x)), height: Math.round(ratio * (max.y - min.y)) };
    if (aside.width !== size.width || aside.height !== size.height) {
      if (aside === container) this._resize(container, size);
      else Object.assign(aside, size);
    }
    context.reset();
    context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    return context;
  },

  /** @param {HTMLCanvasElement} canvas @param {{width: number, height: number}} size in device pixels */
  _resize(canvas, { width, height }) {
    const ratio = devicePixelRatio || 1;
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
  },
});

/** Leaflet's own answer without its detours. @param {L.Map} map @param {boolean} smooth between pixels, for what glides */
function projection(map, smooth) {
  const scale = 256 * 2 ** map.getZoom();
  const origin = map.getPixelOrigin();
  const to = smooth ? (/** @type {number} */ pixels) => pixels : Math.round;
  /** @param {number} lon @param {number} lat */
  return (lon, lat) => new L.Point(to(scale * worldX(lon)) - origin.x, to(scale * worldY(lat)) - origin.y);
}
