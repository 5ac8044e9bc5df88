// @ts-check
/** Everything that happens in one area: subscribe, then snapshot, then newer; after a break resume by cursor. */
import * as api from '../net/api.js';
import { LiveConnection } from '../net/live.js';
import { IncidentBoard } from './incidents.js';
import { Store } from './store.js';
import { WorkerBoard } from './workers.js';

/** @typedef {import('../lib/types.js').Entry} Entry */

const PAGE = 1000;

/** Tells 'change' for its own state and 'entries' (detail: Entry[]) for what happened. */
export class AreaWatch extends Store {
  incidents = new IncidentBoard();
  workers = new WorkerBoard();
  /** @type {'idle' | 'loading' | 'ready' | 'failed' | 'forbidden'} */
  state = 'idle';
  /** There are more open incidents than the snapshot held. */
  capped = false;
  #live = new LiveConnection();
  /** @type {number | null} */
  #area = null;
  #positions = false;
  /** @type {string | null} */
  #cursor = null;
  /** @type {Entry[] | null} kept until the snapshot is there */
  #early = null;

  #whole;

  /** @param {{whole?: boolean}} [wish] `whole`: what the snapshot could not hold is read page by page as well */
  constructor({ whole = false } = {}) {
    super();
    this.#whole = whole;
    this.#live.addEventListener('state', () => this.changed());
  }

  get connection() {
    return this.#live.state;
  }

  get heardAt() {
    return this.#live.heardAt;
  }

  /**
   * What every screen should know; for all areas alike.
   * @param {(frame: any) => void} onFrame @param {() => void} onReady the line is there (again): what was missed is to be loaded
   */
  notices(onFrame, onReady) {
    this.#live.subscribe({ destination: '/topic/notices', cursor: () => null, onFrame, onReady });
  }

  /** A topic beside the area's, told anew after a break. @param {string} destination @param {(frame: any) => void} onFrame */
  follow(destination, onFrame) {
    this.#live.subscribe({ destination, cursor: () => null, onFrame });
  }

  /** @param {string} destination */
  leave(destination) {
    this.#live.unsubscribe(destination);
  }

  open() {
    this.#live.open();
  }

  close() {
    return this.#live.close();
  }

  /** @param {number} area id; 0 is the whole installation @param {boolean} [positions] whether the caller may see where workers are */
  watch(area, positions = this.#positions) {
    if (this.#area !== null) this.#leave(this.#area);
    this.#area = area;
    this.#positions = positions;
    this.#start();
  }

  reload() {
    if (this.#area !== null) this.watch(this.#area);
  }

  #start() {
    const area = Number(this.#area);
    this.#cursor = null;
    this.#early = [];
    this.state = 'loading';
    this.changed();
    this.#live.subscribe({
      destination: `/topic/areas/${area}/incidents`,
      cursor: () => this.#cursor,
      onFrame: (frame) => this.#receive(area, frame),
      onReady: () => this.#subscribed(area),
    });
    if (this.#positions) this.#subscribePositions(area);
    setTimeout(() => this.#loadWithoutLive(area), 2500);
  }

  /** @param {number} area */
  #subscribePositions(area) {
    this.#live.subscribe({
      destination: `/topic/areas/${area}/positions`,
      cursor: () => null,
      onFrame: (frame) => this.workers.move(frame.positions ?? []),
    });
  }

  /** @param {number} area */
  #leave(area) {
    this.#live.unsubscribe(`/topic/areas/${area}/incidents`);
    this.#live.unsubscribe(`/topic/areas/${area}/positions`);
  }

  /** @param {number} area */
  #subscribed(area) {
    if (this.#cursor === null || this.#early) this.#loadSnapshot(area);
  }

  /** A screen without its live line still shows what is known. @param {number} area */
  #loadWithoutLive(area) {
    if (this.#area === area && this.state === 'loading' && this.#live.state !== 'live') this.#loadSnapshot(area, true);
  }

  /** @param {number} area @param {boolean} [again] the subscription will load it once more */
  async #loadSnapshot(area, again = false) {
    try {
      const snapshot = await api.getSnapshot(area);
      if (this.#area !== area) return;
      this.incidents.replace(snapshot.incidents, !!snapshot.more && this.#whole);
      this.workers.replace(snapshot.workers);
      this.capped = !!snapshot.more;
      this.state = 'ready';
      if (!again) this.#applyEarly(snapshot.cursor);
      if (!again && this.capped && this.#whole) this.#loadRest(area);
    } catch (fault) {
      if (this.#area !== area) return;
      this.state = [403, 404].includes(/** @type {any} */ (fault).status) ? 'forbidden' : 'failed';
    }
    this.changed();
  }

  /** Page by page; what happens meanwhile comes by the line and is newer. @param {number} area */
  async #loadRest(area) {
    let after;
    try {
      do {
        const page = await api.listIncidents({ area, limit: PAGE, after });
        if (this.#area !== area) return;
        this.incidents.fill(page.items);
        after = page.next;
      } while (after);
      this.capped = false;
    } catch {
      // It stays capped, and says so.
    }
    this.incidents.filled();
    this.changed();
  }

  /** @param {string} cursor of the snapshot */
  #applyEarly(cursor) {
    const early = this.#early ?? [];
    this.#early = null;
    this.#cursor ??= cursor;
    this.#apply(early);
  }

  /** @param {number} area @param {any} frame */
  #receive(area, frame) {
    if (this.#area !== area) return;
    if (frame.reset) return this.reload();
    const entries = /** @type {Entry[]} */ (frame.entries ?? []);
    this.#cursor = frame.cursor ?? this.#cursor;
    if (this.#early) this.#early.push(...entries);
    else this.#apply(entries);
  }

  /** @param {Entry[]} entries */
  #apply(entries) {
    for (const entry of entries) {
      if (entry.kind === 'duty.changed') this.#applyDuty(entry);
      else this.incidents.apply(entry);
    }
    if (entries.length > 0) this.dispatchEvent(new CustomEvent('entries', { detail: entries }));
  }

  /** @param {Entry} entry */
  async #applyDuty({ workerId, payload }) {
    const id = Number(workerId ?? payload.workerId);
    if (this.workers.changeDuty(id, !!payload.onDuty) || this.#area === null) return;
    const { workers } = await api.getSnapshot(this.#area).catch(() => ({ workers: null }));
    if (workers) this.workers.replace(workers);
  }
}
