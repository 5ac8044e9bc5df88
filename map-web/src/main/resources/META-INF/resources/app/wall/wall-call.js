// @ts-check
import { LitElement, css, html } from 'lit';
import { markOf } from '../lib/marks.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, severityWord } from '../ui/words.js';
import '../ui/state-mark.js';
import { standing, titleOf } from './wall-words.js';

/** Something critical, said where it is. `spot` is its place in pixels; null while the map still moves. */
export class WallCall extends LitElement {
  static properties = { incident: { attribute: false }, spot: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        position: absolute;
        z-index: 2;
        left: 0;
        top: 0;
        pointer-events: none;
      }
      .card {
        position: absolute;
        left: calc(36 * var(--u));
        top: calc(-64 * var(--u));
        width: max-content;
        max-width: calc(520 * var(--u));
        background: rgb(12 19 27 / 0.94);
        border: calc(2 * var(--u)) solid var(--state-new);
        border-radius: calc(10 * var(--u));
        padding: calc(14 * var(--u)) calc(20 * var(--u)) calc(16 * var(--u));
        font-size: calc(19 * var(--u));
        color: var(--text-second);
        line-height: 1.35;
      }
      .card.late {
        border-color: var(--state-late);
      }
      h2 {
        font-size: calc(25 * var(--u));
        color: var(--text);
        display: flex;
        align-items: center;
        gap: calc(10 * var(--u));
      }
      gw-mark {
        width: calc(26 * var(--u));
        height: calc(26 * var(--u));
      }
      strong {
        color: var(--text);
        font-weight: 600;
      }
      .ring {
        position: absolute;
        left: calc(-28 * var(--u));
        top: calc(-28 * var(--u));
        width: calc(56 * var(--u));
        height: calc(56 * var(--u));
        border: calc(3 * var(--u)) solid var(--state-new);
        border-radius: 50%;
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue], 5000);

  constructor() {
    super();
    /** @type {import('../lib/types.js').Incident | null} */ this.incident = null;
    /** @type {{x: number, y: number} | null} */ this.spot = null;
  }

  updated() {
    if (this.spot) this.style.transform = `translate(${Math.round(this.spot.x)}px, ${Math.round(this.spot.y)}px)`;
  }

  render() {
    const { incident, spot } = this;
    if (!incident || !spot) return '';
    const mark = markOf(incident, Date.now());
    return html`<div class="ring"></div>
      <div class="card ${mark.tone}" data-call=${incident.id}>
        <h2><gw-mark .mark=${mark}></gw-mark>${titleOf(incident)}</h2>
        <p>${severityWord(incident.severity)} · #${incident.number} · ${ago(incident.reportedAt)}</p>
        <p><strong>${standing(incident)}</strong></p>
      </div>`;
  }
}

customElements.define('gw-wall-call', WallCall);
