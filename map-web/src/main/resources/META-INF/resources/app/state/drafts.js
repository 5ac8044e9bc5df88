// @ts-check
/** What is being typed, kept so that a closed tab or a lost signal loses nothing. */

/** One draft under one name, on this device or (where others share the machine) only in this tab. */
export class Draft {
  #name;
  #storage;

  /** @param {string} name @param {'device' | 'tab'} [where] */
  constructor(name, where = 'device') {
    this.#name = `gridward.draft.${name}`;
    this.#storage = where === 'device' ? localStorage : sessionStorage;
  }

  /** @returns {Record<string, any>} empty when nothing is kept */
  read() {
    try {
      return JSON.parse(this.#storage.getItem(this.#name) ?? '{}');
    } catch {
      return {};
    }
  }

  /** @param {Record<string, any>} values */
  keep(values) {
    this.#storage.setItem(this.#name, JSON.stringify(values));
  }

  clear() {
    this.#storage.removeItem(this.#name);
  }
}

/** For signing out: the next person must not find what this one typed. */
export function clearAllDrafts() {
  for (const storage of [localStorage, sessionStorage]) {
    const names = Object.keys(storage).filter((name) => name.startsWith('gridward.draft.'));
    for (const name of names) storage.removeItem(name);
  }
}
