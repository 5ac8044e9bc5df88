// @ts-check
/** The scenes that a wall goes through, and which one it shows. */
import * as api from '../net/api.js';
import { Store } from './store.js';

/** @typedef {import('../lib/shapes.js').Box} Box */
/** @typedef {'LOAD' | 'LATE' | 'NONE'} Tint */
/** @typedef {{id: number, name: string, areaId: number, areaNames: Record<string, string> | null, view: Box | null, box: Box | null, tint: Tint, seconds: number, version: number}} Scene */

const KEPT = 'gridward.wall.turning';

export class Scenes extends Store {
  /** @type {Scene[]} */
  list = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** Whether scenes take turns. */
  turning = localStorage.getItem(KEPT) !== 'off';
  /** @type {Scene | null} the one that is shown; null: the whole area */
  current = null;
  /** When it is the next one's turn. */
  #until = Infinity;
  #heldUntil = 0;

  async load() {
    try {
      this.list = (await api.listWallScenes()).items;
      this.state = 'ready';
      const current = this.list.find(({ id }) => id === this.current?.id) ?? null;
      if (current?.version !== this.current?.version) this.show(current);
      if (!this.current) this.#until = 0;
    } catch {
      this.state = this.list.length > 0 ? 'ready' : 'failed';
    }
    this.changed();
  }

  /** @param {Scene | null} scene */
  show(scene) {
    this.current = scene;
    this.#until = Date.now() + (scene?.seconds ?? 0) * 1000;
    this.changed();
  }

  /** Nothing turns for a while: somebody looks around, or something is shown. @param {number} millis */
  hold(millis) {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + millis);
  }

  /** @param {boolean} turning */
  turn(turning) {
    this.turning = turning;
    localStorage.setItem(KEPT, turning ? 'on' : 'off');
    this.#until = Date.now();
    this.changed();
  }

  /** Time has passed. @returns {boolean} true when another scene is shown now */
  tick() {
    const now = Date.now();
    if (!this.turning || this.list.length === 0 || now < this.#until || now < this.#heldUntil) return false;
    const place = this.list.findIndex(({ id }) => id === this.current?.id);
    const next = this.list[(place + 1) % this.list.length];
    const other = next.id !== this.current?.id;
    this.show(next);
    return other;
  }

  /** @param {Partial<Scene> & {name: string}} scene with an id: changes it @returns {Promise<void>} throws the server's problem */
  async save({ id, name, areaId, view, tint, seconds, version }) {
    const body = { name, areaId, view, tint, seconds };
    if (id) await api.updateWallScene(id, { ...body, version });
    else await api.createWallScene(body);
    await this.load();
  }

  /** @param {number} id */
  async remove(id) {
    await api.removeWallScene(id);
    await this.load();
  }
}
