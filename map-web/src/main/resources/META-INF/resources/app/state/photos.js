// @ts-check
/** Photos chosen for one form: sent at once, tried again when the signal returns. */
import * as api from '../net/api.js';
import { Store } from './store.js';

const RETRY_MILLIS = 10_000;

/** @typedef {{file: Blob, url: string, state: 'sending' | 'sent' | 'waiting' | 'refused', id: string | null}} Photo */

export class PhotoTray extends Store {
  /** @type {Photo[]} */
  list = [];
  #wake = () => this.#retry();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  open() {
    globalThis.addEventListener('online', this.#wake);
  }

  close() {
    globalThis.removeEventListener('online', this.#wake);
    clearTimeout(this.#timer);
    this.clear();
  }

  /** @param {Iterable<Blob>} files */
  add(files) {
    for (const file of files) {
      /** @type {Photo} */
      const photo = { file, url: URL.createObjectURL(file), state: 'sending', id: null };
      this.list = [...this.list, photo];
      this.#send(photo);
    }
    this.changed();
  }

  /** @param {Photo} photo */
  remove(photo) {
    URL.revokeObjectURL(photo.url);
    this.list = this.list.filter((each) => each !== photo);
    this.changed();
  }

  clear() {
    for (const { url } of this.list) URL.revokeObjectURL(url);
    this.list = [];
    this.changed();
  }

  /** @returns {string[]} of the photos the server has */
  ids() {
    return this.list.flatMap(({ id }) => (id ? [id] : []));
  }

  /** What is sent now goes without some of them. */
  get pending() {
    return this.list.some(({ state }) => state === 'sending' || state === 'waiting');
  }

  #retry() {
    clearTimeout(this.#timer);
    for (const photo of this.list) if (photo.state === 'waiting') this.#send(photo);
  }

  /** @param {Photo} photo */
  async #send(photo) {
    photo.state = 'sending';
    try {
      photo.id = (await api.uploadPhoto(photo.file)).id;
      photo.state = 'sent';
    } catch (fault) {
      photo.state = /** @type {any} */ (fault).offline ? 'waiting' : 'refused';
      clearTimeout(this.#timer);
      if (this.list.includes(photo)) this.#timer = setTimeout(this.#wake, RETRY_MILLIS);
    }
    this.changed();
  }
}
