// @ts-check
import { LitElement, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../map/area-map.js';
import './wall-call.js';
import './wall-clock.js';
import './wall-controls.js';
import './wall-figures.js';
import './wall-hours.js';
import './wall-place.js';
import './wall-scenes.js';
import './wall-ticker.js';
import { banner, legend, whole } from './wall-parts.js';
import { WallState } from './wall-state.js';
import { titleOf } from './wall-words.js';
import { Director } from './director.js';
import { wallStyles } from './wall-styles.js';

const TINT_KEPT = 'gridward.wall.tint';
const TOUCH_MILLIS = 8000;
const TOUCHES = ['pointermove', 'pointerdown', 'keydown'];

/** The wall: the map fills the screen, figures and words stand at its edges, nothing needs a hand. */
export class WallPage extends LitElement {
  static properties = { touched: { state: true }, unit: { state: true }, said: { state: true }, tint: { state: true } };
  static styles = [shared, wallStyles];

  #state = new WallState();
  #director = new Director(() => this.#mapElement(), this.#state.scenes, this.#state.calls);
  #stores = new StoreController(this, [language, session, catalogue, this.#state, this.#director]);
  #called = () => this.#say();
  #resized = async () => {
    this.unit = unitOf();
    await this.updateComplete;
    this.#director.showScene();
  };
  #touch = () => this.#touched();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #untouch = undefined;

  constructor() {
    super();
    this.touched = false;
    this.unit = unitOf();
    this.said = '';
    /** @type {import('../map/map-layers.js').Tint} */ this.tint = localStorage.getItem(TINT_KEPT) === 'late' ? 'late' : 'load';
    this.#state.addEventListener('refresh', () => this.#mapElement()?.refresh());
    this.#state.addEventListener('tick', () => this.#director.tick());
    this.#state.addEventListener('pulse', (event) => this.#pulse(/** @type {CustomEvent} */ (event)));
    this.#state.addEventListener('signin', () => location.assign('/signin?next=/wall'));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#state.calls.addEventListener('change', this.#called);
    addEventListener('resize', this.#resized);
    for (const type of TOUCHES) addEventListener(type, this.#touch);
    this.#director.start();
    this.#state.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#state.calls.removeEventListener('change', this.#called);
    removeEventListener('resize', this.#resized);
    for (const type of TOUCHES) removeEventListener(type, this.#touch);
    this.#director.stop();
    clearTimeout(this.#untouch);
    this.#state.close();
  }

  render() {
    document.title = `${t('wall.title')} · Gridward`;
    document.documentElement.lang = language.current === 'zh' ? 'zh-CN' : 'en';
    if (session.state === 'failed') return whole('problem.offline');
    if (session.state === 'loading' || !session.user) return whole('loading');
    if (!this.#state.allowed) return whole('wall.forbidden', session.home());
    const { areas, watch, figures, scenes, facilities, lost, mayEdit } = this.#state;
    return html`<main class="${this.touched ? 'touched' : ''} ${lost ? 'stale' : ''}">
      <h1 class="unseen">${t('wall.title')}</h1>
      ${this.#map()}
      <gw-wall-call .incident=${this.#state.called} .spot=${this.#director.spot}></gw-wall-call>
      <div class="corner top left">
        <gw-wall-figures .store=${figures}></gw-wall-figures>
        <gw-wall-place class="chip" .areas=${areas} .scenes=${scenes} .figures=${figures}></gw-wall-place>
      </div>
      <div class="corner top right">
        <gw-wall-clock .connection=${watch.connection} .heardAt=${watch.heardAt}></gw-wall-clock>
        <gw-wall-ticker .store=${this.#state.ticker} .incidents=${watch.incidents} .workers=${watch.workers}></gw-wall-ticker>
      </div>
      <div class="corner bottom left"><gw-wall-hours .store=${figures}></gw-wall-hours></div>
      <div class="corner bottom right">${legend(this.#tintNow())}</div>
      ${banner(lost, watch, areas)}
      <gw-wall-controls class="controls" .areas=${areas} .scenes=${scenes} .facilities=${facilities} .tint=${this.tint} ?editor=${mayEdit} ?person=${!session.hasRole('WALL')}
        @area-choose=${(/** @type {CustomEvent} */ event) => this.#state.chooseArea(event.detail.id)}
        @tint-choose=${(/** @type {CustomEvent} */ event) => this.#chooseTint(event.detail.tint)}
        @scene-choose=${(/** @type {CustomEvent} */ event) => this.#chooseScene(event.detail.scene)}
        @scenes-edit=${() => this.#find('gw-wall-scenes').show(this.#mapElement()?.shown())}
      ></gw-wall-controls>
      ${mayEdit ? html`<gw-wall-scenes .store=${scenes} .areas=${areas}></gw-wall-scenes>` : ''}
      <div class="unseen" role="log" aria-live="polite">${this.said}</div>
    </main>`;
  }

  #map() {
    return html`<gw-map
      .cells=${this.#state.areas.cells}
      .boxes=${this.#state.areas.chosen === null ? [] : this.#state.areas.boxes()}
      .incidents=${this.#state.incidents}
      .workers=${this.#state.workers}
      .facilities=${this.#state.facilities.shown}
      .facilityKinds=${this.#state.facilities.kinds}
      .covered=${this.#covered()}
      .tint=${this.#tintNow()}
      .scale=${1.4 * this.unit}
      .quietPlaces=${true}
      .language=${language.current}
      label=${t('console.map')}
      @map-move=${() => this.#director.moved()}
    ></gw-map>`;
  }

  /** What the panels take at the edges; the map's focus lies in the rest. */
  #covered() {
    const u = this.unit;
    return this.#coveredAt?.u === u ? this.#coveredAt.room : (this.#coveredAt = { u, room: { top: 190 * u, right: 500 * u, bottom: 150 * u, left: 60 * u } }).room;
  }

  /** @type {{u: number, room: import('../map/map-view.js').Room} | undefined} */
  #coveredAt = undefined;

  #tintNow() {
    const tint = this.#state.scenes.current?.tint;
    return tint ? /** @type {import('../map/map-layers.js').Tint} */ (tint.toLowerCase()) : this.tint;
  }

  // What happens.

  /** @param {CustomEvent<{lon: number, lat: number}>} event */
  #pulse({ detail: { lon, lat } }) {
    this.#mapElement()?.pulse(lon, lat);
  }

  #say() {
    const incident = this.#state.calls.current;
    if (incident) this.said = `${t('legend.critical')}: ${titleOf(incident)}`;
  }

  #touched() {
    this.touched = true;
    this.#director.hold();
    clearTimeout(this.#untouch);
    this.#untouch = setTimeout(() => (this.touched = false), TOUCH_MILLIS);
  }

  /** @param {import('../map/map-layers.js').Tint} tint */
  #chooseTint(tint) {
    this.tint = tint;
    localStorage.setItem(TINT_KEPT, tint);
  }

  /** @param {import('../state/scenes.js').Scene | null} scene */
  #chooseScene(scene) {
    this.#state.scenes.show(scene);
    this.#director.showScene();
  }

  /** @param {string} name @returns {any} */
  #find(name) {
    return this.renderRoot.querySelector(name);
  }

  #mapElement() {
    return this.#find('gw-map');
  }
}

/** CSS pixels for one line of a screen with 1,080 lines; the same as `--u`. */
function unitOf() {
  return Math.max(0.5, Math.min(innerHeight / 1080, innerWidth / 1600));
}

customElements.define('gw-wall', WallPage);
