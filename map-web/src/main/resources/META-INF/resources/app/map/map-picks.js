// @ts-check
/** What a click on the map means: an incident, a worker, a service place, a gathering of them, or the ground. */
import { L } from './leaflet.js';

export const CLOSEST_ZOOM = 19;

/** @typedef {(type: string, detail: Record<string, unknown>) => void} Tell */

export class MapPicks {
  #map;
  #layers;
  #tell;
  /** Only the ground can be chosen. */
  picking = false;
  /** Another tool has the hand. */
  resting = false;

  /** @param {L.Map} map @param {import('./map-layers.js').MapLayers} layers @param {Tell} tell */
  constructor(map, layers, tell) {
    this.#map = map;
    this.#layers = layers;
    this.#tell = tell;
    map.on('click', (/** @type {any} */ event) => this.#clicked(event));
    map.on('mousemove', (/** @type {any} */ event) => this.#hovered(event));
  }

  /** @param {{layerPoint: {x: number, y: number}, latlng: {lat: number, lng: number}}} event */
  #clicked({ layerPoint, latlng }) {
    if (this.resting) return;
    const hit = this.picking ? null : this.#layers.hit(layerPoint.x, layerPoint.y);
    if (hit?.type === 'worker-pick') return this.#tell('worker-pick', { id: hit.id });
    if (hit) return this.#pickSpot(hit);
    const { lat, lng } = L.latLng(latlng.lat, latlng.lng).wrap();
    this.#tell('map-pick', { lon: round(lng), lat: round(lat) });
  }

  /** @param {{type: string, items: {id: string | number, lon: number | null, lat: number | null}[]}} spot */
  #pickSpot({ type, items }) {
    const map = this.#map;
    if (items.length === 1 || map.getZoom() >= CLOSEST_ZOOM) return this.#tell(type, { id: items[0].id });
    const bounds = L.latLngBounds(items.map(({ lat, lon }) => [Number(lat), Number(lon)]));
    map.fitBounds(bounds.pad(0.3), { maxZoom: Math.min(CLOSEST_ZOOM, Math.max(16, map.getZoom() + 1)) });
  }

  /** @param {{layerPoint: {x: number, y: number}}} event */
  #hovered({ layerPoint: { x, y } }) {
    this.#map.getContainer().classList.toggle('over', !this.picking && !this.resting && !!this.#layers.hit(x, y));
  }
}

/** About a decimetre. @param {number} degrees */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}
