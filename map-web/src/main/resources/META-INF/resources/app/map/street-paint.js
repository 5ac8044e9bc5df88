// @ts-check
/** Paints the base map's areas, roads and rails, and knows the names in them. */
import { namesIn } from './street-names.js';
import { ROADS, roadPixels } from './street-style.js';

/** @typedef {{tile: import('../state/basemap.js').Tile, z: number, left: number, top: number, side: number}} Placed in layer points */
/** @typedef {Map<string, Path2D>} Paths by kind, in units of the tile */

const EXTENT = 4096;

export class StreetPainter {
  /** @type {import('./palette.js').Palette | null} */
  palette = null;
  /** @type {'en' | 'zh'} */
  language = 'en';
  /** @type {import('../state/basemap.js').Summary | null} */
  summary = null;
  #tileOf;
  /** @type {WeakMap<object, Paths>} */
  #paths = new WeakMap();

  /** @param {(z: number, x: number, y: number) => import('../state/basemap.js').Tile | null} tileOf null: not here yet */
  constructor(tileOf) {
    this.#tileOf = tileOf;
  }

  /**
   * In steps of one kind in one tile: thousands of streets take longer than a frame has.
   * @param {CanvasRenderingContext2D} context @param {L.Bounds} bounds @param {L.Map} map @returns {Generator<void, void>}
   */
  *paint(context, bounds, map) {
    if (!this.summary || !this.palette) return;
    const zoom = map.getZoom();
    const tiles = this.#within(map, bounds, zoom);
    const { street } = this.palette;
    for (const placed of tiles) yield* this.#paintAreas(context, placed);
    for (const placed of tiles) this.#strokeRails(context, placed, zoom, street.rail);
    yield;
    const roads = ROADS.filter(({ at }) => zoom >= at);
    for (const level of ['tunnel', 'ground', 'bridge']) {
      for (const road of roads.filter(({ edge }) => edge && zoom >= 12.5)) {
        const edge = roadPixels(road.width, zoom) + (zoom >= 15 ? 2 : 1.4);
        yield* this.#strokeRoads(context, tiles, level, road.class, edge, street.edge);
      }
      for (const road of roads) {
        const colour = road.edge ? (road.wide ? street.wide : street.plain) : street.path;
        const pixels = Math.max(0.6, roadPixels(road.width, zoom));
        yield* this.#strokeRoads(context, tiles, level, road.class, pixels, colour);
      }
    }
  }

  /** @param {L.Map} map @param {L.Bounds} bounds @returns {import('./label-pass.js').Candidate[]} */
  names(map, bounds) {
    return this.summary ? namesIn(this.#within(map, bounds, map.getZoom()), map.getZoom(), this.language) : [];
  }

  /** @param {L.Map} map @param {L.Bounds} bounds @param {number} zoom @returns {Placed[]} */
  #within(map, bounds, zoom) {
    const { minZoom, maxZoom, bbox } = /** @type {import('../state/basemap.js').Summary} */ (this.summary);
    const z = Math.min(maxZoom, Math.max(minZoom, Math.floor(zoom + 0.3)));
    const side = 256 * 2 ** (zoom - z);
    const origin = map.getPixelOrigin();
    const [west, south, east, north] = bbox;
    const first = map.project([north, west], z).divideBy(256).floor();
    const last = map.project([south, east], z).divideBy(256).floor();
    const from = bounds.min.add(origin).divideBy(side).floor();
    const to = bounds.max.add(origin).divideBy(side).floor();
    const placed = [];
    for (let y = Math.max(from.y, first.y); y <= Math.min(to.y, last.y); y++) {
      for (let x = Math.max(from.x, first.x); x <= Math.min(to.x, last.x); x++) {
        const tile = this.#tileOf(z, x, y);
        if (tile) placed.push({ tile, z, left: x * side - origin.x, top: y * side - origin.y, side });
      }
    }
    return placed;
  }

