// @ts-check
/** A service place as it is written down: a new one, or changes of one that is there. */
import * as api from '../net/api.js';
import { newKey } from '../lib/ids.js';
import { Store } from './store.js';

/** @typedef {import('../net/http.js').Problem} Problem */

const TEXTS = ['address', 'hours', 'phone', 'website', 'services'];

export class FacilityDraft extends Store {
  /** @type {number | null} null for a new one */
  id = null;
  /** @type {Record<string, any>} as in the form: all texts */
  values = {};
  /** @type {{lon: number, lat: number} | null} */
  pin = null;
  busy = false;
  /** @type {Problem | null} */
  problem = null;
  #code = '';
  #version = 0;

  /** @param {any} facility to be changed; null to write a new one */
  begin(facility) {
    this.id = facility?.id ?? null;
    this.#code = facility?.code ?? `local-${newKey()}`;
    this.#version = facility?.version ?? 0;
    this.pin = facility ? { lon: facility.lon, lat: facility.lat } : null;
    this.problem = null;
    this.values = facility ? { kind: facility.kind, en: facility.names.en, zh: facility.names.zh ?? '', capacity: facility.capacity ?? '' } : {};
    for (const name of TEXTS) this.values[name] = facility?.[name] ?? '';
    this.changed();
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    this.values[name] = value;
    this.changed();
  }

  /** @param {number} lon @param {number} lat */
  place(lon, lat) {
    this.pin = { lon, lat };
    this.changed();
  }

  /** A new one of which something is written down already. */
  get unfinished() {
    return this.id === null && (!!this.pin || Object.values(this.values).some((value) => value));
  }

  get complete() {
    return !!this.pin && !!this.values.kind && !!(this.values.en || this.values.zh);
  }

  /** @returns {Promise<any>} the facility as it is now, null when it was refused */
  async save() {
    const body = this.#body();
    const saved = await this.#run(() => (this.id === null ? api.createFacility(body) : api.updateFacility(this.id, { ...body, version: this.#version })));
    if (saved) this.begin(null);
    return saved;
  }

  /** @param {any} facility @returns {Promise<boolean>} */
  async remove(facility) {
    return (await this.#run(() => api.removeFacility(facility.id, facility.version).then(() => true))) ?? false;
  }

  #body() {
    const { kind, en, zh, capacity } = this.values;
    /** @type {Record<string, unknown>} */
    const body = { code: this.#code, kind, names: { en: en || zh, ...(zh ? { zh } : {}) }, ...this.pin };
    for (const name of TEXTS) if (this.values[name]) body[name] = this.values[name];
    if (String(capacity ?? '').trim() !== '') body.capacity = Number(capacity);
    return body;
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T | null>} */
  async #run(step) {
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      return await step();
    } catch (fault) {
      this.problem = /** @type {Problem} */ (fault);
      return null;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
