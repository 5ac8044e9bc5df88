// @ts-check
import { LitElement, html, svg } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { dayWords, stretchWords } from './formats.js';
import { timeWindowStyles } from './time-window-styles.js';

const WIDE = 1000;
const HIGH = 64;
const MOST_TICKS = 6;
const PERIODS = [1, 7, 30];
const DAY = 24 * 3_600_000;

/**
 * Counts over time with a window on them: two sliders, a brush, periods and steps. Properties `histogram`, `from`, `to` (ISO);
 * tells `time-choose` {from, to}.
 */
export class TimeWindow extends LitElement {
  static properties = { histogram: { attribute: false }, from: {}, to: {}, pulling: { state: true } };

  static styles = [shared, timeWindowStyles];

  #stores = new StoreController(this, [language]);
  /** @type {number | null} */
  #brush = null;

  constructor() {
    super();
    /** @type {import('../state/insight.js').Histogram | null} */ this.histogram = null;
    /** @type {string | null} */ this.from = null;
    /** @type {string | null} */ this.to = null;
    /** Edges while somebody pulls, before it is told. @type {[number, number] | null} */ this.pulling = null;
  }

  render() {
    const shown = this.histogram;
    if (!shown || shown.counts.length === 0) return html`<p class="second">${t(shown ? 'insight.nothingEver' : 'loading')}</p>`;
    const [first, last] = this.#window();
    const { edges, timeZone, step } = shown;
    return html`
      <div class="top">
        <output>${stretchWords(edges[first], edges[last], timeZone, step)}</output>
        <button aria-label=${t('insight.earlier')} title=${t('insight.earlier')} ?disabled=${first === 0} @click=${() => this.#shift(-1)}>←</button>
        <button aria-label=${t('insight.later')} title=${t('insight.later')} ?disabled=${last === edges.length - 1} @click=${() => this.#shift(1)}>→</button>
        ${PERIODS.map((days) => this.#period(days))}
        <button @click=${() => this.#choose(0, edges.length - 1)} aria-pressed=${String(first === 0 && last === edges.length - 1)}>${t('insight.allTime')}</button>
      </div>
      <div class="chart" @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}>${this.#bars(first, last)}</div>
      <div class="sliders">
        <div class="rail"></div>
        ${this.#slider('from', first, 0, last - 1)} ${this.#slider('to', last, first + 1, edges.length - 1)}
      </div>
      <svg class="ticks" aria-hidden="true">${this.#ticks(shown)}</svg>
    `;
  }

