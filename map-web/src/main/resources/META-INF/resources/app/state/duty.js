// @ts-check
/** The worker's duty. A position leaves the phone only while on duty. */
import * as api from '../net/api.js';
import { Store } from './store.js';

const SEND_EVERY_MILLIS = 5000;
const KEEP_AT_MOST = 500;

export class DutyStore extends Store {
  /** @type {import('../lib/types.js').Worker | null} */
  worker = null;
  /** @type {'loading' | 'ready' | 'failed' | 'none'} 'none': the account has no worker */
  state = 'loading';
  /** @type {'off' | 'waiting' | 'shared' | 'denied'} */
  sharing = 'off';
  /** @type {{lon: number, lat: number, accuracyMetres?: number} | null} this phone's own last fix */
  here = null;
  problem = false;
  /** @type {number | null} */
  #watch = null;
  /** @type {Record<string, unknown>[]} */
  #unsent = [];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;

  get onDuty() {
    return !!this.worker?.onDuty;
  }

  async load() {
    try {
      this.worker = await api.getMe();
      this.state = this.worker ? 'ready' : 'none';
      this.#follow();
    } catch (fault) {
      this.state = [403, 404].includes(/** @type {any} */ (fault).status) ? 'none' : 'failed';
    }
    this.changed();
  }

  /** @param {boolean} on */
  async set(on) {
    try {
      const answer = await api.setDuty(on);
      if (this.worker) this.worker = { ...this.worker, ...answer, onDuty: answer?.onDuty ?? on };
      this.problem = false;
    } catch {
      this.problem = true;
    }
    this.#follow();
    this.changed();
  }

  close() {
    this.#stop();
  }

  #follow() {
    if (this.onDuty) this.#start();
    else this.#stop();
  }

  #start() {
    if (this.#watch !== null || !navigator.geolocation) return;
    this.sharing = 'waiting';
    this.#watch = navigator.geolocation.watchPosition(
      (fix) => this.#take(fix),
      (fault) => this.#deny(fault),
      { enableHighAccuracy: true, maximumAge: 5000 },
    );
    this.#timer = setInterval(() => this.#send(), SEND_EVERY_MILLIS);
  }

  #stop() {
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    clearInterval(this.#timer);
    this.#watch = null;
    this.#unsent = [];
    this.sharing = 'off';
  }

  /** @param {GeolocationPosition} fix */
  #take({ coords, timestamp }) {
    const first = this.sharing !== 'shared';
    this.here = { lon: coords.longitude, lat: coords.latitude, accuracyMetres: coords.accuracy };
    this.#unsent.push({
      ...this.here,
      at: new Date(timestamp).toISOString(),
      ...(coords.heading === null || Number.isNaN(coords.heading) ? {} : { headingDegrees: coords.heading }),
      ...(coords.speed === null ? {} : { speedMetresPerSecond: coords.speed }),
    });
    this.#unsent = this.#unsent.slice(-KEEP_AT_MOST);
    this.sharing = 'shared';
    this.changed();
    if (first) this.#send();
  }

  /** @param {GeolocationPositionError} fault */
  #deny(fault) {
    this.sharing = fault.code === fault.PERMISSION_DENIED ? 'denied' : 'waiting';
    this.changed();
  }

  async #send() {
    if (this.#unsent.length === 0) return;
    const batch = this.#unsent;
    this.#unsent = [];
    try {
      await api.sendPositions(batch);
    } catch (fault) {
      if (/** @type {any} */ (fault).offline) this.#unsent = [...batch, ...this.#unsent].slice(-KEEP_AT_MOST);
    }
  }
}
