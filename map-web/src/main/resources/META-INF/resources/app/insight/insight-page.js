// @ts-check
import { LitElement, html } from 'lit';
import { readView, writeView } from '../lib/insight.js';
import { changeRamp, heatRamp } from '../lib/ramps.js';
import { catalogue } from '../state/catalogue.js';
import { InsightStore } from '../state/insight.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { instead, wholeState } from '../ui/whole-state.js';
import { InsightOverlay } from '../map/insight-overlay.js';
import '../map/area-map.js';
import { AreaTint } from './area-tint.js';
import { headPart } from './insight-head.js';
import { insightStyles } from './insight-styles.js';
import { legendOf } from './insight-legend.js';
import './insight-side.js';
import './time-window.js';
import './view-controls.js';

const REFRESH_MILLIS = 60_000;
/** @type {any[]} */
const NOBODY = [];

/** The leader's page: where it gathers, who carries it, whether the promise is kept. The view is the page's address. */
export class InsightPage extends LitElement {
  static properties = { probe: { state: true }, pointed: { state: true }, copied: { state: true } };
  static styles = [shared, insightStyles];

  #store = new InsightStore();
  #stores = new StoreController(this, [language, session, catalogue, this.#store]);
  #overlay = new InsightOverlay();
  #tint = new AreaTint();
  #theme = matchMedia('(prefers-color-scheme: dark)');
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;
  #returned = () => this.#store.open(readView(location.search));
  #keepsPlace = false;
  #stood = false;
  /** @type {{answer: any, places: any[]}} */
  #placed = { answer: null, places: NOBODY };
  /** What is painted already. @type {unknown[]} */
  #painted = [];

  constructor() {
    super();
    /** @type {{lon: number, lat: number} | null} */ this.probe = null;
    /** @type {number | null} */ this.pointed = null;
    this.copied = false;
    this.#overlay.onTheme = () => this.requestUpdate();
    this.#overlay.addEventListener('frame', (event) => this.#store.frame(/** @type {CustomEvent} */ (event).detail));
    this.#overlay.addEventListener('stand', (event) => this.#store.stand(/** @type {CustomEvent} */ (event).detail));
    this.#overlay.addEventListener('probe', (event) => (this.probe = /** @type {CustomEvent} */ (event).detail));
    this.#store.addEventListener('change', () => this.#keepAddress());
  }

  async connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.#returned);
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign(`/signin?next=${encodeURIComponent(`/insight${location.search}`)}`);
    if (!this.#allowed) return;
    catalogue.load();
    const view = readView(location.search);
    this.#keepsPlace = !!view.place;
    this.#timer = setInterval(() => document.hidden || this.#store.refresh(), REFRESH_MILLIS);
    await this.#store.open(view);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#returned);
    clearInterval(this.#timer);
    this.#store.close();
  }

  get #allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR');
  }

