// @ts-check
import { LitElement, html } from 'lit';
import { wordsFor } from '../state/gazetteer.js';
import { language } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';

/** What a point is called by the gazetteer, for a case that came without words of its place; empty where nothing is known near it. */
export class NearestAddress extends LitElement {
  static properties = { lon: { type: Number }, lat: { type: Number }, words: { state: true } };

  #stores = new StoreController(this, [language]);
  #asked = '';

  constructor() {
    super();
    this.lon = 0;
    this.lat = 0;
    this.words = '';
  }

  updated() {
    const wanted = [this.lon, this.lat, language.current].join();
    if (wanted !== this.#asked) this.#ask(wanted);
  }

  render() {
    return this.words ? html`${this.words}<br />` : '';
  }

  /** @param {string} wanted */
  async #ask(wanted) {
    this.#asked = wanted;
    const words = await wordsFor(this.lon, this.lat).catch(() => '');
    if (wanted === this.#asked) this.words = words;
  }
}

customElements.define('gw-nearest-address', NearestAddress);
