// @ts-check
/** One report being written: kept as a draft, sent once however often it is tried. */
import * as api from '../net/api.js';
import { newKey } from '../lib/ids.js';
import { Draft } from './drafts.js';
import { wordsFor } from './gazetteer.js';
import { language } from './language.js';
import { PhotoTray } from './photos.js';
import { Store } from './store.js';

/**
 * @typedef {object} Values
 * @property {string} [category]
 * @property {string} [severity] empty: the category's own
 * @property {string} [placeText]
 * @property {string} [description]
 * @property {string} [name]
 * @property {string} [phone]
 * @property {number} [lon]
 * @property {number} [lat]
 * @property {string} [key]
 * @property {'point' | 'name'} [wordsFrom] the words of the place came from the point, or the point from the words
 */

export class NewReport extends Store {
  photos = new PhotoTray();
  /** @type {Values} */
  values;
  /** @type {any} what lies at the chosen place: the cell and who answers for it; null while unknown */
  found = null;
  busy = false;
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  #draft;

  /** @param {string} name of the draft @param {'device' | 'tab'} [where] it is kept */
  constructor(name, where) {
    super();
    this.#draft = new Draft(name, where);
    this.values = this.#draft.read();
  }

  get placed() {
    return this.values.lon !== undefined && this.values.lat !== undefined;
  }

  /** @returns {{lon: number, lat: number} | null} */
  get pin() {
    const { lon, lat } = this.values;
    return lon !== undefined && lat !== undefined ? { lon, lat } : null;
  }

  get complete() {
    return !!this.values.category && (this.placed || !!this.values.placeText?.trim());
  }

  /** @param {Values} values */
  set(values) {
    this.values = { ...this.values, ...values };
    this.#draft.keep(this.values);
    this.changed();
  }

  /** @param {number} lon @param {number} lat @param {boolean} [ask] what lies there (needs somebody signed in) */
  async place(lon, lat, ask = true) {
    this.set({ lon, lat, wordsFrom: this.values.wordsFrom === 'name' ? 'point' : this.values.wordsFrom });
    this.found = null;
    this.#nameThePoint(lon, lat);
    await this.#lookUp(lon, lat, ask);
  }

  /** The words of the place as they are typed; a point that came with other words goes with them. @param {string} placeText */
  describe(placeText) {
    const moved = this.values.wordsFrom === 'name';
    if (moved) this.found = null;
    this.set({ placeText, wordsFrom: undefined, ...(moved ? { lon: undefined, lat: undefined } : {}) });
  }

  /** A place was chosen by its name. @param {import('./gazetteer.js').Place} place @param {boolean} [ask] */
  async choose({ names, lon, lat }, ask = true) {
    this.found = null;
    this.set({ lon, lat, placeText: language.name(names), wordsFrom: 'name' });
    await this.#lookUp(lon, lat, ask);
  }

  /** Words for the point, where nobody has typed any. @param {number} lon @param {number} lat */
  async #nameThePoint(lon, lat) {
    if (this.values.placeText?.trim() && this.values.wordsFrom !== 'point') return;
    const words = await wordsFor(lon, lat).catch(() => '');
    const typed = this.values.placeText?.trim() && this.values.wordsFrom !== 'point';
    if (this.values.lon === lon && this.values.lat === lat && !typed) this.set({ placeText: words, wordsFrom: 'point' });
  }

  /** @param {number} lon @param {number} lat @param {boolean} ask */
  async #lookUp(lon, lat, ask) {
    if (!ask) return;
    const found = await api.locate(lon, lat).catch(() => null);
    if (this.values.lon === lon && this.values.lat === lat) this.found = found;
    this.changed();
  }

  unplace() {
    this.found = null;
    this.set({ lon: undefined, lat: undefined });
  }

  /** The request's body. */
  body() {
    const { category, severity, placeText, description, name, phone, lon, lat } = this.values;
    const contact = { ...(name?.trim() ? { name: name.trim() } : {}), ...(phone?.trim() ? { phone: phone.trim() } : {}) };
    return {
      category,
      ...(severity ? { severity } : {}),
      place: { ...(this.placed ? { lon, lat } : {}), ...(placeText?.trim() ? { text: placeText.trim() } : {}) },
      ...(description?.trim() ? { description: description.trim() } : {}),
      ...(this.photos.ids().length > 0 ? { attachments: this.photos.ids() } : {}),
      ...(Object.keys(contact).length > 0 ? { reporter: contact } : {}),
    };
  }

  /** @returns {Promise<any>} the receipt, or null when it was not accepted (see `problem`) */
  async send() {
    this.busy = true;
    this.problem = null;
    this.set({ key: this.values.key ?? newKey() });
    try {
      const receipt = await api.report(this.body(), String(this.values.key));
      this.clear();
      return receipt;
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
      if (this.problem.status >= 400 && this.problem.status < 500) this.set({ key: undefined });
      return null;
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  clear() {
    this.values = {};
    this.found = null;
    this.problem = null;
    this.photos.clear();
    this.#draft.clear();
    this.changed();
  }
}
