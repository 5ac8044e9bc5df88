// @ts-check
/** The last things that happened, one line for each incident, the newest first. */
import { isLate } from '../lib/marks.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{incident: Incident, kind: string, at: number, worker: {id: number, name: string} | null}} Line `kind` of an entry, `late`, or `stage` for what was there before */

const MOST_LINES = 12;
const PAUSE_MILLIS = 500;
const TOLD = new Set([
  'incident.reported', 'incident.dismissed', 'incident.closed', 'incident.reworked', 'incident.reopened',
  'assignment.offered', 'assignment.accepted', 'assignment.refused', 'assignment.expired', 'assignment.recalled', 'assignment.arrived', 'assignment.done',
  'dispatch.waiting',
]);

export class Ticker extends Store {
  /** @type {Line[]} */
  lines = [];
  /** Whether what was there is known; until then nothing can be said to be quiet. */
  begun = false;
  #seenUntil = Date.now();

  constructor() {
    super(PAUSE_MILLIS);
  }

  /** What was there when the wall was opened. @param {Incident[]} incidents */
  begin(incidents) {
    const newest = [...incidents].sort((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1)).slice(0, MOST_LINES);
    this.lines = newest.map((incident) => ({ incident, kind: 'stage', at: Date.parse(incident.reportedAt), worker: holder(incident) }));
    this.#seenUntil = Date.now();
    this.begun = true;
    this.changed();
  }

  /** @param {import('../lib/types.js').Entry[]} entries */
  follow(entries) {
    for (const { kind, at, payload, workerId } of entries) {
      if (!TOLD.has(kind) || !payload?.incident) continue;
      const id = workerId ?? payload.assignment?.workerId ?? payload.incident.assignee?.workerId;
      this.#put({ incident: payload.incident, kind, at: Date.parse(at), worker: id ? { id, name: payload.incident.assignee?.name ?? '' } : null });
    }
  }

  /** Time has passed: whose limit ran out since it was last asked. @param {Incident[]} incidents @param {number} now */
  look(incidents, now) {
    const before = this.#seenUntil;
    this.#seenUntil = now;
    for (const incident of incidents) {
      if (isLate(incident, now) && !isLate(incident, before)) this.#put({ incident, kind: 'late', at: Date.parse(String(incident.dueAt)), worker: holder(incident) });
    }
  }

  /** @param {Line} line */
  #put(line) {
    const others = this.lines.filter(({ incident }) => incident.id !== line.incident.id);
    this.lines = [line, ...others].slice(0, MOST_LINES);
    this.changed();
  }
}

/** @param {Incident} incident */
function holder({ assignee }) {
  return assignee ? { id: assignee.workerId, name: assignee.name } : null;
}
