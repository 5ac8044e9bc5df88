// @ts-check
import { LitElement, css, html } from 'lit';
import { markOf } from '../lib/marks.js';
import { countdown, momentOf } from '../lib/times.js';
import { Draft } from '../state/drafts.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { ownGround } from '../state/own-ground.js';
import { PhotoTray } from '../state/photos.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, categoryName, dueWords, placeOf, severityWord } from '../ui/words.js';
import { cardStyles } from './card-styles.js';
import '../map/area-map.js';
import '../ui/photo-picker.js';
import '../ui/state-mark.js';

/** One assignment: what, where, how urgent, and the next step under the thumb. `book` is an AssignmentBook. */
export class AssignmentCard extends LitElement {
  static properties = {
    assignment: { attribute: false },
    book: { attribute: false },
    here: { attribute: false },
    waiting: { type: Boolean },
    asking: { state: true },
    map: { state: true },
  };

  static styles = [shared, cardStyles];

  #stores = new StoreController(this, [language, catalogue, ownGround], 1000);
  #photos = new PhotoTray();
  /** @type {any[]} */
  #onMap = [];
  #meOnMap = { here: /** @type {any} */ (null), list: /** @type {any[]} */ ([]) };
  /** @type {IntersectionObserver | null} */
  #sight = null;

  constructor() {
    super();
    /** @type {any} */ this.assignment = null;
    /** @type {any} */ this.book = null;
    /** @type {{lon: number, lat: number} | null} */ this.here = null;
    this.waiting = false;
    /** @type {'none' | 'refuse' | 'done'} */ this.asking = 'none';
    this.map = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#draft.read().note) this.asking = this.assignment.state === 'ARRIVED' ? 'done' : 'none';
    this.#sight = new IntersectionObserver(([seen]) => seen.isIntersecting && document.visibilityState === 'visible' && this.book.lookAt(this.assignment), { threshold: 0.5 });
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight?.disconnect();
  }

