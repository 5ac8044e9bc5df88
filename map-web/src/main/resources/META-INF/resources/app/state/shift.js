// @ts-check
/** What a shift hands over to the next one: the summary of an area since a moment, and the notes. */
import * as api from '../net/api.js';
import { session } from './session.js';
import { Store } from './store.js';

const HOUR = 3_600_000;
const READERS = ['OPERATOR', 'LEADER', 'ADMINISTRATOR'];

export class ShiftStore extends Store {
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {any} */
  summary = null;
  /** @type {'note' | '8' | '12' | '24'} since the last note, or so many hours */
  span = 'note';
  area = 0;
  busy = false;
  /** @type {import('../net/http.js').Problem | null} */
  problem = null;
  #asked = 0;

  /** The areas in which this person has a desk; 0 is all of them together. */
  get areas() {
    const roles = session.user?.roles.filter(({ role }) => READERS.includes(role)) ?? [];
    return [...new Map(roles.filter(({ areaPath }) => areaPath !== '').map(({ areaId, areaNames, areaCode }) => [areaId, { id: areaId, names: areaNames, code: areaCode }])).values()];
  }

  /** A note is for one area; whoever has several chooses one first. */
  get mayWrite() {
    return !!session.user?.roles.some(({ role, areaId, areaPath }) => role === 'OPERATOR' && (areaPath === '' || areaId === this.area));
  }

  open() {
    const { areas } = this;
    const everywhere = session.user?.roles.some(({ areaPath }) => areaPath === '');
    this.area = !everywhere && areas.length === 1 ? areas[0].id : 0;
    return this.load();
  }

  /** @param {{area?: number, span?: ShiftStore['span']}} choice */
  choose({ area = this.area, span = this.span }) {
    this.area = area;
    this.span = span;
    return this.load();
  }

  async load() {
    const asked = ++this.#asked;
    const since = this.span === 'note' ? undefined : new Date(Date.now() - Number(this.span) * HOUR).toISOString();
    try {
      const summary = await api.getShiftSummary({ area: this.area, since });
      if (asked !== this.#asked) return;
      Object.assign(this, { summary, state: 'ready' });
    } catch {
      if (asked !== this.#asked) return;
      this.state = 'failed';
    }
    this.changed();
  }

  /** @param {string} note @returns {Promise<boolean>} whether it was left */
  async write(note) {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.changed();
    try {
      await api.writeShiftNote({ areaId: this.area, note });
      return true;
    } catch (fault) {
      this.problem = /** @type {import('../net/http.js').Problem} */ (fault);
      return false;
    } finally {
      this.busy = false;
      const { summary } = this;
      await this.load();
      if (this.span === 'note' && summary && this.summary) this.summary = { ...this.summary, since: summary.since, counts: summary.counts };
      this.changed();
    }
  }
}
