// @ts-check
/** The open incidents of the watched area, kept true by journal entries. */
import { hasEnded, isLate } from '../lib/marks.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {import('../lib/types.js').Entry} Entry */

const UNASSIGNING = new Set(['assignment.refused', 'assignment.expired', 'assignment.recalled', 'assignment.done']);
const PAUSE_MILLIS = 100;
/** Queue, figures and map read all of them after each telling: ten times as many are told of less often. */
const PAUSE_MILLIS_EACH = 0.01;

export class IncidentBoard extends Store {
  /** @type {Map<string, Incident>} */
  #byId = new Map();
  /** While pages come: what ended since the snapshot, which a page that was read before does not bring back. @type {Set<string> | null} */
  #gone = null;

  constructor() {
    super(() => Math.max(PAUSE_MILLIS, PAUSE_MILLIS_EACH * this.#byId.size));
  }

  /** @param {Incident[]} incidents @param {boolean} [more] pages will follow, and `filled` after them */
  replace(incidents, more = false) {
    this.#byId = new Map(incidents.map((incident) => [incident.id, incident]));
    this.#gone = more ? new Set() : null;
    this.changed();
  }

  /** More of the same moment, or older: what is known already is newer. @param {Incident[]} incidents */
  fill(incidents) {
    for (const incident of incidents) {
      if (!this.#byId.has(incident.id) && !this.#gone?.has(incident.id)) this.#byId.set(incident.id, incident);
    }
    this.changed();
  }

  /** No page follows. */
  filled() {
    this.#gone = null;
  }

  /** Entries may come twice or late: an older version never replaces a newer one. @param {Entry} entry */
  apply(entry) {
    const incoming = entry.payload?.incident;
    if (entry.kind === 'dispatch.waiting') return this.#wait(entry);
    if (!incoming) return;
    const known = this.#byId.get(incoming.id);
    if (known && known.version > incoming.version) return;
    if (hasEnded(incoming.stage)) this.#end(incoming.id);
    else {
      this.#gone?.delete(incoming.id);
      this.#byId.set(incoming.id, merge(known, incoming, entry.kind));
    }
    this.changed();
  }

  /** @param {string} id */
  find(id) {
    return this.#byId.get(id);
  }

  list() {
    return [...this.#byId.values()];
  }

  get size() {
    return this.#byId.size;
  }

  /** @param {number} now milliseconds */
  countLate(now) {
    let count = 0;
    for (const incident of this.#byId.values()) if (isLate(incident, now)) count++;
    return count;
  }

  /** @param {string} id */
  #end(id) {
    this.#byId.delete(id);
    this.#gone?.add(id);
  }

  /** @param {Entry} entry */
  #wait({ payload }) {
    const id = payload.incident?.id ?? payload.incidentId;
    const known = this.#byId.get(id) ?? payload.incident;
    if (!known || known.version > (payload.incident?.version ?? known.version)) return;
    this.#byId.set(id, { ...known, ...payload.incident, assignee: null, waiting: payload.reason ?? 'waiting' });
    this.changed();
  }
}

/** @param {Incident | undefined} known @param {Incident} incoming @param {string} kind @returns {Incident} */
function merge(known, incoming, kind) {
  const resting = incoming.stage === 'FILED' || incoming.stage === 'COLLECTED';
  const keeps = !UNASSIGNING.has(kind) && !resting && !kind.startsWith('assignment.');
  const assignee = incoming.assignee ?? (keeps ? (known?.assignee ?? null) : null);
  const ended = UNASSIGNING.has(kind);
  return { ...incoming, assignee: ended ? null : assignee, waiting: resting && !assignee ? known?.waiting : null };
}
