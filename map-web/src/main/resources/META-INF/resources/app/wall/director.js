// @ts-check
/** Who moves the wall's map: what is critical, else the scene whose turn it is; a hand holds both. */

const HAND_MILLIS = 60_000;
const CALL_DEGREES = 0.004;
const CALL_ZOOM = 15.5;

/** Tells 'change' when a call's place on the screen is another one, or there is none any more. */
export class Director extends EventTarget {
  /** @type {{x: number, y: number} | null} where the call stands; null while the map is on its way */
  spot = null;
  #map;
  #scenes;
  #calls;
  #called = () => this.#call();

  /** @param {() => any} map the element, once it is there @param {import('../state/scenes.js').Scenes} scenes @param {import('../state/critical.js').CriticalCalls} calls */
  constructor(map, scenes, calls) {
    super();
    this.#map = map;
    this.#scenes = scenes;
    this.#calls = calls;
  }

  start() {
    this.#calls.addEventListener('change', this.#called);
  }

  stop() {
    this.#calls.removeEventListener('change', this.#called);
  }

  /** Time has passed. */
  tick() {
    this.#calls.tick();
    if (!this.#calls.current && this.#scenes.tick()) this.showScene();
  }

  /** Somebody looks around. */
  hold() {
    this.#scenes.hold(HAND_MILLIS);
  }

  /** To the scene, or to the whole area. */
  showScene() {
    const scene = this.#scenes.current;
    const box = scene?.view ?? scene?.box ?? null;
    if (box) this.#map()?.easeTo(box);
    else this.#map()?.fit();
  }

  /** The map has come to rest. */
  moved() {
    const incident = this.#calls.current;
    if (incident?.lon == null || incident.lat == null) return;
    const first = this.spot === null;
    this.#stand(this.#map()?.pixelOf(incident.lon, incident.lat) ?? null);
    if (first) this.#map()?.pulse(incident.lon, incident.lat);
  }

  #call() {
    this.#stand(null);
    const incident = this.#calls.current;
    if (!incident) return this.showScene();
    const { lon, lat } = /** @type {{lon: number, lat: number}} */ (incident);
    this.#map()?.easeTo([lon - CALL_DEGREES, lat - CALL_DEGREES, lon + CALL_DEGREES, lat + CALL_DEGREES], CALL_ZOOM);
  }

  /** @param {{x: number, y: number} | null} spot */
  #stand(spot) {
    this.spot = spot;
    this.dispatchEvent(new Event('change'));
  }
}