  /** @returns {[number, number]} edges of the window */
  #window() {
    if (this.pulling) return this.pulling;
    const edges = this.histogram?.edges ?? [];
    const from = this.#nearest(this.from, 0);
    const to = this.#nearest(this.to, edges.length - 1);
    return from < to ? [from, to] : [Math.max(0, to - 1), Math.max(1, to)];
  }

  /** @param {string | null} moment @param {number} otherwise */
  #nearest(moment, otherwise) {
    if (!moment) return otherwise;
    const edges = (this.histogram?.edges ?? []).map((edge) => Math.abs(Date.parse(edge) - Date.parse(moment)));
    return edges.indexOf(Math.min(...edges));
  }

  /** @param {number} days */
  #period(days) {
    const { edges } = /** @type {import('../state/insight.js').Histogram} */ (this.histogram);
    const [first, last] = this.#window();
    const length = Date.parse(edges[last]) - Date.parse(edges[first]);
    const whole = Date.parse(edges[edges.length - 1]) - Date.parse(edges[0]);
    if (days * DAY > whole) return '';
    return html`<button data-days=${days} aria-pressed=${String(Math.abs(length - days * DAY) < DAY / 12)} @click=${() => this.#choosePeriod(days)}>${t('insight.days', { n: days })}</button>`;
  }

  /** @param {number} first @param {number} last */
  #bars(first, last) {
    const { counts, edges, timeZone, step } = /** @type {import('../state/insight.js').Histogram} */ (this.histogram);
    const most = Math.max(1, ...counts);
    const wide = WIDE / counts.length;
    const gap = Math.min(2, wide * 0.2);
    return html`<svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" role="img" aria-label=${t('insight.histogram', { n: counts.reduce((a, b) => a + b, 0) })}>
      ${svg`<rect class="window" x=${first * wide} y="0" width=${(last - first) * wide} height=${HIGH}></rect>`}
      ${counts.map((count, i) => {
        const high = count > 0 ? Math.max(1.5, (count / most) * (HIGH - 4)) : 0;
        return svg`<rect class=${i >= first && i < last ? 'bar in' : 'bar'} x=${i * wide + gap / 2} y=${HIGH - high} width=${wide - gap} height=${high}><title>${dayWords(edges[i], timeZone, step === 'hour')}: ${language.number(count)}</title></rect>`;
      })}
    </svg>`;
  }

  /** @param {'from' | 'to'} end @param {number} value @param {number} least @param {number} most */
  #slider(end, value, least, most) {
    const { edges, timeZone, step } = /** @type {import('../state/insight.js').Histogram} */ (this.histogram);
    return html`<input
      type="range"
      name=${end}
      min="0"
      max=${edges.length - 1}
      .value=${String(value)}
      aria-label=${t(end === 'from' ? 'insight.from' : 'insight.to')}
      aria-valuetext=${dayWords(edges[value], timeZone, step === 'hour')}
      @input=${(/** @type {Event} */ event) => this.#pull(end, event, least, most)}
      @change=${this.#up}
    />`;
  }

  /** @param {'from' | 'to'} end @param {Event} event @param {number} least @param {number} most */
  #pull(end, event, least, most) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const value = Math.min(most, Math.max(least, Number(input.value)));
    input.value = String(value);
    const [first, last] = this.#window();
    this.pulling = end === 'from' ? [value, last] : [first, value];
  }

  /** The beginnings of some days, at most six. @param {import('../state/insight.js').Histogram} histogram */
  #ticks({ edges, timeZone }) {
    const days = edges.map((edge) => dayWords(edge, timeZone));
    const begins = days.flatMap((day, i) => (i < days.length - 1 && (i === 0 || day !== days[i - 1]) ? [i] : []));
    const every = Math.ceil(begins.length / MOST_TICKS);
    return begins
      .filter((_, i) => i % every === 0)
      .map((i) => ({ i, at: i / (edges.length - 1) }))
      .filter(({ at }) => at < 0.94)
      .map(({ i, at }) => svg`<text x=${`${100 * at}%`} y="13">${days[i]}</text>`);
  }

  /** @param {PointerEvent} event */
  #place(event) {
    const chart = /** @type {HTMLElement} */ (event.currentTarget);
    const { left, width } = chart.getBoundingClientRect();
    const count = this.histogram?.counts.length ?? 1;
    return Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * count)));
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.#brush = this.#place(event);
    this.pulling = [this.#brush, this.#brush + 1];
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#brush === null) return;
    const at = this.#place(event);
    this.pulling = [Math.min(at, this.#brush), Math.max(at, this.#brush) + 1];
  }

  #up() {
    this.#brush = null;
    if (!this.pulling) return;
    const [first, last] = this.pulling;
    this.pulling = null;
    this.#choose(first, last);
  }

  /** So many days up to the end of the window. @param {number} days */
  #choosePeriod(days) {
    const { edges } = /** @type {import('../state/insight.js').Histogram} */ (this.histogram);
    let last = this.#window()[1];
    const start = () => this.#nearest(new Date(Date.parse(edges[last]) - days * DAY).toISOString(), 0);
    if (Date.parse(edges[last]) - days * DAY < Date.parse(edges[0])) last = this.#nearest(new Date(Date.parse(edges[0]) + days * DAY).toISOString(), last);
    this.#choose(start(), last);
  }

  /** As much earlier or later as the window is long. @param {number} sign */
  #shift(sign) {
    const [first, last] = this.#window();
    const most = (this.histogram?.edges.length ?? 1) - 1;
    const by = sign * Math.min(last - first, sign < 0 ? first : most - last);
    this.#choose(first + by, last + by);
  }

  /** @param {number} first @param {number} last */
  #choose(first, last) {
    const edges = this.histogram?.edges ?? [];
    this.dispatchEvent(new CustomEvent('time-choose', { detail: { from: new Date(edges[first]).toISOString(), to: new Date(edges[last]).toISOString() } }));
  }
}

customElements.define('gw-time-window', TimeWindow);
