// @ts-check
/** Everything that is drawn over the ground, from below: cells, streets, labels, an edit, service places, incidents, what moves. */
import { L } from './leaflet.js';
import { isLate } from '../lib/marks.js';
import { Occupied, around } from '../lib/occupied.js';
import { basemap } from '../state/basemap.js';
import { CanvasLayer } from './canvas-layer.js';
import { CellLayer } from './cell-layer.js';
import { FacilityPainter } from './facility-paint.js';
import { IncidentPainter } from './incident-paint.js';
import { writeLabels } from './label-pass.js';
import { MotionPainter, SELECTION_PIXELS } from './motion-paint.js';
import { readPalette } from './palette.js';
import { StreetPainter } from './street-paint.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {'load' | 'late' | 'none'} Tint what the colour of a cell tells */

const HIT_PIXELS = 12;
const TINT_EVERY_MILLIS = 1000;

export class MapLayers {
  /** @type {Tint} */
  tint = 'load';
  #cells = new CellLayer();
  #marks = new IncidentPainter();
  #motion = new MotionPainter();
  #places = new FacilityPainter();
  #streets = new StreetPainter((z, x, y) => basemap.tile(z, x, y));
  #streetLayer = new CanvasLayer(this.#streets.paint, { pane: 'streets' });
  #labelLayer = new CanvasLayer((/** @type {Parameters<import('./canvas-layer.js').Paint>} */ ...values) => this.#paintLabels(...values));
  /** @type {import('./edit-paint.js').EditPainter | null} loaded with the first edit, since few pages have one */
  #edit = null;
  #editLayer = new CanvasLayer((/** @type {Parameters<import('./canvas-layer.js').Paint>} */ ...values) => this.#edit?.paint(...values));
  #placeLayer = new CanvasLayer(this.#places.paint);
  #markLayer = new CanvasLayer(this.#marks.paint);
  #motionLayer = new CanvasLayer(this.#motion.paint);
  /** @type {L.Map | null} */
  #map = null;
  /** @type {Incident[]} */
  #incidents = [];
  #scale = 1;
  /** @type {L.TileLayer | null} */
  #pictures = null;
  #streetsHidden = false;
  #tintedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #tintTimer = undefined;

  /** @param {L.Map} map */
  open(map) {
    this.#map = map;
    this.#places.above = (project, bounds, view) => this.#takenByMarks(project, bounds, view);
    // Over the fill of the cells, under everything else.
    map.createPane('streets').style.zIndex = '250';
    for (const layer of [this.#labelLayer, this.#editLayer, this.#placeLayer, this.#markLayer, this.#motionLayer]) layer.addTo(map);
  }

  close() {
    clearTimeout(this.#tintTimer);
    this.#pictures = null;
    this.#map = null;
  }

  /** @param {Element} element whose theme counts */
  readPalette(element) {
    const palette = readPalette(element);
    this.#cells.palette = this.#places.palette = this.#marks.palette = this.#motion.palette = this.#streets.palette = palette;
    if (this.#edit) this.#edit.palette = palette;
    this.#cells.restyle();
    for (const layer of [this.#labelLayer, this.#editLayer, this.#placeLayer, this.#markLayer, this.#motionLayer, this.#streetLayer]) layer.repaint();
  }

  /** @param {'en' | 'zh'} language */
  set language(language) {
    this.#cells.language = this.#streets.language = language;
    this.#labelLayer.repaint();
  }

  /** Service places as faint dots until the map is close. @param {boolean} quiet */
  set quietPlaces(quiet) {
    this.#places.quiet = quiet;
  }

  /** How much larger than on a desk everything is drawn. @param {number} scale */
  set scale(scale) {
    this.#cells.scale = this.#marks.scale = this.#motion.scale = this.#places.scale = this.#scale = scale;
    for (const layer of [this.#labelLayer, this.#placeLayer, this.#markLayer, this.#motionLayer]) layer.repaint();
  }

  /** Pictures of the ground from another server, under everything. @param {{url: string, maxZoom: number}} source @returns {boolean} true when they have just come */
  showPictures({ url, maxZoom }) {
    if (!this.#map || this.#pictures) return false;
    this.#map.createPane('pictures').style.zIndex = '150';
    this.#pictures = L.tileLayer(url, { pane: 'pictures', maxNativeZoom: maxZoom, maxZoom: this.#map.getMaxZoom() }).addTo(this.#map);
    this.#cells.showGround();
    return true;
  }

  /** The base map, once there is one. @returns {boolean} true when it has just come */
  showStreets() {
    if (!this.#map || !basemap.summary) return false;
    this.#streets.summary = basemap.summary;
    const comes = !this.#map.hasLayer(this.#streetLayer);
    if (comes) {
      this.#streetLayer.addTo(this.#map);
      this.#cells.showBorders(this.#map);
    }
    this.#streetLayer.repaint();
    this.#labelLayer.repaint();
    return comes;
  }

  /** @param {boolean} hidden */
  hideStreets(hidden) {
    this.#streetsHidden = hidden;
    const canvas = this.#map?.getPane('streets');
    if (canvas) canvas.classList.toggle('hidden', hidden);
    this.#labelLayer.repaint();
  }

  get palette() {
    return this.#cells.palette;
  }

  /** @param {any} cells GeoJSON, or null */
  showCells(cells) {
    if (!this.#map) return;
    this.#cells.show(this.#map, cells);
    this.#paintTint();
    this.#labelLayer.repaint();
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
    this.#placeLayer.repaint();
    this.#labelLayer.repaint();
  }

  /** @param {import('./edit-paint.js').Drawing | null} drawing */
  async showDrawing(drawing) {
    if (!drawing) return;
    const { EditPainter } = await import('./edit-paint.js');
    this.#edit ??= new EditPainter();
    this.#edit.palette = this.palette;
    this.#edit.drawing = drawing;
    this.#editLayer.repaint();
  }

  /** @param {{lon: number, lat: number} | null} selected @param {{lon: number, lat: number} | null} pin */
  point(selected, pin) {
    const other = selected?.lon !== this.#motion.selected?.lon || selected?.lat !== this.#motion.selected?.lat;
    this.#motion.selected = selected;
    this.#motion.pin = pin;
    this.#motionLayer.repaint();
    if (other) this.#labelLayer.repaint();
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
    this.#placeLayer.repaint();
    this.#labelLayer.repaint();
  }

  /** @param {(lon: number, lat: number) => L.Point} project @param {L.Bounds} bounds @param {L.Map} map */
  #takenByMarks(project, bounds, map) {
    const taken = new Occupied();
    for (const spot of this.#marks.lay(project, bounds, map)) taken.take(this.#marks.rectOf(spot));
    return taken;
  }

  /** @param {Parameters<import('./canvas-layer.js').Paint>} values */
  #paintLabels(...[context, project, bounds, map]) {
    const palette = this.#cells.palette;
    if (!palette) return;
    const taken = this.#takenByMarks(project, bounds, map);
    for (const spot of this.#places.spots) taken.take(this.#places.rectOf(spot));
    const { selected } = this.#motion;
    const ring = selected && project(selected.lon, selected.lat);
    if (ring) taken.take(around(ring.x, ring.y, SELECTION_PIXELS + 3));
    const streets = this.#streetsHidden ? [] : this.#streets.names(map, bounds);
    writeLabels(context, [...streets, ...this.#cells.names(context, project, bounds)], bounds, taken, palette, this.#scale);
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
    this.#cells.tint(counts, this.tint === 'late');
  }
}
