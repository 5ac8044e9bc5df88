// @ts-check
/**
 * What a hand does on the map beside picking: going around incidents, measuring. Tells `lasso-done` {ring}, a ring of
 * {lon, lat}, and `tool-end` when a tool is put away by itself.
 */
import { L } from './leaflet.js';
import { goOn } from '../lib/lasso.js';
import { areaOf, lengthOfLine } from '../lib/measure.js';
import { distanceWords, groundWords } from '../lib/times.js';
import { CanvasLayer } from './canvas-layer.js';

/** @typedef {'none' | 'lasso' | 'measure'} Tool */

export class MapTools {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  language = 'en';
  /** @type {Tool} */
  #tool = 'none';
  #map;
  #tell;
  /** @type {readonly {x: number, y: number}[]} of the lasso, in layer points */
  #ring = [];
  #closed = false;
  /** @type {L.LatLng[]} of the measure */
  #line = [];
  /** @type {L.LatLng | null} where the pointer is */
  #hand = null;
  #layer = new CanvasLayer((/** @type {any[]} */ ...values) => this.#paint(...values));
  #events = {
    mousedown: (/** @type {any} */ event) => this.#down(event),
    mousemove: (/** @type {any} */ event) => this.#move(event),
    mouseup: (/** @type {any} */ event) => this.#up(event),
    click: (/** @type {any} */ event) => this.#click(event),
  };

  /** @param {L.Map} map @param {import('./map-picks.js').Tell} tell */
  constructor(map, tell) {
    this.#map = map;
    this.#tell = tell;
    this.#layer.addTo(map);
    map.on(this.#events);
    map.getContainer().addEventListener('pointermove', (/** @type {PointerEvent} */ event) => this.#draw(event));
  }

  /** @param {Tool} tool */
  set tool(tool) {
    if (tool === this.#tool) return;
    this.#tool = tool;
    this.#ring = [];
    this.#line = [];
    this.#map.dragging[tool === 'lasso' ? 'disable' : 'enable']();
    this.#map.doubleClickZoom[tool === 'none' ? 'enable' : 'disable']();
    this.#layer.repaint();
  }

  get busy() {
    return this.#tool !== 'none';
  }

  /** @param {any} event */
  #down({ layerPoint }) {
    this.#closed = false;
    if (this.#tool === 'lasso') this.#ring = [layerPoint];
  }

  /** @param {any} event */
  #move({ latlng }) {
    if (this.#tool === 'none') return;
    this.#hand = latlng;
    this.#layer.repaint();
  }

  /** Also where the hand was between two frames: a slow browser tells of many moves at once. @param {PointerEvent} event */
  #draw(event) {
    if (this.#tool !== 'lasso' || this.#ring.length === 0) return;
    if (event.buttons === 0) return this.#drop(); // let go beside the map
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) this.#ring = goOn(this.#ring, this.#map.mouseEventToLayerPoint(move));
  }

  /** @param {any} event */
  #up({ layerPoint }) {
    if (this.#tool !== 'lasso' || this.#ring.length === 0) return;
    const drawn = goOn(this.#ring, layerPoint);
    this.#drop();
    if (drawn.length < 3) return;
    const ring = drawn.map(({ x, y }) => this.#map.layerPointToLatLng([x, y])).map(({ lng, lat }) => ({ lon: lng, lat }));
    this.#closed = true;
    this.#tell('lasso-done', { ring });
  }

  #drop() {
    this.#ring = [];
    this.#layer.repaint();
  }

  /** The click that ends the going around is not one on the map. @param {any} event */
  #click({ latlng }) {
    if (this.#closed) this.#tell('tool-end', {});
    this.#closed = false;
    if (this.#tool !== 'measure') return;
    this.#line = [...this.#line, latlng];
    this.#layer.repaint();
  }

  /** @param {any[]} values */
  #paint(context, project) {
    if (!this.palette) return;
    context.lineWidth = 2;
    context.lineJoin = context.lineCap = 'round';
    context.strokeStyle = this.palette.focus;
    if (this.#tool === 'lasso') this.#paintRing(context);
    if (this.#tool === 'measure') this.#paintLine(context, project);
  }

  /** @param {CanvasRenderingContext2D} context */
  #paintRing(context) {
    if (this.#ring.length < 2) return;
    context.beginPath();
    this.#ring.forEach(({ x, y }, i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.globalAlpha = 0.16;
    context.fillStyle = String(this.palette?.focus);
    context.fill('evenodd');
    context.globalAlpha = 1;
    context.setLineDash([6, 5]);
    context.stroke();
    context.setLineDash([]);
  }

  /** @param {CanvasRenderingContext2D} context @param {(lon: number, lat: number) => L.Point} project */
  #paintLine(context, project) {
    const all = this.#hand ? [...this.#line, this.#hand] : this.#line;
    const points = all.map(({ lng, lat }) => project(lng, lat));
    if (this.#line.length === 0) return;
    context.beginPath();
    points.forEach(({ x, y }, i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (points.length > 3) {
      context.globalAlpha = 0.12;
      context.fillStyle = String(this.palette?.focus);
      context.fill();
      context.globalAlpha = 1;
    }
    context.stroke();
    context.fillStyle = String(this.palette?.panel);
    for (const { x, y } of points.slice(0, this.#line.length)) {
      context.beginPath();
      context.arc(x, y, 4, 0, 7);
      context.fill();
      context.stroke();
    }
    this.#write(context, points[points.length - 1], this.#words(all));
  }

  /** The length so far; the ground as well once there is some. @param {L.LatLng[]} line */
  #words(line) {
    const points = line.map(({ lng, lat }) => /** @type {[number, number]} */ ([lng, lat]));
    const length = distanceWords(this.language, lengthOfLine(points));
    return points.length > 3 ? `${length} · ${groundWords(this.language, areaOf(points))}` : length;
  }

  /** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} point @param {string} words */
  #write(context, { x, y }, words) {
    context.font = `600 13px ${this.palette?.font}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    const width = context.measureText(words).width;
    context.beginPath();
    context.roundRect(x + 12, y - 14, width + 18, 28, 6);
    context.fillStyle = String(this.palette?.panel);
    context.fill();
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = String(this.palette?.text);
    context.fillText(words, x + 21, y + 0.5);
  }
}
