// @ts-check
/**
 * What calls an operator who looks elsewhere: a tone and a notice of the desktop when something critical comes in or
 * something becomes late. Both are off until the person turns them on; kept in this browser for this person.
 */
import { chime } from '../lib/chime.js';
import { hasEnded, isLate } from '../lib/marks.js';
import { catalogue } from './catalogue.js';
import { language, t } from './language.js';
import { session } from './session.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{sound: boolean, desktop: boolean}} Wish */

const LOOK_MILLIS = 5000;
/** Several at once are one call. */
const AGAIN_MILLIS = 4000;

export class Alerts extends Store {
  /** @type {Wish} */
  wish = { sound: false, desktop: false };
  /** The person wanted notices and the browser has refused them. */
  refused = false;
  /** Shows an incident. @type {(id: string) => void} */
  onOpen = () => {};
  #board;
  /** @type {Set<string>} late when last looked */
  #late = new Set();
  #looked = false;
  #calledAt = 0;
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;

  /** @param {import('./incidents.js').IncidentBoard} board */
  constructor(board) {
    super();
    this.#board = board;
  }

  /** Once somebody is signed in. */
  open() {
    this.wish = this.#read();
    if (this.wish.desktop && globalThis.Notification?.permission !== 'granted') this.wish = { ...this.wish, desktop: false };
    this.#timer = setInterval(() => this.#look(), LOOK_MILLIS);
    this.changed();
  }

  close() {
    clearInterval(this.#timer);
    this.#audio?.close();
    this.#audio = null;
  }

  get on() {
    return this.wish.sound || this.wish.desktop;
  }

  /** By a click only: a browser lets a page ask and sound no sooner. @param {boolean} sound */
  wantSound(sound) {
    if (sound) this.#sound('critical');
    this.#keep({ sound });
  }

  /** By a click only. @param {boolean} desktop */
  async wantDesktop(desktop) {
    const granted = desktop && (await globalThis.Notification?.requestPermission()) === 'granted';
    this.refused = desktop && !granted;
    this.#keep({ desktop: granted });
  }

  /** @param {import('../lib/types.js').Entry[]} entries */
  follow(entries) {
    const came = entries.find(({ kind, payload }) => (kind === 'incident.reported' || kind === 'incident.recategorised') && payload?.incident?.severity === 'CRITICAL');
    if (came) this.#call('critical', [came.payload.incident]);
  }

  /** The board was filled anew: what is late in it is no news. */
  forget() {
    this.#looked = false;
  }

  #look() {
    const now = Date.now();
    const late = this.#board.list().filter((incident) => !hasEnded(incident.stage) && isLate(incident, now));
    const news = late.filter(({ id }) => !this.#late.has(id));
    this.#late = new Set(late.map(({ id }) => id));
    if (this.#looked && news.length > 0) this.#call('late', news);
    this.#looked = this.#board.size > 0;
  }

  /** @param {import('../lib/chime.js').Tune} tune @param {Incident[]} incidents */
  #call(tune, incidents) {
    if (Date.now() - this.#calledAt < AGAIN_MILLIS) return;
    this.#calledAt = Date.now();
    if (this.wish.sound) this.#sound(tune);
    if (this.wish.desktop) this.#notify(tune, incidents);
  }

  /** @param {import('../lib/chime.js').Tune} tune */
  #sound(tune) {
    this.#audio ??= new AudioContext();
    this.#audio.resume().then(() => this.#audio && chime(this.#audio, tune), () => {});
    this.dispatchEvent(new CustomEvent('sounded', { detail: tune }));
  }

  /** No caller, no words of the report: a desktop is seen by others. @param {import('../lib/chime.js').Tune} tune @param {Incident[]} incidents */
  #notify(tune, incidents) {
    const [first] = incidents;
    const words = incidents.length === 1 ? `#${first.number} ${catalogue.nameOf(first.category, language.current)}` : t('alerts.several', { n: incidents.length });
    const notice = new Notification(t(`alerts.${tune}`), { body: words, tag: `gridward-${tune}`, icon: '/app/icon.svg' });
    notice.onclick = () => {
      globalThis.focus();
      this.onOpen(first.id);
      notice.close();
    };
  }

  /** @param {Partial<Wish>} wish */
  #keep(wish) {
    this.wish = { ...this.wish, ...wish };
    localStorage.setItem(this.#key(), JSON.stringify(this.wish));
    this.changed();
  }

  #read() {
    try {
      return { ...this.wish, ...JSON.parse(localStorage.getItem(this.#key()) ?? '{}') };
    } catch {
      return this.wish;
    }
  }

  #key() {
    return `gridward.alerts.${session.user?.id ?? 0}`;
  }
}
