// @ts-check
/** The signed-in worker's assignments, live; the receipt goes out by itself. */
import * as api from '../net/api.js';
import { LiveConnection } from '../net/live.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Assignment} Assignment */

const ACTIVE = new Set(['OFFERED', 'ACCEPTED', 'ARRIVED']);
/** @type {Record<string, string>} */
const STATE_AFTER = { accept: 'ACCEPTED', arrive: 'ARRIVED', done: 'DONE', refuse: 'REFUSED' };

/** Tells 'change', and 'arrived' (detail: Assignment) for each that is new. */
export class AssignmentBook extends Store {
  /** @type {Assignment[]} */
  list = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  #live = new LiveConnection();
  #outbox;
  /** @type {string | null} */
  #cursor = null;
  /** @type {Map<string, {id: string}[]>} photos by incident */
  #photos = new Map();
  /** @type {Set<string>} */
  #receipted = new Set();
  /** @type {Set<string>} */
  #opened = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon = undefined;

  /** @param {import('./outbox.js').Outbox} outbox */
  constructor(outbox) {
    super();
    this.#outbox = outbox;
    this.#live.addEventListener('state', () => this.changed());
    this.#outbox.addEventListener('sent', () => this.#loadSoon());
    this.#outbox.addEventListener('refused', () => this.#loadSoon());
  }

  get connection() {
    return this.#live.state;
  }

  open() {
    this.#live.subscribe({
      destination: '/user/queue/assignments',
      cursor: () => this.#cursor,
      onFrame: (frame) => this.#receive(frame),
      onReady: () => this.load(),
    });
    this.#live.open();
    return this.load();
  }

  close() {
    return this.#live.close();
  }

  async load() {
    try {
      const { items } = await api.listMyAssignments();
      this.#take(items.filter((/** @type {Assignment} */ { state }) => ACTIVE.has(state)));
      this.state = 'ready';
    } catch {
      if (this.state === 'loading') this.state = 'failed';
    }
    this.changed();
  }

  /** The worker has looked at it. @param {Assignment} assignment */
  lookAt(assignment) {
    if (assignment.state !== 'OFFERED' || this.#opened.has(assignment.id)) return;
    this.#opened.add(assignment.id);
    api.assignmentStep(assignment.id, 'opened', {}).catch(() => this.#opened.delete(assignment.id));
  }

  /** Shown at once, kept until the server has heard. @param {string} assignmentId @param {string} step @param {Record<string, unknown>} [body] */
  act(assignmentId, step, body = {}) {
    const next = STATE_AFTER[step];
    this.list = this.list.flatMap((each) => (each.id !== assignmentId ? [each] : ACTIVE.has(next) ? [{ ...each, state: next }] : []));
    this.changed();
    return this.#outbox.put({ kind: 'step', assignmentId, step, body });
  }

  /** @param {any} frame */
  #receive(frame) {
    if (frame.reset) this.#cursor = null;
    else this.#cursor = frame.cursor ?? this.#cursor;
    this.#loadSoon();
  }

  #loadSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.load(), 50);
  }

  /** What waits in the outbox is already true for the worker. @param {Assignment[]} items */
  #take(items) {
    const known = new Set(this.list.map(({ id }) => id));
    const first = this.state === 'loading';
    this.list = items.flatMap((item) => {
      const state = this.#outbox.stepsOf(item.id).map((step) => STATE_AFTER[step]).at(-1) ?? item.state;
      return ACTIVE.has(state) ? [this.#withPhotos({ ...item, state })] : [];
    });
    this.list.sort(byUrgency);
    for (const item of this.list) {
      this.#sendReceipt(item);
      this.#loadPhotos(item.incident.id);
      if (!first && !known.has(item.id)) this.dispatchEvent(new CustomEvent('arrived', { detail: item }));
    }
  }

  /** @param {Assignment} item */
  #withPhotos(item) {
    return { ...item, incident: { ...item.incident, attachments: this.#photos.get(item.incident.id) ?? [] } };
  }

  /** @param {string} incidentId */
  async #loadPhotos(incidentId) {
    if (this.#photos.has(incidentId)) return;
    this.#photos.set(incidentId, []);
    const detail = await api.getIncident(incidentId).catch(() => null);
    if (!detail?.attachments?.length) return;
    this.#photos.set(incidentId, detail.attachments);
    this.list = this.list.map((item) => (item.incident.id === incidentId ? this.#withPhotos(item) : item));
    this.changed();
  }

  /** @param {Assignment} item */
  #sendReceipt({ id, state }) {
    if (state !== 'OFFERED' || this.#receipted.has(id)) return;
    this.#receipted.add(id);
    api.assignmentStep(id, 'received', {}).catch(() => this.#receipted.delete(id));
  }
}

/** @param {Assignment} a @param {Assignment} b offers first, then what is due first */
function byUrgency(a, b) {
  const offered = Number(b.state === 'OFFERED') - Number(a.state === 'OFFERED');
  return offered || (a.incident.dueAt ?? '9').localeCompare(b.incident.dueAt ?? '9');
}
