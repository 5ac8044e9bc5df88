// @ts-check
/** Everything an operator can do in the console, as methods: buttons, keys, the map and the palette all come here. */
import { BATCH_STEPS, DISPATCH_STEPS, STEPS, mayKeep, mayStep } from '../lib/commands.js';
import { isWithin } from '../lib/lasso.js';
import { t } from '../state/language.js';
import { session } from '../state/session.js';
import { toasts } from '../state/toasts.js';
import { offerUndoOfAll, takeBack } from '../state/undo.js';

const JUMP_ZOOM = 17;
const CASE_ZOOM = 16;
const PLACE_ZOOM = 15;

export class ConsoleCommands {
  /** @param {import('./console-state.js').ConsoleState} state */
  constructor(state) {
    this.state = state;
  }

  newIncident() {
    if (this.state.mayReport) this.state.become('form', 'new');
  }

  /** A step of all that are marked, else of the case. @param {string} name */
  async take(name) {
    if (this.state.queue.marked.size > 0) return this.#takeForMarked(name);
    await this.state.case.loaded;
    const { panel, mayAct, case: store } = this.state;
    if (panel !== 'case' || !mayAct || !mayStep(store.detail, name)) return;
    if (name === 'assign') this.state.tell('candidates-show');
    else this.ask(DISPATCH_STEPS[name] ?? /** @type {any} */ (STEPS.find((step) => step.name === name)));
  }

  /** Closes what is done, else what needs no worker. */
  async closeIncident() {
    await this.state.case.loaded;
    const { marked, markedIncidents } = this.state.queue;
    const done = marked.size > 0 ? markedIncidents.some(({ stage }) => stage === 'FED_BACK') : mayStep(this.state.case.detail ?? { stage: '', placement: '' }, 'close');
    this.take(done ? 'close' : 'settle');
  }

  /** Takes the case, lets it go, or asks to whom it goes. @param {string} order of KEEPING */
  async keep(order) {
    await this.state.case.loaded;
    const { panel, mayAct, case: store } = this.state;
    if (panel === 'case' && mayAct && store.detail && !store.busy && mayKeep(store.detail, order, session.user?.id)) this.state.tell('keeping', order);
  }

  /** The caller's last step at the case. */
  takeBack() {
    const { detail } = this.state.case;
    if (detail) takeBack(detail.id, detail.number);
  }

  /** One step back: the choice of a place or of a worker, else the panel, else the marks. */
  back() {
    this.state.pinned = null;
    if (this.state.map.tool !== 'none') return this.state.map.take('none');
    if (this.state.panel === 'none' && this.state.picking === 'none') this.state.queue.mark([]);
    if (this.state.picking === 'locate') return this.state.become(this.state.panel, 'none');
    if (this.state.panel === 'case' && this.state.case.choosing) return this.state.case.choose(false);
    this.state.become('none', 'none');
    this.state.case.select(null);
    this.state.facilities.select(null);
    this.state.tell('queue-focus');
  }

  /** @param {number} id */
  chooseArea(id) {
    this.state.alerts.forget();
    this.state.areas.choose(id);
    this.state.watch.watch(id);
    this.state.facilities.load(id);
  }

  /** @param {string} id */
  show(id) {
    this.state.pinned = null;
    this.state.become('case', 'none');
    this.state.case.select(id);
    const incident = this.state.watch.incidents.find(id);
    if (incident?.lon != null && incident.lat != null) this.state.reveal(incident.lon, incident.lat);
  }

  /** The map goes to a place that was looked up, and marks it. @param {{lon: number, lat: number}} place */
  jump({ lon, lat }) {
    if (this.state.panel === 'none' || this.state.panel === 'place') this.state.pinned = { lon, lat };
    this.state.reveal(lon, lat, JUMP_ZOOM);
    this.state.changed();
  }

  /** The place of the case that is looked at. */
  showOnMap() {
    const { lon, lat } = this.state.selected ?? {};
    if (lon != null && lat != null) this.state.reveal(lon, lat, CASE_ZOOM);
  }

