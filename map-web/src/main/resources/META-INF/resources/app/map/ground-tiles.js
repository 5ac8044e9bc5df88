// @ts-check
/** The borders of thousands of cells, or of areas of all levels, out of vector tiles: what is in view costs, not what there is. */
import { L } from './leaflet.js';
import { readTile } from '../lib/vector-tile.js';
import { readPalette } from './palette.js';

const SIDE = 512;

const Tiles = L.GridLayer.extend({
  options: { tileSize: SIDE, zoomOffset: -1, pane: 'tilePane', updateWhenZooming: false },

  /** @param {GroundTiles} ground */
  initialize(ground) {
    L.GridLayer.prototype.initialize.call(this, { maxNativeZoom: ground.maxZoom + 1 });
    this._ground = ground;
  },

  /** @param {{x: number, y: number, z: number}} coords @param {(fault: unknown, tile: HTMLElement) => void} done */
  createTile(coords, done) {
    const canvas = /** @type {HTMLCanvasElement} */ (L.DomUtil.create('canvas'));
    const ratio = devicePixelRatio || 1;
    canvas.width = canvas.height = SIDE * ratio;
    canvas.setAttribute('aria-hidden', 'true');
    this._ground.draw(canvas, coords.z - 1, coords.x, coords.y).then(
      () => done(null, canvas),
      (/** @type {unknown} */ fault) => done(fault, canvas),
    );
    return canvas;
  },
});

/** An overlay of the map (`gw-map`). */
export class GroundTiles {
  #layer;
  #bring;
  /** @type {L.Map | null} */
  #map = null;

  /** @param {{layer: string, maxZoom: number}} of @param {(z: number, x: number, y: number) => Promise<ArrayBuffer | null>} bring a tile; null where nothing lies in it */
  constructor({ layer, maxZoom }, bring) {
    this.name = layer;
    this.maxZoom = maxZoom;
    this.#bring = bring;
    this.#layer = new Tiles(this);
  }

  /** @param {L.Map} map */
  addTo(map) {
    this.#map = map;
    this.#layer.addTo(map);
  }

  remove() {
    this.#layer.remove();
    this.#map = null;
  }

  restyle() {
    if (this.#map) this.#layer.redraw();
  }

  /** @param {HTMLCanvasElement} canvas @param {number} z @param {number} x @param {number} y */
  async draw(canvas, z, x, y) {
    if (z < 0) return;
    const bytes = await this.#bring(z, x, y);
    const layer = bytes && readTile(bytes).get(this.name);
    const context = canvas.getContext('2d');
    if (!layer || !context || !this.#map) return;
    const { land, line } = readPalette(this.#map.getContainer());
    const scale = canvas.width / layer.extent;
    const path = new Path2D();
    for (const { lines } of layer.features) {
      for (const points of lines) points.forEach((point, i) => (i === 0 ? path.moveTo(point.x * scale, point.y * scale) : path.lineTo(point.x * scale, point.y * scale)));
    }
    context.fillStyle = String(land);
    context.fill(path); // areas of several levels lie over one another
    context.lineWidth = devicePixelRatio || 1;
    context.strokeStyle = String(line);
    context.stroke(path);
  }
}
