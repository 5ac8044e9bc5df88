// @ts-check
import { LitElement, css, html } from 'lit';
import { hasEnded, markOf, markOfStage } from '../lib/marks.js';
import { clockSeconds } from '../lib/times.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/state-mark.js';
import { wallPanel } from './wall-styles.js';
import { lineWords, titleOf } from './wall-words.js';

const SHOWN = 6;

/** The last things that happened, in words. */
export class WallTicker extends LitElement {
  static properties = { store: { attribute: false }, incidents: { attribute: false }, workers: { attribute: false } };

  static styles = [
    shared,
    wallPanel,
    css`
      :host {
        width: 100%;
      }
      .panel {
        padding: calc(10 * var(--u)) calc(24 * var(--u));
      }
      li {
        display: grid;
        grid-template-columns: calc(32 * var(--u)) minmax(0, 1fr);
        padding: calc(11 * var(--u)) 0;
        line-height: 1.25;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      gw-mark {
        width: calc(20 * var(--u));
        height: calc(20 * var(--u));
        margin-top: calc(3 * var(--u));
      }
      strong {
        font-size: calc(21 * var(--u));
        font-weight: 600;
        display: block;
      }
      p {
        font-size: calc(18 * var(--u));
        color: var(--text-second);
      }
      p:not(.quiet) {
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      p.quiet {
        padding: calc(14 * var(--u)) 0;
        text-align: center;
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue], 30_000, () => [this.store]);

  constructor() {
    super();
    /** @type {import('../state/ticker.js').Ticker} */ this.store = /** @type {any} */ (null);
    /** @type {import('../state/incidents.js').IncidentBoard | null} as they stand now */ this.incidents = null;
    /** @type {import('../state/workers.js').WorkerBoard | null} for names that an entry does not tell */ this.workers = null;
  }

  render() {
    const lines = this.store.lines.slice(0, SHOWN);
    return html`<div class="panel" role="region" aria-label=${t('wall.ticker')}>
      ${lines.length === 0 ? html`<p class="quiet">${t(this.store.begun ? 'wall.quiet' : 'loading')}</p>` : html`<ol>${lines.map((line) => this.#line(line))}</ol>`}
    </div>`;
  }

  /** @param {import('../state/ticker.js').Line} line */
  #named(line) {
    const { worker } = line;
    return worker && !worker.name ? { ...line, worker: { id: worker.id, name: this.workers?.find(worker.id)?.name ?? '' } } : line;
  }

  /** @param {import('../state/ticker.js').Line} line */
  #line(line) {
    const now = Date.now();
    const ended = hasEnded(line.incident.stage);
    const incident = this.incidents?.find(line.incident.id) ?? line.incident;
    return html`<li data-incident=${incident.id}>
      <gw-mark .mark=${ended ? markOfStage(line.incident.stage) : markOf(incident, now)}></gw-mark>
      <div>
        <strong class="cut">${titleOf(incident)}</strong>
        <p>${clockSeconds(language.current, line.at)} · ${lineWords(this.#named(line))}</p>
      </div>
    </li>`;
  }
}

customElements.define('gw-wall-ticker', WallTicker);
