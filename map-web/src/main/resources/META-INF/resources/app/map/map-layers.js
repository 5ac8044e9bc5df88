// @ts-check
/** Everything that is drawn over the ground, from below: cells, streets with the borders, words with an edit and service places, what moves, incidents with what an operator points at. */
import { L } from './leaflet.js';
import { isLate } from '../lib/marks.js';
import { Occupied, around } from '../lib/occupied.js';
import { basemap } from '../state/basemap.js';
import { candidatesOf } from './area-names.js';
import { AreaPainter } from './area-paint.js';
import { CanvasLayer } from './canvas-layer.js';
import { CellPainter } from './cell-paint.js';
import { FacilityPainter } from './facility-paint.js';
import { IncidentPainter } from './incident-paint.js';
import { writeLabels } from './label-pass.js';
import { MotionPainter } from './motion-paint.js';
import { readPalette } from './palette.js';
import { PointPainter, SELECTION_PIXELS } from './point-paint.js';
import { StreetPainter } from './street-paint.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {Parameters<import('./canvas-layer.js').Paint>} View */
/** @typedef {'load' | 'late' | 'none'} Tint what the colour of a cell tells */

const HIT_PIXELS = 12;
const TINT_EVERY_MILLIS = 2000;

export class MapLayers {
  /** @type {Tint} */
  tint = 'load';
  #cells = new CellPainter();
  #areas = new AreaPainter();
  #marks = new IncidentPainter();
  #motion = new MotionPainter();
  #points = new PointPainter();
  #places = new FacilityPainter();
  #streets = new StreetPainter((z, x, y) => basemap.tile(z, x, y));
  /** @type {import('./edit-paint.js').EditPainter | null} loaded with the first edit, since few pages have one */
  #edit = null;
  #groundLayer = new CanvasLayer((/** @type {View} */ ...[context, , bounds, map]) => this.#cells.paintGround(context, bounds, map), { pane: 'tilePane' });
  #streetLayer = new CanvasLayer((/** @type {View} */ ...view) => this.#paintStreets(...view), { pane: 'streets' });
  #wordLayer = new CanvasLayer((/** @type {View} */ ...view) => this.#paintWords(...view));
  #motionLayer = new CanvasLayer(this.#motion.paint, { moving: true, padding: 0.05 });
  #markLayer = new CanvasLayer((/** @type {View} */ ...view) => this.#paintMarks(...view));
  /** @type {L.Map | null} */
  #map = null;
  /** @type {Incident[]} */
  #incidents = [];
  #scale = 1;
  /** @type {L.TileLayer | null} */
  #pictures = null;
  #streetsHidden = false;
  /** @type {import('./area-map.js').Overlay | null} */
  #overlay = null;
  #tintedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #tintTimer = undefined;

