// @ts-check
/** The categories of incidents, loaded once. */
import * as api from '../net/api.js';
import { pickName } from '../lib/translate.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Category} Category */

class CatalogueStore extends Store {
  /** @type {Category[]} */
  list = [];
  failed = false;
  /** @type {Map<string, Category>} */
  #byCode = new Map();

  async load() {
    try {
      this.list = (await api.listCategories()).items;
      this.#byCode = new Map(this.list.map((category) => [category.code, category]));
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.changed();
  }

  /** The name, or the code of a category that is no longer listed. @param {string} code @param {'en' | 'zh'} language */
  nameOf(code, language) {
    return pickName(this.#byCode.get(code)?.names, language) || code;
  }

  /** By name in any language or by code. @param {string} text */
  search(text) {
    const wanted = text.trim().toLowerCase();
    return this.list.filter(({ code, names }) => [code, ...Object.values(names)].some((word) => word.toLowerCase().includes(wanted)));
  }
}

export const catalogue = new CatalogueStore();
