// @ts-check
/** One canvas over the map that a function paints: thousands of shapes cost one element. */
import { L } from './leaflet.js';
import { worldX, worldY } from '../lib/mercator.js';
import { inTurn } from './paint-turns.js';

/** How far a canvas reaches beyond the map, in parts of it, so that a hand does not drag it out of view; a wall has no hand, and many pixels. */
const REACH = innerWidth * innerHeight > 1_800_000 ? 0.05 : 0.15;

/**
 * @callback Paint
 * @param {CanvasRenderingContext2D} context in layer points: what `project` answers
 * @param {(lon: number, lat: number) => L.Point} project
 * @param {L.Bounds} bounds what the canvas covers, in layer points
 * @param {L.Map} map
 * @returns {number | void} after how many frames to paint again, 0 for not before something changes
 */

/**
 * Leaflet's renderer knows how to keep a canvas in place while the map pans and zooms; only the painting is ours. After
 * a move the layers of a page are painted one in a frame, each standing in its old picture until then.
 *
 * What moves all the time (`moving`) is painted on the canvas itself. Everything else is painted aside and handed over
 * as a picture, since a browser takes a copy of every canvas in every frame, but of a picture only once.
 */
export const CanvasLayer = L.Renderer.extend({
  options: { padding: REACH, pane: 'overlayPane', moving: false },

  /** @param {Paint} paint @param {any} [options] */
  initialize(paint, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._paint = paint;
    this._frame = 0;
  },

  /** Paints before the next frame, once however often it is asked. @param {number} [frames] to wait, 1 for the next */
  repaint(frames = 1) {
    if (!this._map || this._frame) return;
    const wait = () => {
      frames--;
      this._frame = frames > 0 ? requestAnimationFrame(wait) : 0;
      if (!this._frame) this._draw();
    };
    this._frame = requestAnimationFrame(wait);
  },

  _initContainer() {
    this._container = L.DomUtil.create('canvas', 'gw-canvas');
    this._container.setAttribute('aria-hidden', 'true');
    this._aside = this.options.moving ? this._container : new OffscreenCanvas(1, 1);
    this._shown = this.options.moving ? null : this._container.getContext('bitmaprenderer');
    this._context = this._aside.getContext('2d');
  },

  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._frame = 0;
    this._container.remove();
    this._container = this._aside = this._shown = this._context = this._bounds = null;
  },

  _reset() {
    this._update();
    if (this._bounds) this._updateTransform(this._map.getCenter(), this._map.getZoom());
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    if (!this._bounds) return this._place();
    this._moved = true;
    inTurn(this, () => this._map && this._place());
  },

  /** Covers what the map shows now. */
  _place() {
    L.Renderer.prototype._update.call(this);
    this._moved = false;
    this._draw();
    L.DomUtil.setPosition(this._container, this._bounds.min);
  },

  _draw() {
    const map = this._map;
    // In flight, or before its turn: the old picture stands in, at another scale.
    if (!map || !this._bounds || this._moved || map._animatingZoom || map.getZoom() !== this._zoom) return;
    const ratio = devicePixelRatio || 1;
    const { min, max } = this._bounds;
    const context = this._context;
    this._resize(Math.round(ratio * (max.x - min.x)), Math.round(ratio * (max.y - min.y)), ratio);
    context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    context.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    const again = this._paint(context, projection(map, this.options.moving), this._bounds, map);
    this._shown?.transferFromImageBitmap(this._aside.transferToImageBitmap());
    if (again) this.repaint(again);
  },

  /** @param {number} width @param {number} height device pixels @param {number} ratio */
  _resize(width, height, ratio) {
    const { _aside: aside, _container: container } = this;
    if (aside.width === width && aside.height === height) return;
    aside.width = container.width = width;
    aside.height = container.height = height;
    container.style.width = `${width / ratio}px`;
    container.style.height = `${height / ratio}px`;
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