  /** @param {L.Map} map */
  open(map) {
    this.#map = map;
    // Over the fill of the cells, under everything else.
    map.createPane('streets').style.zIndex = '250';
    for (const layer of this.#layers) layer.addTo(map);
  }

  /** From below. */
  get #layers() {
    return [this.#groundLayer, this.#streetLayer, this.#wordLayer, this.#motionLayer, this.#markLayer];
  }

  close() {
    clearTimeout(this.#tintTimer);
    this.#pictures = null;
    this.#map = null;
  }

  /** @param {Element} element whose theme counts */
  readPalette(element) {
    const palette = readPalette(element);
    this.#cells.palette = this.#areas.palette = this.#places.palette = this.#marks.palette = this.#motion.palette = this.#points.palette = this.#streets.palette = palette;
    if (this.#edit) this.#edit.palette = palette;
    for (const layer of this.#layers) {
      layer.forget();
      layer.repaint();
    }
  }

  /** @param {'en' | 'zh'} language */
  set language(language) {
    this.#cells.language = this.#areas.language = this.#streets.language = language;
    this.#wordLayer.repaint();
  }

  /** Service places as faint dots until the map is close. @param {boolean} quiet */
  set quietPlaces(quiet) {
    this.#places.quiet = quiet;
  }

  /** How much larger than on a desk everything is drawn. @param {number} scale */
  set scale(scale) {
    this.#cells.scale = this.#areas.scale = this.#marks.scale = this.#motion.scale = this.#places.scale = this.#scale = scale;
    for (const layer of this.#layers) layer.repaint();
  }

  /** Pictures of the ground from another server, under everything. @param {{url: string, maxZoom: number}} source @returns {boolean} true when they have just come */
  showPictures({ url, maxZoom }) {
    if (!this.#map || this.#pictures) return false;
    this.#map.createPane('pictures').style.zIndex = '150';
    this.#pictures = L.tileLayer(url, { pane: 'pictures', maxNativeZoom: maxZoom, maxZoom: this.#map.getMaxZoom() }).addTo(this.#map);
    this.#cells.clear = true;
    this.#groundLayer.repaint();
    return true;
  }

  /** The base map, once there is one. @returns {boolean} true when it has just come */
  showStreets() {
    if (!this.#map || !basemap.summary) return false;
    const comes = !this.#streets.summary;
    this.#streets.summary = basemap.summary;
    this.#streetLayer.repaint();
    this.#wordLayer.repaint();
    return comes;
  }

  /** @param {boolean} hidden */
  hideStreets(hidden) {
    this.#streetsHidden = hidden;
    this.#streetLayer.repaint();
    this.#wordLayer.repaint();
  }

  get palette() {
    return this.#cells.palette;
  }

  /** Takes the names of an overlay among the words. @param {import('./area-map.js').Overlay | null} overlay */
  set overlay(overlay) {
    this.#overlay = overlay;
    if (overlay) overlay.onNames = () => this.#wordLayer.repaint();
    this.#wordLayer.repaint();
  }

  /** @param {any} cells GeoJSON, or null */
  showCells(cells) {
    this.#cells.cells = this.#areas.cells = cells;
    this.#groundLayer.repaint();
    this.#streetLayer.repaint();
    this.#wordLayer.repaint();
  }

  /** @param {Incident[]} incidents */
  showIncidents(incidents) {
    this.#incidents = this.#marks.incidents = incidents;
    this.#markLayer.repaint();
    clearTimeout(this.#tintTimer);
    this.#tintTimer = setTimeout(() => this.#settle(), Math.max(0, this.#tintedAt + TINT_EVERY_MILLIS - Date.now()));
  }

  /** @param {import('../lib/types.js').Worker[]} workers */
  showWorkers(workers) {
    this.#motion.workers = workers;
    this.#motionLayer.repaint();
  }

  /** @param {readonly import('../lib/facilities.js').Place[]} places @param {readonly {code: string, icon: string, colour: string}[]} kinds @param {import('../lib/facilities.js').Place | null} selected */
  showFacilities(places, kinds, selected) {
    this.#places.places = places;
    this.#places.kinds = new Map(kinds.map((kind) => [kind.code, kind]));
    this.#places.selected = selected;
    this.#wordLayer.repaint();
  }

  /** @param {import('./edit-paint.js').Drawing | null} drawing */
  async showDrawing(drawing) {
    if (!drawing) return;
    const { EditPainter } = await import('./edit-paint.js');
    this.#edit ??= new EditPainter();
    this.#edit.palette = this.palette;
    this.#edit.drawing = drawing;
    this.#wordLayer.repaint();
  }

  /** @param {{lon: number, lat: number} | null} selected @param {{lon: number, lat: number} | null} pin */
  point(selected, pin) {
    const points = this.#points;
    const other = !isSame(selected, points.selected);
    if (!other && isSame(pin, points.pin)) return;
    points.selected = selected;
    points.pin = pin;
    this.#markLayer.repaint();
    if (other) this.#wordLayer.repaint();
  }

  /** @param {number} lon @param {number} lat */
  pulse(lon, lat) {
    this.#motion.pulse(lon, lat);
    this.#motionLayer.repaint();
  }

  /** Time has passed: what became late, whose fix has grown old. */
  refresh() {
    this.#markLayer.repaint();
    this.#motionLayer.repaint();
    this.#paintTint();
  }

  /** @param {number} x @param {number} y in layer points @returns {{type: 'incident-pick' | 'facility-pick', items: any[]} | {type: 'worker-pick', id: number} | null} the topmost */
  hit(x, y) {
    const spot = this.#marks.hit(x, y, HIT_PIXELS);
    if (spot) return { type: 'incident-pick', items: spot.items };
    const worker = this.#motion.hit(x, y);
    if (worker) return { type: 'worker-pick', id: worker.id };
    const place = this.#places.hit(x, y, HIT_PIXELS);
    return place ? { type: 'facility-pick', items: place.items } : null;
  }

  /** Marks have come to rest: what lies under them gives way. */
  #settle() {
    this.#paintTint();
    this.#wordLayer.repaint();
  }

  /** @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {L.Map} map */
  #takenByMarks(project, bounds, map) {
    const taken = new Occupied();
    for (const spot of this.#marks.lay(project, bounds, map)) taken.take(this.#marks.rectOf(spot));
    return taken;
  }

  /** @param {View} view */
  *#paintStreets(...view) {
    const [context, , bounds, map] = view;
    if (!this.#streetsHidden) yield* this.#streets.paint(context, bounds, map);
    yield* this.#cells.paintBorders(context, bounds, map);
    yield* this.#areas.paintBorders(context, bounds, map);
  }

  /** @param {View} view */
  *#paintMarks(...view) {
    yield* this.#marks.paint(...view);
    const [context, project] = view;
    this.#points.paint(context, project);
  }

  /** @param {View} view */
  *#paintWords(...view) {
    const [context, project, bounds, map] = view;
    const palette = this.#cells.palette;
    if (!palette) return;
    const taken = this.#takenByMarks(project, bounds, map);
    this.#places.lay(project, bounds, map, taken);
    for (const spot of this.#places.spots) taken.take(this.#places.rectOf(spot));
    const { selected } = this.#points;
    const ring = selected && project(selected.lon, selected.lat);
    if (ring) taken.take(around(ring.x, ring.y, SELECTION_PIXELS + 3));
    yield;
    const streets = this.#streetsHidden ? [] : this.#streets.names(map, bounds);
    yield;
    const tinted = candidatesOf(this.#overlay?.names ?? [], project);
    const areas = tinted.length > 0 ? tinted : this.#areas.names(context, project, map);
    yield* writeLabels(context, [...areas, ...streets, ...this.#cells.names(context, project, bounds)], bounds, taken, palette, this.#scale);
    this.#edit?.paint(...view);
    this.#places.paint(...view);
  }

  #paintTint() {
    this.#tintedAt = Date.now();
    /** @type {Map<number, number>} */
    const counts = new Map();
    if (this.tint !== 'none') {
      for (const incident of this.#incidents) {
        if (incident.cellId == null || (this.tint === 'late' && !isLate(incident, this.#tintedAt))) continue;
        counts.set(incident.cellId, (counts.get(incident.cellId) ?? 0) + 1);
      }
    }
    if (this.#cells.tint(counts, this.tint === 'late')) this.#groundLayer.repaint();
  }
}

/** @typedef {{lon: number, lat: number} | null} Point */

/** @param {Point} a @param {Point} b */
function isSame(a, b) {
  return a?.lon === b?.lon && a?.lat === b?.lat;
}
