// @ts-check
/** The operator's queue: the open incidents of the watched area in order, narrowed by a choice, with those that are marked. */
import { hasEnded } from '../lib/marks.js';
import { FILTERS, arrange, passes } from '../lib/queue.js';
import { EVERYTHING, isKeptBy } from '../lib/queue-choice.js';
import { indexOf, layOut, rowAt } from '../lib/queue-layout.js';
import { SortedIncidents } from '../lib/sorted-incidents.js';
import { catalogue } from './catalogue.js';
import { language } from './language.js';
import { session } from './session.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */

const PAUSE_MILLIS = 200;
const READ_AGAIN_MILLIS = 10_000;

export class Queue extends Store {
  /** @type {import('../lib/queue-choice.js').QueueChoice} */
  choice = EVERYTHING;
  /** @type {ReadonlySet<string>} the ids of those marked for a step together */
  marked = new Set();
  /** What the map shows, for the scope `view`. @type {import('../lib/shapes.js').Box | null} */
  box = null;
  /** In sections, as the list shows them. */
  laid = layOut([]);
  /** How many each filter would show. @type {Record<string, number>} */
  counts = {};
  #board;
  #sorted = new SortedIncidents();
  /** @type {WeakMap<Incident, string>} in small letters, what words are looked for in */
  #texts = new WeakMap();
  #stale = true;
  #readAt = 0;

  /** @param {import('./incidents.js').IncidentBoard} board */
  constructor(board) {
    super(PAUSE_MILLIS);
    this.#board = board;
    board.addEventListener('change', () => {
      this.#stale = true;
      this.changed();
    });
    for (const store of [language, catalogue]) store.addEventListener('change', () => this.#forgetTexts());
  }

  /** Before what is laid out is read: lays it out anew where the board has changed or time has gone on. */
  refresh() {
    const now = Date.now();
    if (!this.#stale && now - this.#readAt < READ_AGAIN_MILLIS) return;
    this.#stale = false;
    this.#readAt = now;
    this.#sorted.update(this.#board.list());
    const seen = this.#sorted.items.filter((incident) => !hasEnded(incident.stage) && this.#matches(incident));
    this.counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0]));
    for (const incident of seen) for (const filter of FILTERS) if (passes(incident, filter, now)) this.counts[filter]++;
    this.laid = layOut(arrange(seen, this.choice.kind, now));
    if (this.marked.size > 0) this.marked = new Set([...this.marked].filter((id) => this.#board.find(id)));
  }

  /** @returns {Incident[]} what the list shows, in its order */
  get shown() {
    this.refresh();
    return this.laid.sections.flatMap(({ items }) => [...items]);
  }

  get size() {
    return this.#board.size;
  }

  /** @param {Partial<import('../lib/queue-choice.js').QueueChoice>} choice what is to be other than now */
  choose(choice) {
    this.choice = { ...this.choice, ...choice };
    this.#stale = true;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {import('../lib/shapes.js').Box | null} box west, south, east, north */
  look(box) {
    this.box = box;
    if (this.choice.scope === 'view') this.choose({});
  }

  /** Forward or back from one. @param {string | null} id @param {number} by @returns {Incident | null} */
  neighbour(id, by) {
    const at = indexOf(this.laid.sections, id);
    const next = at < 0 ? 0 : Math.max(0, Math.min(this.laid.count - 1, at + by));
    return rowAt(this.laid.sections, next)?.incident ?? null;
  }

  // What is marked.

  /** @returns {Incident[]} in no order */
  get markedIncidents() {
    return [...this.marked].flatMap((id) => this.#board.find(id) ?? []);
  }

  /** @param {Iterable<string>} ids */
  mark(ids) {
    this.marked = new Set(ids);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} id @param {boolean} [on] */
  toggle(id, on = !this.marked.has(id)) {
    const next = new Set(this.marked);
    if (on) next.add(id);
    else next.delete(id);
    this.mark(next);
  }

  /** Everything between two rows, beside what is marked already. @param {string | null} from @param {string} to */
  markBetween(from, to) {
    const ends = [indexOf(this.laid.sections, from), indexOf(this.laid.sections, to)];
    const [low, high] = [Math.max(0, Math.min(...ends)), Math.max(...ends)];
    const ids = this.laid.sections.flatMap(({ items, first }) => items.slice(Math.max(0, low - first), Math.max(0, high + 1 - first)).map(({ id }) => id));
    this.mark([...this.marked, ...ids]);
  }

  markAll() {
    this.mark(this.laid.sections.flatMap(({ items }) => items.map(({ id }) => id)));
  }

  /** Words are looked for in the reader's language. */
  #forgetTexts() {
    this.#texts = new WeakMap();
    this.choose({});
  }

  /** @param {Incident} incident */
  #matches(incident) {
    const { severity, category, words, keeper, scope } = this.choice;
    if (severity.length > 0 && !severity.includes(incident.severity)) return false;
    if (category.length > 0 && !category.includes(incident.category)) return false;
    if (!isKeptBy(incident.keeper, keeper, session.user?.id)) return false;
    if (scope === 'mine' && !mayAct(incident.areaPath)) return false;
    if (scope === 'view' && this.box && !within(incident, this.box)) return false;
    const wanted = words.trim().toLowerCase();
    return !wanted || this.#textOf(incident).includes(wanted);
  }

  /** @param {Incident} incident */
  #textOf(incident) {
    let text = this.#texts.get(incident);
    if (text === undefined) {
      text = [`#${incident.number}`, incident.placeText, ...Object.values(incident.address?.names ?? {}), incident.assignee?.name, catalogue.nameOf(incident.category, language.current)].join('\n').toLowerCase();
      this.#texts.set(incident, text);
    }
    return text;
  }
}

/** @param {string | null} path */
function mayAct(path) {
  return !!session.user?.roles.some(({ role, areaPath }) => role === 'OPERATOR' && (path ?? '').startsWith(areaPath));
}

/** @param {Incident} incident @param {import('../lib/shapes.js').Box} box */
function within({ lon, lat }, [west, south, east, north]) {
  return lon != null && lat != null && lon >= west && lon <= east && lat >= south && lat <= north;
}