  get #dark() {
    return this.#theme.matches ? 'dark' : 'light';
  }

  render() {
    document.title = `${t('insight.title')} · Gridward`;
    const other = instead(this.#allowed, 'insight.forbidden');
    if (other) return other;
    const { view, area, trail, state } = this.#store;
    if (state === 'failed') return wholeState('insight.failed', () => this.#store.open(view));
    if (state === 'unknown') return wholeState('insight.noArea', () => this.#store.open({ ...view, area: 0 }));
    return html`
      <header>${headPart(trail, (id) => this.#go(id), () => this.#signOut())}</header>
      <section aria-label=${t('insight.show')}>
        <gw-view-controls .view=${view} .kinds=${this.#store.kinds} .bandwidth=${this.#store.bandwidth} ?cell=${!!area?.cell} @view-change=${(/** @type {CustomEvent} */ event) => this.#store.change(event.detail)}>
          <span class="tail">
            <button data-share @click=${this.#share}>${t(this.copied ? 'insight.copied' : 'insight.share')}</button>
          </span>
        </gw-view-controls>
      </section>
      <main>
        <h1 class="unseen">${t('insight.title')}</h1>
        <div class="left">${this.#map()} ${view.mode === 'reach' ? '' : this.#time()}</div>
        <gw-insight-side
          .store=${this.#store}
          .pointed=${this.pointed}
          @area-open=${(/** @type {CustomEvent} */ event) => this.#go(event.detail.id)}
          @area-point=${(/** @type {CustomEvent} */ event) => (this.pointed = event.detail.id)}
        ></gw-insight-side>
      </main>
    `;
  }

  #map() {
    const { view, area, cells, boxes } = this.#store;
    const fit = this.#keepsPlace ? NOBODY : area?.bbox ? [area.bbox] : boxes;
    return html`<section class="map" aria-label=${t('insight.map')}>
      <gw-map
        .cells=${view.mode === 'areas' || view.mode === 'reach' ? null : cells}
        .facilities=${this.#places()}
        .facilityKinds=${this.#store.kinds}
        .boxes=${fit}
        .overlay=${this.#overlay}
        .language=${language.current}
        label=${t('insight.map')}
        zoomInLabel=${t('map.in')}
        zoomOutLabel=${t('map.out')}
      ></gw-map>
      ${this.#notice()} ${legendOf(this.#store, this.#tint, this.probe, this.#ramp())}
    </section>`;
  }

  #notice() {
    const { heat, histogram, reach, table, view } = this.#store;
    if (view.mode === 'reach') return reach.state === 'failed' ? html`<p class="hint" role="alert">${t('insight.failed')}<button @click=${() => this.#store.refresh()}>${t('retry')}</button></p>` : '';
    const asked = view.mode === 'areas' ? table : heat;
    if (histogram.state === 'reading' || asked.state === 'reading') return html`<p class="hint" role="status">${t('insight.reading')}</p>`;
    if (asked.state === 'failed' || histogram.state === 'failed') return html`<p class="hint" role="alert">${t('insight.failed')}<button @click=${() => this.#store.refresh()}>${t('retry')}</button></p>`;
    if (asked.state === 'ready' && table.answer?.all.count === 0 && table.state === 'ready') return html`<p class="hint" role="status">${t('insight.nothing')}</p>`;
    return '';
  }

  /** The service places that counted, to be drawn; the same list until there is another answer. */
  #places() {
    const { reach, view } = this.#store;
    const answer = view.mode === 'reach' ? reach.answer : null;
    if (answer !== this.#placed.answer) this.#placed = { answer, places: (answer?.facilities ?? NOBODY).map((/** @type {any} */ each) => ({ ...each, kind: view.reach.kind, open: 'UNKNOWN' })) };
    return this.#placed.places;
  }

  #ramp() {
    return this.#store.view.mode === 'change' ? changeRamp(this.#dark) : heatRamp(this.#dark);
  }

  #time() {
    const { histogram, view } = this.#store;
    return html`<gw-time-window
      .histogram=${histogram.answer}
      .from=${view.from}
      .to=${view.to}
      @time-choose=${(/** @type {CustomEvent} */ event) => this.#store.change(event.detail)}
    ></gw-time-window>`;
  }

  /** The map's layers follow what is known now; each is painted again only when what it shows is another. */
  updated() {
    const { view, heat, table, reach, cells, state } = this.#store;
    if (state !== 'ready') return;
    this.#place();
    const far = view.mode === 'reach';
    const areas = view.mode === 'areas' || far;
    const answer = far ? reach.answer : table.answer;
    const surface = !areas && heat.answer?.head.difference === (view.mode === 'change') ? heat.answer : null;
    const now = [areas, surface, areas && answer, far ? 'share' : areas && view.metric, cells, this.#dark, language.current];
    if (now.every((each, i) => each === this.#painted[i])) return;
    this.#painted = now;
    this.#overlay.showSurface(surface, this.#ramp());
    this.#tint.read(areas ? (answer?.items ?? []) : [], far ? 'share' : view.metric, this.#dark);
    this.#overlay.showAreas(cells, areas && answer ? ({ path }) => this.#tint.colourOf(path) : null, this.#tint.names, this.#tint.fine);
    if (areas) this.requestUpdate();
  }

  /** An address with a place moves the map there, once. */
  #place() {
    const { place } = this.#store.view;
    if (!this.#keepsPlace || this.#stood || !place || !this.renderRoot.querySelector('gw-map')?.hasUpdated) return;
    this.#overlay.stand(place);
    this.#stood = true;
  }

  /** @param {number} id */
  #go(id) {
    this.#keepsPlace = false;
    history.pushState(null, '', location.href);
    this.#store.go(id);
  }

  #keepAddress() {
    if (this.#store.state !== 'ready') return;
    const address = `/insight${writeView(this.#store.view)}`;
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
  }

  async #share() {
    await navigator.clipboard?.writeText(`${location.origin}/insight${writeView({ ...this.#store.view, chosen: true })}`).catch(() => {});
    this.copied = true;
    setTimeout(() => (this.copied = false), 2500);
  }

  async #signOut() {
    await session.signOut().catch(() => {});
    location.assign('/signin');
  }
}

customElements.define('gw-insight', InsightPage);