  /** A place on the map was chosen: what that means depends on what is under way. @param {number} lon @param {number} lat */
  pickPlace(lon, lat) {
    if (this.state.panel === 'place-form') return this.state.draft.place(lon, lat);
    if (this.state.panel === 'place') return this.back();
    if (this.state.picking === 'locate') return this.#locate(lon, lat);
    if (this.state.panel !== 'form' && !this.state.mayReport) return;
    if (this.state.panel === 'case') return this.back();
    this.newIncident();
    this.state.report.place(lon, lat);
  }

  /** What a line drawn by hand goes around is marked, beside what is marked already. @param {{lon: number, lat: number}[]} ring */
  markWithin(ring) {
    const corners = ring.map(({ lon, lat }) => ({ x: lon, y: lat }));
    const { queue } = this.state;
    const within = queue.shown.filter(({ lon, lat }) => lon != null && lat != null && isWithin({ x: lon, y: lat }, corners));
    queue.mark([...queue.marked, ...within.map(({ id }) => id)]);
    this.state.say(t('batch.marked', { n: queue.marked.size }));
  }

  /** @param {number} id */
  pickWorker(id) {
    const worker = this.state.watch.workers.find(id);
    if (worker) this.state.say(worker.name);
    const mine = this.state.incidents.find(({ assignee }) => assignee?.workerId === id);
    if (mine) this.show(mine.id);
  }

  /** @param {number} id */
  async pickFacility(id) {
    const found = await this.state.facilities.select(id);
    if (found === 'failed') toasts.show(t('facility.notRead'), { kind: 'bad' });
    if (found === 'failed' || found === 'late') return;
    this.state.become(this.state.panel === 'form' || this.state.panel === 'place-form' ? this.state.panel : 'place', 'none');
  }

  /** From a case: it stays open. @param {{id: number, lon: number, lat: number}} facility */
  pointAtFacility({ id, lon, lat }) {
    this.state.facilities.select(id);
    this.state.reveal(lon, lat, PLACE_ZOOM);
  }

  newFacility() {
    this.state.facilities.select(null);
    if (!this.state.draft.unfinished) this.state.draft.begin(null);
    this.state.become('place-form', 'none');
  }

  /** @param {boolean} editing */
  editFacility(editing) {
    this.state.become(editing ? 'place-form' : 'place', this.state.picking);
  }

  /** @param {number} id */
  facilitySaved(id) {
    this.state.become('place', this.state.picking);
    this.state.say(t('facility.saved'));
    this.state.facilities.select(id);
    this.state.facilities.refresh();
  }

  /** @param {{id: string, number: number}} receipt */
  filed({ id, number }) {
    this.state.say(t('console.filed', { n: number }));
    this.show(id);
  }

  /** @param {import('../lib/commands.js').Step} step */
  ask(step) {
    if (step.asks === 'place') this.state.become(this.state.panel, 'locate');
    else this.state.tell('step-ask', step);
  }

  /** @param {string} step @param {Record<string, unknown>} body */
  async run(step, body) {
    await this.state.case.run(step, body);
    this.state.pinned = null;
    this.state.changed();
  }

  /** What was refused stays marked. @param {{step: import('../lib/commands.js').Step, done: {id: string, number: number}[], refused: {id: string}[]}} outcome */
  batchDone({ step, done, refused }) {
    this.state.queue.mark(refused.map(({ id }) => id));
    if (done.length > 0) offerUndoOfAll(done, step.name, t('batch.toast', { step: t(`step.${step.name}`), n: done.length }));
  }

  /** @param {string} name */
  #takeForMarked(name) {
    const step = BATCH_STEPS.find((each) => each.name === name);
    if (step && this.state.mayReport) this.state.tell('batch-ask', step);
  }

  /** @param {number} lon @param {number} lat */
  #locate(lon, lat) {
    this.state.pinned = { lon, lat };
    this.state.become(this.state.panel, 'none');
    this.state.tell('step-ask', { name: 'locate', asks: 'place', place: { lon, lat }, placeName: `${lat.toFixed(5)}, ${lon.toFixed(5)}` });
  }
}
