// @ts-check
/** The borders of thousands of cells and of the areas above them out of vector tiles: what is in view costs, not what there is. */
import { L } from './leaflet.js';
import { readTile } from '../lib/vector-tile.js';
import { borderPixels } from './area-paint.js';
import { readPalette } from './palette.js';

/** @typedef {{layers: readonly {name: string, address: string}[], maxZoom: number, levels: readonly string[]}} Source the lowest layer first, its levels from the top down */

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
  #of;
  #bring;
  /** @type {L.Map | null} */
  #map = null;

  /** @param {Source} of @param {(address: string, z: number, x: number, y: number) => Promise<ArrayBuffer | null>} bring a tile; null where nothing lies in it */
  constructor(of, bring) {
    this.maxZoom = of.maxZoom;
    this.#of = of;
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
    const tiles = await Promise.all(this.#of.layers.map(({ address }) => this.#bring(address, z, x, y)));
    const context = canvas.getContext('2d');
    if (!context || !this.#map) return;
    const palette = readPalette(this.#map.getContainer());
    const read = this.#of.layers.map(({ name }, i) => tiles[i] && readTile(tiles[i]).get(name));
    for (const [i, layer] of read.entries()) if (layer) this.#paint(context, layer, this.#of.layers[i].name, palette, i === 0);
  }

  /** @param {CanvasRenderingContext2D} context @param {import('../lib/vector-tile.js').TileLayer} layer @param {string} name @param {import('./palette.js').Palette} palette @param {boolean} lowest below which nothing is */
  #paint(context, layer, name, palette, lowest) {
    const scale = context.canvas.width / layer.extent;
    const ratio = devicePixelRatio || 1;
    if (lowest) {
      context.fillStyle = palette.land;
      context.fill(pathOf(layer.features, scale)); // areas of several levels lie over one another
    }
    context.lineJoin = 'round';
    const levels = [...this.#of.levels].reverse();
    const kinds = name === 'cells' ? [null] : levels.filter((code) => layer.features.some(({ tags }) => tags.type === code));
    for (const kind of kinds) {
      const features = kind === null ? layer.features : layer.features.filter(({ tags }) => tags.type === kind);
      context.lineWidth = ratio * (kind === null ? 1 : borderPixels(levels.indexOf(kind)));
      context.strokeStyle = kind === null ? palette.line : palette.border;
      context.stroke(pathOf(features, scale));
    }
  }
}

/** @param {readonly import('../lib/vector-tile.js').Feature[]} features @param {number} scale pixels per unit of the tile */
function pathOf(features, scale) {
  const path = new Path2D();
  for (const { lines } of features) {
    for (const points of lines) points.forEach((point, i) => (i === 0 ? path.moveTo(point.x * scale, point.y * scale) : path.lineTo(point.x * scale, point.y * scale)));
  }
  return path;
}