  get #draft() {
    return new Draft(`assignment.${this.assignment.id}`);
  }

  render() {
    const { incident, state } = this.assignment;
    const mark = markOf(incident, Date.now());
    return html`<article aria-labelledby="what" data-state=${state}>
      ${state === 'OFFERED' ? this.#remaining() : ''}
      <div class="inside">
        <div class="row">
          <gw-mark .mark=${mark}></gw-mark>
          <h2 id="what" class="grow">${language.name(incident.categoryNames) || categoryName(incident.category)}</h2>
          <span class="small second">#${incident.number}</span>
        </div>
        <p class="row wrap small">
          <span class="chip">${t(`assignment.${state}`)}</span><span class="chip">${severityWord(incident.severity)}</span>
          <span class=${mark.tone === 'late' ? 'late' : 'second'}>${dueWords(incident)}</span>
        </p>
        <p class="place">${placeOf(incident) || t('field.onMap')}</p>
        ${incident.description ? html`<p class="told">${incident.description}</p>` : ''}
        ${this.#pictures(incident)} ${this.#where(incident)}
        <p class="small second">${t('field.reported')} ${ago(incident.reportedAt)}</p>
        ${this.waiting ? html`<p class="notice warn small" role="status">${t('field.stepWaiting')}</p>` : ''} ${this.#next(state)}
      </div>
    </article>`;
  }

  /** How long the offer stands, as a bar that shrinks. */
  #remaining() {
    const { offeredAt, expiresAt } = this.assignment;
    if (!expiresAt) return '';
    const left = momentOf(expiresAt) - Date.now();
    const part = Math.max(0, Math.min(100, (100 * left) / Math.max(1, momentOf(expiresAt) - momentOf(offeredAt))));
    return html`<div class="offer" role="timer" aria-label=${t('field.answerWithin', { span: countdown(left) })}>
      <span class="bar" aria-hidden="true"><i .style=${`inline-size:${part}%`}></i></span>
      <span class="small">${t('field.answerWithin', { span: countdown(left) })}</span>
    </div>`;
  }

  /** @param {any} incident */
  #pictures({ attachments = [] }) {
    if (attachments.length === 0) return '';
    return html`<ul class="pictures">
      ${attachments.map((/** @type {any} */ { id }) => html`<li><a href="/api/attachments/${id}" target="_blank" rel="noopener"><img loading="lazy" src="/api/attachments/${id}?size=thumb" alt=${t('photo.of.REPORT')} /></a></li>`)}
    </ul>`;
  }

  /** @param {any} incident */
  #where(incident) {
    if (incident.lon == null) return '';
    const far = 0.004;
    return html`<div class="row">
        <button class="grow" aria-expanded=${String(this.map)} @click=${this.#toggleMap}>${t(this.map ? 'field.hideMap' : 'field.showMap')}</button>
        <a class="button" href="geo:${incident.lat},${incident.lon}?q=${incident.lat},${incident.lon}">${t('field.route')}</a>
      </div>
      ${this.map
        ? html`<gw-map
            label=${t('console.map')}
            zoomInLabel=${t('map.in')}
            zoomOutLabel=${t('map.out')}
            .cells=${ownGround.cells}
            .incidents=${this.#shown(incident)}
            .boxes=${[[incident.lon - far, incident.lat - far, incident.lon + far, incident.lat + far]]}
            .workers=${this.#me()}
            .selected=${incident}
            .language=${language.current}
          ></gw-map>`
        : ''}`;
  }

  /** The same array as long as it is the same incident, so that the map paints only what changed. @param {any} incident */
  #shown(incident) {
    if (this.#onMap[0] !== incident) this.#onMap = [incident];
    return this.#onMap;
  }

  /** This phone as a worker on the map. */
  #me() {
    if (this.here !== this.#meOnMap.here) this.#meOnMap = { here: this.here, list: this.here ? [{ id: 0, onDuty: true, position: { ...this.here, at: new Date().toISOString() } }] : [] };
    return this.#meOnMap.list;
  }

  #toggleMap() {
    this.map = !this.map;
    ownGround.load();
  }

  /** @param {string} state */
  #next(state) {
    if (this.asking !== 'none') return this.#ask();
    if (state === 'OFFERED') {
      return html`<div class="actions">
        <button data-step="refuse" @click=${() => this.#start('refuse')}>${t('field.refuse')}</button>
        <button class="primary" data-step="accept" @click=${() => this.book.act(this.assignment.id, 'accept')}>${t('field.accept')}</button>
      </div>`;
    }
    return html`<div class="actions">
      <button data-step="refuse" ?hidden=${state !== 'ACCEPTED'} @click=${() => this.#start('refuse')}>${t('field.giveBack')}</button>
      ${state === 'ACCEPTED'
        ? html`<button class="primary" data-step="arrive" @click=${() => this.book.act(this.assignment.id, 'arrive')}>${t('field.arrive')}</button>`
        : html`<button class="primary" data-step="done" @click=${() => this.#start('done')}>${t('field.done')}</button>`}
    </div>`;
  }

  #ask() {
    const refusing = this.asking === 'refuse';
    return html`<form class="stack" @submit=${this.#submit}>
      <div class="field">
        <label for="note">${t(refusing ? 'field.whyRefuse' : 'field.whatDone')}</label>
        <textarea id="note" name="note" required .value=${this.#draft.read().note ?? ''} @input=${this.#keep}></textarea>
      </div>
      ${refusing ? '' : html`<gw-photos .tray=${this.#photos}></gw-photos>`}
      <div class="actions">
        <button type="button" @click=${() => (this.asking = 'none')}>${t('cancel')}</button>
        <button class=${refusing ? 'harm' : 'primary'} data-step="send">${t(refusing ? 'field.refuse' : 'field.finish')}</button>
      </div>
    </form>`;
  }

  /** @param {'refuse' | 'done'} asking */
  async #start(asking) {
    this.asking = asking;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('textarea'))?.focus();
  }

  /** @param {InputEvent} event */
  #keep(event) {
    this.#draft.keep({ note: /** @type {HTMLTextAreaElement} */ (event.target).value });
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const note = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('note')).trim();
    const attachments = this.#photos.ids();
    const body = this.asking === 'refuse' ? { reason: note } : { note, ...(attachments.length > 0 ? { attachments } : {}) };
    this.book.act(this.assignment.id, this.asking, body);
    this.#draft.clear();
    this.asking = 'none';
  }
}

customElements.define('gw-assignment', AssignmentCard);
