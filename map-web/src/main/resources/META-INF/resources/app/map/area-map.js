// @ts-check
/**
 * The map of an area. Properties go in; `map-pick` {lon, lat}, `incident-pick` {id}, `worker-pick` {id},
 * `facility-pick` {id} and `map-move` {lon, lat} come out.
 */
import * as L from 'leaflet';
import { LitElement, css, html } from 'lit';
import { joinBoxes } from '../lib/shapes.js';
import { basemap } from '../state/basemap.js';
import { CanvasLayer } from './canvas-layer.js';
import { CellLayer } from './cell-layer.js';
import { EditPainter } from './edit-paint.js';
import { FacilityPainter } from './facility-paint.js';
import { IncidentPainter } from './incident-paint.js';
import { MotionPainter } from './motion-paint.js';
import { readPalette } from './palette.js';
import { StreetPainter } from './street-paint.js';

const HIT_PIXELS = 12;
const TINT_EVERY_MILLIS = 1000;

export class AreaMap extends LitElement {
  static properties = {
    cells: { attribute: false },
    boxes: { attribute: false },
    incidents: { attribute: false },
    workers: { attribute: false },
    facilities: { attribute: false },
    facilityKinds: { attribute: false },
    facility: { attribute: false },
    selected: { attribute: false },
    drawing: { attribute: false },
    pin: { attribute: false },
    picking: { type: Boolean, reflect: true },
    language: {},
    label: {},
    zoomInLabel: {},
    zoomOutLabel: {},
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      min-height: 160px;
      background: var(--map-water);
      --map-water: var(--ground);
      --map-land: var(--raised);
      --map-line: #5a6f84;
      --map-load: #4c9aff;
    }
    #map {
      position: absolute;
      inset: 0;
      background: var(--map-water);
      font: inherit;
      z-index: 0;
    }
    #map:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
    :host([streets]) {
      --map-water: var(--street-ground);
    }
    :host([picking]) #map {
      cursor: crosshair;
    }
    #map.over {
      cursor: pointer;
    }
    .gw-canvas {
      position: absolute;
      pointer-events: none;
    }
    .leaflet-bar,
    .leaflet-touch .leaflet-bar {
      border: 1px solid var(--line);
      border-radius: var(--radius);
      overflow: hidden;
      box-shadow: none;
    }
    .leaflet-bar a,
    .leaflet-touch .leaflet-bar a {
      width: var(--target);
      height: var(--target);
      line-height: 34px;
      background: var(--panel);
      color: var(--text);
      border-bottom-color: var(--line);
      font: 400 20px / 34px var(--font);
    }
    .leaflet-control-attribution,
    .leaflet-container .leaflet-control-attribution {
      background: var(--panel);
      color: var(--text-second);
      font: 400 11px / 1.4 var(--font);
      padding: 1px 6px;
    }
    .leaflet-control-attribution:empty {
      display: none;
    }
    .leaflet-bar a:hover {
      background: var(--raised);
    }
    .leaflet-bar a.leaflet-disabled {
      background: var(--panel);
      color: var(--line-strong);
    }
    .leaflet-bar a:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: -3px;
    }
  `;

  /** @type {L.Map | null} */
  #map = null;
  #cells = new CellLayer();
  #marks = new IncidentPainter();
  #motion = new MotionPainter();
  #places = new FacilityPainter();
  #placeLayer = new CanvasLayer(this.#places.paint);
  #streets = new StreetPainter((z, x, y) => basemap.tile(z, x, y));
  #streetLayer = new CanvasLayer(this.#streets.paint, { pane: 'streets' });
  #basemapChanged = () => this.#showStreets();
  #credit = L.control.attribution({ prefix: false, position: 'bottomright' });
  #markLayer = new CanvasLayer(this.#marks.paint);
  #labelLayer = new CanvasLayer(this.#cells.paintLabels);
  #edit = new EditPainter();
  #editLayer = new CanvasLayer(this.#edit.paint);
  #motionLayer = new CanvasLayer(this.#motion.paint);
  /** @type {ResizeObserver | null} */
  #resize = null;
  #theme = matchMedia('(prefers-color-scheme: dark)');
  #themeChanged = () => this.#readPalette();
  #tintedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #tintTimer = undefined;
  /** @type {unknown} */
  #fitted = null;

  constructor() {
    super();
    /** @type {any} */ this.cells = null;
    /** @type {import('../lib/shapes.js').Box[]} */ this.boxes = [];
    /** @type {import('../lib/types.js').Incident[]} */ this.incidents = [];
    /** @type {import('../lib/types.js').Worker[]} */ this.workers = [];
    /** @type {readonly import('../lib/facilities.js').Place[]} */ this.facilities = [];
    /** @type {readonly {code: string, icon: string, colour: string}[]} */ this.facilityKinds = [];
    /** @type {import('../lib/facilities.js').Place | null} */ this.facility = null;
    /** @type {import('../lib/types.js').Incident | null} */ this.selected = null;
    /** @type {{lon: number, lat: number} | null} */ this.pin = null;
    /** @type {import('./edit-paint.js').Drawing | null} */ this.drawing = null;
    this.picking = false;
    /** @type {'en' | 'zh'} */ this.language = 'en';
    this.label = '';
    this.zoomInLabel = '';
    this.zoomOutLabel = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#theme.addEventListener('change', this.#themeChanged);
    basemap.addEventListener('change', this.#basemapChanged);
    basemap.load();
    if (this.hasUpdated) this.#open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#theme.removeEventListener('change', this.#themeChanged);
    basemap.removeEventListener('change', this.#basemapChanged);
    clearTimeout(this.#tintTimer);
    this.#resize?.disconnect();
    this.#map?.remove();
    this.#map = null;
  }

  render() {
    return html`
      <link rel="stylesheet" href="/webjars/leaflet/dist/leaflet.css" />
      <div id="map" role="application" aria-label=${this.label} tabindex="0"></div>
    `;
  }

  firstUpdated() {
    this.#open();
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (!this.#map) return;
    if (changes.has('language')) this.#cells.language = this.language;
    if (changes.has('cells')) this.#showCells();
    if (changes.has('boxes')) this.#fit();
    if (changes.has('incidents')) this.#showIncidents();
    if (changes.has('workers')) this.#motion.workers = this.workers;
    if (changes.has('selected')) this.#follow(/** @type {any} */ (changes.get('selected')));
    if (changes.has('facilities') || changes.has('facilityKinds') || changes.has('facility')) this.#showFacilities();
    if (changes.has('drawing')) this.#showDrawing();
    this.#motion.selected = placed(this.selected);
    this.#motion.pin = this.pin;
    this.#nameZoomButtons();
    this.#motionLayer.repaint();
    if (changes.has('language')) this.#labelLayer.repaint();
    if (changes.has('language')) this.#showStreets();
  }

  /** One ring where something new has landed. @param {number} lon @param {number} lat */
  pulse(lon, lat) {
    this.#motion.pulse(lon, lat);
    this.#motionLayer.repaint();
  }

  /** Brings a place into view without changing more than is needed. @param {number} lon @param {number} lat @param {number} [zoom] at least */
  reveal(lon, lat, zoom) {
    const map = this.#map;
    if (!map) return;
    if (zoom && map.getZoom() < zoom) map.setView([lat, lon], zoom);
    else if (!map.getBounds().pad(-0.1).contains([lat, lon])) map.panTo([lat, lon]);
  }

  /** @returns {{lon: number, lat: number} | null} the middle of what is shown */
  centre() {
    const middle = this.#map?.getCenter();
    return middle ? { lon: middle.lng, lat: middle.lat } : null;
  }

  /** Where a place stands on the element, in pixels from its corner. @param {number} lon @param {number} lat */
  pixelOf(lon, lat) {
    return this.#map?.latLngToContainerPoint([lat, lon]);
  }

  #open() {
    const element = /** @type {HTMLElement} */ (this.renderRoot.querySelector('#map'));
    this.#map = L.map(element, { attributionControl: false, zoomSnap: 0.25, wheelPxPerZoomLevel: 90, zoomControl: false, minZoom: 2, maxZoom: 19 });
    this.#credit.addTo(this.#map); // at the very edge, under the zoom buttons
    L.control.zoom({ position: 'bottomright' }).addTo(this.#map);
    this.#map.setView([0, 0], 2);
    this.#readPalette();
    for (const layer of [this.#labelLayer, this.#editLayer, this.#placeLayer, this.#markLayer, this.#motionLayer]) layer.addTo(this.#map);
    this.#map.on('moveend', () => this.#tell('map-move', this.centre() ?? {}));
    // Over the fill of the cells, under everything else.
    this.#map.createPane('streets').style.zIndex = '250';
    this.#showStreets();
    this.#map.on('click', (/** @type {any} */ event) => this.#clicked(event));
    this.#map.on('mousemove', (/** @type {any} */ event) => this.#hovered(event, element));
    this.#resize = new ResizeObserver(() => this.#resized());
    this.#resize.observe(this);
    this.#showCells();
    this.#fit();
    this.#showIncidents();
    this.#showFacilities();
    this.#motion.workers = this.workers;
  }

  /** Another incident is looked at. @param {import('../lib/types.js').Incident | null | undefined} before */
  #follow(before) {
    const place = placed(this.selected);
    if (place && before?.id !== this.selected?.id) this.reveal(place.lon, place.lat);
  }

  /** What stands on the left stays where it is; what is looked at stays in view. */
  #resized() {
    this.#map?.invalidateSize({ animate: false, pan: false });
    const looked = this.pin ?? placed(this.selected);
    if (looked) this.reveal(looked.lon, looked.lat);
  }

  #nameZoomButtons() {
    const [zoomIn, zoomOut] = this.renderRoot.querySelectorAll('.leaflet-control-zoom a');
    zoomIn?.setAttribute('aria-label', this.zoomInLabel);
    zoomIn?.setAttribute('title', this.zoomInLabel);
    zoomOut?.setAttribute('aria-label', this.zoomOutLabel);
    zoomOut?.setAttribute('title', this.zoomOutLabel);
  }

  #readPalette() {
    const palette = readPalette(this);
    this.#cells.palette = this.#places.palette = this.#marks.palette = this.#motion.palette = this.#streets.palette = this.#edit.palette = palette;
    this.#cells.restyle();
    for (const layer of [this.#labelLayer, this.#editLayer, this.#placeLayer, this.#markLayer, this.#motionLayer, this.#streetLayer]) layer.repaint();
  }

  /** The base map, once there is one. */
  #showStreets() {
    if (!this.#map || !basemap.summary) return;
    this.#streets.language = this.language;
    this.#streets.summary = basemap.summary;
    this.#streets.occupied = (context, project, bounds) => this.#cells.labelSpots(context, project, bounds);
    this.toggleAttribute('streets', true);
    if (!this.#map.hasLayer(this.#streetLayer)) {
      this.#streetLayer.addTo(this.#map);
      this.#cells.showBorders(this.#map);
      this.#credit.addAttribution(basemap.summary.attribution);
    }
    this.#streetLayer.repaint();
  }

  #showCells() {
    if (!this.#map) return;
    this.#cells.language = this.language;
    this.#cells.show(this.#map, this.cells);
    this.#tint();
    this.#labelLayer.repaint();
    this.#streetLayer.repaint();
  }

  #fit() {
    const box = joinBoxes(this.boxes ?? []);
    const key = box ? box.join() : null;
    if (!this.#map || !box || this.#fitted === key) return;
    this.#fitted = key;
    this.#map.fitBounds([[box[1], box[0]], [box[3], box[2]]], { padding: [24, 24], animate: false });
  }

  #showIncidents() {
    this.#marks.incidents = this.incidents;
    this.#markLayer.repaint();
    const wait = this.#tintedAt + TINT_EVERY_MILLIS - Date.now();
    clearTimeout(this.#tintTimer);
    this.#tintTimer = setTimeout(() => this.#tint(), Math.max(0, wait));
  }

  #showFacilities() {
    this.#places.places = this.facilities;
    this.#places.kinds = new Map(this.facilityKinds.map((kind) => [kind.code, kind]));
    this.#places.selected = this.facility;
    this.#placeLayer.repaint();
  }

  #showDrawing() {
    if (!this.drawing) return;
    this.#edit.drawing = this.drawing;
    this.#editLayer.repaint();
  }

  #tint() {
    this.#tintedAt = Date.now();
    /** @type {Map<number, number>} */
    const load = new Map();
    for (const { cellId } of this.incidents) if (cellId != null) load.set(cellId, (load.get(cellId) ?? 0) + 1);
    this.#cells.tint(load);
  }

  /** @param {{layerPoint: {x: number, y: number}, latlng: {lat: number, lng: number}}} event */
  #clicked({ layerPoint, latlng }) {
    const spot = this.picking ? undefined : this.#marks.hit(layerPoint.x, layerPoint.y, HIT_PIXELS);
    if (spot) return this.#pickSpot(spot);
    const worker = this.picking ? undefined : this.#motion.hit(layerPoint.x, layerPoint.y);
    if (worker) return this.#tell('worker-pick', { id: worker.id });
    const place = this.picking ? undefined : this.#places.hit(layerPoint.x, layerPoint.y, HIT_PIXELS);
    if (place) return this.#pickSpot(place, 'facility-pick');
    const { lat, lng } = L.latLng(latlng.lat, latlng.lng).wrap();
    this.#tell('map-pick', { lon: round(lng), lat: round(lat) });
  }

  /** @param {{items: {id: string | number, lon: number | null, lat: number | null}[]}} spot @param {string} [type] of what is told of one */
  #pickSpot({ items }, type = 'incident-pick') {
    const map = /** @type {L.Map} */ (this.#map);
    if (items.length === 1 || map.getZoom() >= 19) return this.#tell(type, { id: items[0].id });
    const bounds = L.latLngBounds(items.map(({ lat, lon }) => [Number(lat), Number(lon)]));
    map.fitBounds(bounds.pad(0.3), { maxZoom: Math.min(19, Math.max(16, map.getZoom() + 1)) });
  }

  /** @param {any} event @param {HTMLElement} element */
  #hovered({ layerPoint: { x, y } }, element) {
    element.classList.toggle('over', !this.picking && !!(this.#marks.hit(x, y, HIT_PIXELS) ?? this.#motion.hit(x, y) ?? this.#places.hit(x, y, HIT_PIXELS)));
  }

  /** @param {string} type @param {Record<string, unknown>} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** @param {{lon: number | null, lat: number | null} | null} incident */
function placed(incident) {
  return incident?.lon != null && incident.lat != null ? { lon: incident.lon, lat: incident.lat } : null;
}

/** About a decimetre. @param {number} degrees */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

customElements.define('gw-map', AreaMap);
