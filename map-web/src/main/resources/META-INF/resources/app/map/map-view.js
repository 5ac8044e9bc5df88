// @ts-check
/** Where the map looks: into the part that nothing covers, there by a flight or a fade. */
import { L } from './leaflet.js';

/** @typedef {import('../lib/shapes.js').Box} Box */
/** @typedef {{top: number, right: number, bottom: number, left: number}} Room pixels at the edges that something else covers */

const MARGIN = 24;
const FLIGHT_SECONDS = 1.6;
const FLIGHT_ZOOMS = 1.75;
const FADE_MILLIS = 400;

export class MapView {
  /** @type {Room} */
  covered = { top: 0, right: 0, bottom: 0, left: 0 };
  #map;
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #veiled = undefined;

  /** @param {L.Map} map */
  constructor(map) {
    this.#map = map;
  }

  close() {
    clearTimeout(this.#veiled);
  }

  /** At once. @param {Box} box */
  fit(box) {
    this.#stay();
    this.#map.fitBounds(boundsOf(box), { ...this.#padding(), animate: false });
  }

  /** By a flight; over a great change of scale by a fade, since a flight would only blur. @param {Box} box @param {number} closest zoom */
  easeTo(box, closest) {
    const padding = this.#padding();
    const bounds = boundsOf(box);
    const zoom = Math.min(closest, this.#map.getBoundsZoom(bounds, false, padding.paddingTopLeft.add(padding.paddingBottomRight)));
    const options = { ...padding, maxZoom: closest };
    this.#stay();
    if (this.#still.matches || Math.abs(zoom - this.#map.getZoom()) > FLIGHT_ZOOMS) this.#fadeTo(() => this.#map.fitBounds(bounds, { ...options, animate: false }));
    else this.#map.flyToBounds(bounds, { ...options, duration: FLIGHT_SECONDS, easeLinearity: 0.4 });
  }

  /** Into the part that nothing covers, without changing more than is needed. @param {number} lon @param {number} lat @param {number} [zoom] at least */
  reveal(lon, lat, zoom) {
    const map = this.#map;
    const { top, right, bottom, left } = this.covered;
    const size = map.getSize();
    const nearer = !!zoom && map.getZoom() < zoom;
    const scale = nearer ? zoom : map.getZoom();
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const free = x > left + MARGIN && x < size.x - right - MARGIN && y > top + MARGIN && y < size.y - bottom - MARGIN;
    this.#stay();
    if (free && !nearer) return;
    const middle = map.project([lat, lon], scale).add([(right - left) / 2, (bottom - top) / 2]);
    map.setView(map.unproject(middle, scale), scale);
  }

  /** @returns {{bbox: Box}} what is shown, also under what covers it */
  whole() {
    const bounds = this.#map.getBounds();
    return { bbox: [Math.max(-180, bounds.getWest()), Math.max(-90, bounds.getSouth()), Math.min(180, bounds.getEast()), Math.min(90, bounds.getNorth())] };
  }

  /** @returns {Box} what is shown in the part that nothing covers */
  shown() {
    const size = this.#map.getSize();
    const { top, right, bottom, left } = this.covered;
    const { lat: north, lng: west } = this.#map.containerPointToLatLng([left, top]);
    const { lat: south, lng: east } = this.#map.containerPointToLatLng([Math.max(left + 1, size.x - right), Math.max(top + 1, size.y - bottom)]);
    return /** @type {Box} */ ([west, south, east, north].map((degrees) => Math.round(degrees * 1e6) / 1e6));
  }

  /** A fade that has not moved the map yet gives way to what is wanted now. */
  #stay() {
    clearTimeout(this.#veiled);
    this.#veil(false);
  }

  /** @param {() => void} move */
  #fadeTo(move) {
    this.#veil(true);
    this.#veiled = setTimeout(() => {
      move();
      this.#veil(false);
    }, FADE_MILLIS);
  }

  /** @param {boolean} on */
  #veil(on) {
    this.#map.getContainer().classList.toggle('veiled', on);
  }

  #padding() {
    const { top, right, bottom, left } = this.covered;
    return { paddingTopLeft: L.point(left + MARGIN, top + MARGIN), paddingBottomRight: L.point(right + MARGIN, bottom + MARGIN) };
  }
}

/** @param {Box} box */
function boundsOf([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}