  /** Cut at the tile's edge: what is translucent must not lie there twice. @param {CanvasRenderingContext2D} context @param {Placed} placed */
  *#paintAreas(context, placed) {
    const paths = this.#pathsOf(placed.tile);
    const street = /** @type {import('./palette.js').Palette} */ (this.palette).street;
    context.save();
    const { left, top, side } = placed;
    const ratio = devicePixelRatio || 1;
    const [x, y] = [Math.round(left * ratio) / ratio, Math.round(top * ratio) / ratio];
    const [right, bottom] = [Math.round((left + side) * ratio) / ratio, Math.round((top + side) * ratio) / ratio];
    context.beginPath();
    context.rect(x, y, right - x, bottom - y);
    context.clip();
    context.translate(left, top);
    context.scale(side / EXTENT, side / EXTENT);
    for (const [kind, colour] of [['park', street.park], ['water', street.water], ['building', street.building]]) {
      const path = paths.get(kind);
      if (!path) continue;
      context.fillStyle = colour;
      context.fill(path, 'evenodd');
      yield;
    }
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context @param {Placed} placed @param {number} zoom @param {string} colour */
  #strokeRails(context, placed, zoom, colour) {
    if (zoom >= 12) this.#stroke(context, placed, 'rail', zoom >= 15 ? 1.6 : 1, colour);
    this.#stroke(context, placed, 'waterway', zoom >= 14 ? 2 : 1, /** @type {any} */ (this.palette).street.water);
  }

  /** @param {CanvasRenderingContext2D} context @param {Placed[]} tiles @param {string} level @param {string} road @param {number} pixels @param {string} colour */
  *#strokeRoads(context, tiles, level, road, pixels, colour) {
    for (const placed of tiles) {
      context.globalAlpha = level === 'tunnel' ? 0.35 : 1;
      if (this.#stroke(context, placed, `${level} ${road}`, pixels, colour)) yield;
    }
    context.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {Placed} placed @param {string} kind @param {number} pixels @param {string} colour @returns {boolean} whether there was any */
  #stroke(context, { tile, left, top, side }, kind, pixels, colour) {
    const path = this.#pathsOf(tile).get(kind);
    if (!path) return false;
    context.save();
    context.translate(left, top);
    context.scale(side / EXTENT, side / EXTENT);
    context.lineJoin = 'round';
    context.lineCap = kind.startsWith('bridge') ? 'butt' : 'round';
    context.lineWidth = (pixels * EXTENT) / side;
    context.strokeStyle = colour;
    context.stroke(path);
    context.restore();
    return true;
  }

  /** @param {import('../state/basemap.js').Tile} tile */
  #pathsOf(tile) {
    let paths = this.#paths.get(tile);
    if (!paths) this.#paths.set(tile, (paths = makePaths(tile)));
    return paths;
  }
}

/** @param {import('../state/basemap.js').Tile} tile @returns {Paths} */
function makePaths(tile) {
  const paths = new Map();
  for (const [name, { extent, features }] of tile) {
    if (name === 'place') continue;
    for (const { lines, tags } of features) {
      const kind = kindOf(name, tags);
      if (!kind) continue;
      const path = paths.get(kind) ?? paths.set(kind, new Path2D()).get(kind);
      for (const line of lines) trace(path, line, EXTENT / extent);
    }
  }
  return paths;
}

/** @param {string} layer @param {Record<string, any>} tags */
function kindOf(layer, tags) {
  if (layer === 'rail') return tags.tunnel ? null : 'rail';
  if (layer !== 'road') return layer;
  return `${tags.bridge ? 'bridge' : tags.tunnel ? 'tunnel' : 'ground'} ${tags.class}`;
}

/** @param {Path2D} path @param {{x: number, y: number}[]} line @param {number} scale */
function trace(path, line, scale) {
  line.forEach(({ x, y }, i) => (i ? path.lineTo(x * scale, y * scale) : path.moveTo(x * scale, y * scale)));
}
