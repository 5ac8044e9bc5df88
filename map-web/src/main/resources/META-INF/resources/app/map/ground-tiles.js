// @ts-check
/** The borders of thousands of cells and of the areas above them out of vector tiles: what is in view costs, not what there is. */
import { L } from './leaflet.js';
import { readTile } from '../lib/vector-tile.js';
import { LEAST_ALPHA, borderPixels, visibility } from './area-paint.js';
import { readPalette } from './palette.js';

/**
 * `layers`: the lowest first; `levels`: their codes from the top down; `widths`: of an average area of a level, as a share of the world's.
 * @typedef {{layers: readonly {name: string, address: string}[], maxZoom: number, levels: readonly string[], widths: ReadonlyMap<string, number>}} Source
 */

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
  /** @type {readonly import('./area-names.js').Name[]} what to write on the map */
  names = [];

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
    const levels = [...this.#of.levels].reverse();
    const read = tiles.flatMap((tile, i) => (tile && readTile(tile).get(this.#of.layers[i].name)) || []);
    context.lineJoin = 'round';
    for (const [i, layer] of read.entries()) {
      const scale = canvas.width / layer.extent;
      if (i === 0) {
        context.fillStyle = palette.land;
        context.fill(pathOf(layer.features, scale)); // areas of several levels lie over one another
      }
      for (const [above, level] of levels.entries()) {
        const features = layer.features.filter(({ tags }) => tags.type === level);
        context.globalAlpha = Math.max(above === levels.length - 1 ? LEAST_ALPHA : 0, visibility(this.#of.widths.get(level) ?? 1, z + 1));
        if (features.length === 0 || context.globalAlpha === 0) continue;
        context.lineWidth = borderPixels(above) * (devicePixelRatio || 1);
        context.strokeStyle = above === 0 ? palette.line : palette.border;
        context.stroke(pathOf(features, scale));
      }
      context.globalAlpha = 1;
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
