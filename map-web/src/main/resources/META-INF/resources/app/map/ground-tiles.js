// @ts-check
/** Thousands of cells out of vector tiles, tinted where something tints them: what is in view costs, not what there is. */
import { L } from './leaflet.js';
import { readTile } from '../lib/vector-tile.js';
import { TINT_STEPS, tintOpacity, tintSteps } from './cell-tint.js';
import { readPalette } from './palette.js';

const SIDE = 512;

const Tiles = L.GridLayer.extend({
  options: { tileSize: SIDE, zoomOffset: -1, pane: 'tilePane', updateWhenZooming: false },

  /** @param {GroundTiles} ground */
  initialize(ground) {
    L.GridLayer.prototype.initialize.call(this, { maxNativeZoom: ground.maxZoom + 1 });
    this._ground = ground;
    this.on('tileunload', (/** @type {{tile: HTMLCanvasElement}} */ { tile }) => ground.forget(tile));
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
  /** @type {(id: number) => number} */
  #stepOf = () => 0;
  #late = false;
  /** What stands in the tiles that are on the map. @type {Map<HTMLCanvasElement, import('../lib/vector-tile.js').TileLayer>} */
  #drawn = new Map();

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
    for (const canvas of this.#drawn.keys()) this.#paint(canvas);
  }

  /** @param {Map<number, number>} counts incidents by cell id @param {boolean} late whether they are the late ones */
  tint(counts, late) {
    this.#stepOf = tintSteps(counts);
    this.#late = late;
    this.restyle();
  }

  /** @param {HTMLCanvasElement} canvas that has left the map */
  forget(canvas) {
    this.#drawn.delete(canvas);
  }

  /** @param {HTMLCanvasElement} canvas @param {number} z @param {number} x @param {number} y */
  async draw(canvas, z, x, y) {
    if (z < 0) return;
    const bytes = await this.#bring(z, x, y);
    const layer = bytes && readTile(bytes).get(this.name);
    if (!layer || !this.#map) return;
    this.#drawn.set(canvas, layer);
    this.#paint(canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  #paint(canvas) {
    const layer = this.#drawn.get(canvas);
    const context = canvas.getContext('2d');
    if (!layer || !context || !this.#map) return;
    const { land, line, load, tones } = readPalette(this.#map.getContainer());
    const whole = new Path2D();
    const tinted = Array.from({ length: TINT_STEPS + 1 }, () => new Path2D());
    for (const feature of layer.features) {
      trace(whole, feature.lines, canvas.width / layer.extent);
      const step = this.#stepOf(feature.id);
      if (step > 0) trace(tinted[step], feature.lines, canvas.width / layer.extent);
    }
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = String(land);
    context.fill(whole, 'evenodd');
    context.fillStyle = this.#late ? tones.late : load;
    tinted.forEach((path, step) => {
      context.globalAlpha = tintOpacity(step);
      context.fill(path, 'evenodd');
    });
    context.globalAlpha = 1;
    context.lineWidth = devicePixelRatio || 1;
    context.strokeStyle = String(line);
    context.stroke(whole);
  }
}

/** The overlay of a store's cells; one and the same until there are other tiles. */
export class CellTiles {
  #address = '';
  /** @type {GroundTiles | null} */
  #overlay = null;

  /** @param {{tiles: {address: string, maxZoom: number} | null, tile: (z: number, x: number, y: number) => Promise<ArrayBuffer | null>}} store */
  of(store) {
    const address = store.tiles?.address ?? '';
    if (address !== this.#address) {
      this.#address = address;
      this.#overlay = store.tiles && new GroundTiles({ layer: 'cells', maxZoom: store.tiles.maxZoom }, (z, x, y) => store.tile(z, x, y));
    }
    return this.#overlay;
  }
}

/** @param {Path2D} path @param {{x: number, y: number}[][]} lines @param {number} scale */
function trace(path, lines, scale) {
  for (const points of lines) points.forEach((point, i) => (i === 0 ? path.moveTo(point.x * scale, point.y * scale) : path.lineTo(point.x * scale, point.y * scale)));
}
