// @ts-check
/**
 * The map of an area. Properties go in; `map-pick` {lon, lat}, `incident-pick` {id}, `worker-pick` {id},
 * `facility-pick` {id}, `map-move` {lon, lat}, `lasso-done` {ring}, `tool-end` and, of the line drawn, `line-drag`
 * {index, lon, lat, done} come out.
 */
import { L } from './leaflet.js';
import { LitElement, html } from 'lit';
import { joinBoxes } from '../lib/shapes.js';
import { basemap } from '../state/basemap.js';
import { theme } from '../state/theme.js';
import { MapControls } from './map-controls.js';
import { MapLayers } from './map-layers.js';
import { CLOSEST_ZOOM, MapPicks } from './map-picks.js';
import { mapProperties } from './map-properties.js';
import { mapStyles } from './map-styles.js';
import { MapTools } from './map-tools.js';
import { MapView } from './map-view.js';
import { onDensity } from './screen-density.js';

/**
 * What is painted over the ground and under the streets; its names stand among the words of the map.
 * @typedef {{addTo(map: L.Map): void, remove(): void, restyle(): void, names?: readonly import('./area-names.js').Name[], onNames?: () => void}} Overlay
 */

export class AreaMap extends LitElement {
  static properties = mapProperties;

  static styles = mapStyles;

