// @ts-check
/** One canvas over the map that a function paints: thousands of shapes cost one element. */
import { L } from './leaflet.js';

/**
 * @callback Paint
 * @param {CanvasRenderingContext2D} context in layer points: what `project` answers
 * @param {(lon: number, lat: number) => L.Point} project
 * @param {L.Bounds} bounds what the canvas covers, in layer points
 * @param {L.Map} map
 * @returns {number | void} after how many frames to paint again, 0 for not before something changes
 */

/** Leaflet's renderer knows how to keep a canvas in place while the map pans and zooms; only the painting is ours. */
export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.15, pane: 'overlayPane' },

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
    this._context = this._container.getContext('2d');
  },

  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._frame = 0;
    this._container.remove();
    this._container = null;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = devicePixelRatio || 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = Math.round(ratio * size.x);
    this._container.height = Math.round(ratio * size.y);
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this._draw();
  },

  _draw() {
    const map = this._map;
    if (!map || !this._bounds || map._animatingZoom) return;
    const ratio = devicePixelRatio || 1;
    const { min, max } = this._bounds;
    const context = this._context;
    context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    context.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    /** @param {number} lon @param {number} lat */
    const project = (lon, lat) => map.latLngToLayerPoint([lat, lon]);
    const again = this._paint(context, project, this._bounds, map);
    if (again) this.repaint(again);
  },
});