  /** @type {L.Map | null} */
  #map = null;
  /** @type {MapView | null} */
  #view = null;
  #layers = new MapLayers();
  /** @type {MapPicks | null} */
  #picks = null;
  /** @type {Promise<import('./line-drag.js').LineDrag> | null} of a line; loaded with the first one, since few pages draw */
  #drag = null;
  /** @type {MapTools | null} */
  #tools = null;
  #basemapChanged = () => this.#showStreets();
  #controls = new MapControls();
  /** @type {ResizeObserver | null} */
  #resize = null;
  #system = matchMedia('(prefers-color-scheme: dark)');
  #themeChanged = () => this.#restyle();
  #leaveDensity = () => {};
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
    /** @type {import('./map-view.js').Room} what is shown keeps clear of it */ this.covered = { top: 0, right: 0, bottom: 0, left: 0 };
    /** @type {import('./map-layers.js').Tint} */ this.tint = 'load';
    /** How much larger than on a desk marks and words are drawn. */ this.scale = 1;
    /** Service places as faint dots until the map is close. */ this.quietPlaces = false;
    /** @type {Overlay | null} */ this.overlay = null;
    this.picking = false;
    /** @type {import('./map-tools.js').Tool} */ this.tool = 'none';
    /** The base map, where there is one. */ this.streets = true;
    /** @type {'en' | 'zh'} */ this.language = 'en';
    this.label = '';
    /** No zoom buttons without names for them. */ this.zoomInLabel = '';
    this.zoomOutLabel = '';
  }

  connectedCallback() {
    super.connectedCallback();
    for (const each of [this.#system, theme]) each.addEventListener('change', this.#themeChanged);
    this.#leaveDensity = onDensity(this.#themeChanged);
    basemap.addEventListener('change', this.#basemapChanged);
    basemap.load();
    if (this.hasUpdated) this.#open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const each of [this.#system, theme]) each.removeEventListener('change', this.#themeChanged);
    this.#leaveDensity();
    basemap.removeEventListener('change', this.#basemapChanged);
    this.#view?.close();
    this.#drag?.then((drag) => drag.close());
    this.#drag = null;
    this.#layers.close();
    this.overlay?.remove();
    this.#resize?.disconnect();
    this.#map?.remove();
    this.#map = this.#fitted = null;
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
    if (changes.has('language')) this.#layers.language = this.language;
    if (changes.has('scale')) this.#scaleTo(this.scale);
    if (changes.has('cells')) this.#layers.showCells(this.cells);
    if (this.#view) this.#view.covered = this.covered;
    this.#handOver();
    if (changes.has('streets')) this.#layers.hideStreets(!this.streets);
    if (changes.has('boxes')) this.#fit();
    if (changes.has('incidents')) this.#layers.showIncidents(this.incidents);
    if (changes.has('workers')) this.#layers.showWorkers(this.workers);
    if (changes.has('selected')) this.#follow(/** @type {any} */ (changes.get('selected')));
    if (changes.has('facilities') || changes.has('facilityKinds') || changes.has('facility')) this.#layers.showFacilities(this.facilities, this.facilityKinds, this.facility);
    if (changes.has('drawing')) this.#layers.showDrawing(this.drawing);
    if (this.drawing) this.#drag ??= this.#letDrag(this.#map);
    if (changes.has('tint')) this.refresh();
    if (changes.has('overlay')) this.#layOver(/** @type {any} */ (changes.get('overlay')));
    this.#layers.point(placed(this.selected), this.pin);
    this.#controls.name(this.renderRoot, [this.zoomInLabel, this.zoomOutLabel]);
  }

  /** One ring where something new has landed. @param {number} lon @param {number} lat */
  pulse(lon, lat) {
    this.#layers.pulse(lon, lat);
  }

  /** Draws anew what time alone changes: lateness, the age of fixes. */
  refresh() {
    this.#layers.tint = this.tint;
    this.#layers.refresh();
  }

  /** Brings a place into view without changing more than is needed. @param {number} lon @param {number} lat @param {number} [zoom] at least */
  reveal(lon, lat, zoom) {
    this.#view?.reveal(lon, lat, zoom);
  }

  /** Eases to a box, into the part that nothing covers. @param {import('../lib/shapes.js').Box} box @param {number} [closest] zoom */
  easeTo(box, closest = CLOSEST_ZOOM) {
    this.#view?.easeTo(box, closest);
  }

  /** Eases back to the whole of the boxes. */
  fit() {
    const box = joinBoxes(this.boxes ?? []);
    if (box) this.easeTo(box);
  }

  /** @returns {{lon: number, lat: number} | null} the middle of what is shown */
  centre() {
    const middle = this.#map?.getCenter();
    return middle ? { lon: middle.lng, lat: middle.lat } : null;
  }

  /** @returns {import('../lib/shapes.js').Box | null} what is shown in the part that nothing covers */
  shown() {
    return this.#view?.shown() ?? null;
  }

  /** @returns {{bbox: [number, number, number, number]} | null} what is shown: west, south, east, north */
  view() {
    return this.#view?.whole() ?? null;
  }

  /** @returns {{lon: number, lat: number, zoom: number} | null} where the map stands, to come back to */
  stand() {
    const middle = this.centre();
    return middle && { ...middle, zoom: this.#map?.getZoom() ?? 0 };
  }

  /** At once. @param {{lon: number, lat: number, zoom: number}} stand */
  standAt({ lon, lat, zoom }) {
    this.#map?.invalidateSize({ animate: false, pan: false });
    this.#map?.setView([lat, lon], zoom, { animate: false });
  }

  /** Where a place stands on the element, in pixels from its corner. @param {number} lon @param {number} lat */
  pixelOf(lon, lat) {
    return this.#map?.latLngToContainerPoint([lat, lon]);
  }

  #open() {
    const element = /** @type {HTMLElement} */ (this.renderRoot.querySelector('#map'));
    const map = L.map(element, { attributionControl: false, zoomSnap: 0.25, wheelPxPerZoomLevel: 90, zoomControl: false, minZoom: 2, maxZoom: CLOSEST_ZOOM });
    this.#map = map;
    this.#view = new MapView(map);
    this.#view.covered = this.covered;
    this.#controls.open(map, !!this.zoomInLabel);
    map.setView([0, 0], 2);
    this.#layers.language = this.language;
    this.#scaleTo(this.scale);
    this.#layers.quietPlaces = this.quietPlaces;
    this.#layers.tint = this.tint;
    this.#layers.readPalette(this);
    this.#layers.open(map);
    map.on('moveend', () => this.#tell('map-move', this.centre() ?? {}));
    this.#showStreets();
    this.#picks = new MapPicks(map, this.#layers, (type, detail) => this.#tell(type, detail));
    this.#tools = new MapTools(map, (type, detail) => this.#tell(type, detail));
    this.#handOver();
    this.#resize = new ResizeObserver(() => this.#resized());
    this.#resize.observe(this);
    this.#layers.showCells(this.cells);
    this.#fit();
    this.#layers.showIncidents(this.incidents);
    this.#layers.showFacilities(this.facilities, this.facilityKinds, this.facility);
    this.#layers.showWorkers(this.workers);
    this.#addOverlay(map);
  }

  /** @param {L.Map} map */
  #addOverlay(map) {
    this.#layers.overlay = this.overlay;
    this.overlay?.addTo(map);
  }

  /** @param {Overlay | null | undefined} before */
  #layOver(before) {
    if (!this.#map) return;
    before?.remove();
    this.#addOverlay(this.#map);
  }

  /** Corners of the line drawn follow a hand. @param {L.Map} map */
  async #letDrag(map) {
    const { LineDrag } = await import('./line-drag.js');
    return new LineDrag(map, () => (this.picking ? (this.drawing?.line ?? []) : []), (drag) => this.#tell('line-drag', drag));
  }

  /** @param {number} scale */
  #scaleTo(scale) {
    this.#layers.scale = scale;
    this.style.setProperty('--map-scale', String(scale));
  }

  /** What a hand on the map does now. */
  #handOver() {
    if (!this.#picks || !this.#tools) return;
    this.#picks.picking = this.picking;
    this.#picks.resting = this.tool !== 'none';
    this.#tools.language = this.language;
    this.#tools.palette = this.#layers.palette;
    this.#tools.tool = this.tool;
  }

  #restyle() {
    this.#layers.readPalette(this);
    this.#handOver();
    this.overlay?.restyle();
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

  #showStreets() {
    if (this.#map && basemap.external && this.#layers.showPictures(basemap.external)) this.#controls.credit(basemap.external.attribution);
    if (!this.#map || !basemap.summary) return;
    this.toggleAttribute('with-streets', true);
    if (this.#layers.showStreets()) this.#controls.credit(basemap.summary.attribution);
  }

  #fit() {
    const box = joinBoxes(this.boxes ?? []);
    const key = box ? box.join() : null;
    if (!this.#map || !box || this.#fitted === key) return;
    this.#fitted = key;
    this.#view?.fit(box);
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

customElements.define('gw-map', AreaMap);
