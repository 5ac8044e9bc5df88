// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { facilityProblem, measuredWords, openWords, wayWords } from '../ui/facility-words.js';
import { shared } from '../ui/styles.js';

/** The nearest service places of a kind from an incident. `store` is a Facilities. Tells `facility-show` {id, lon, lat}. */
export class NearestPlaces extends LitElement {
  static properties = { store: { attribute: false }, incident: {}, kind: { state: true }, openOnly: { state: true }, found: { state: true }, problem: { state: true } };

  static styles = [
    shared,
    css`
      .choice {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 12px;
        align-items: center;
      }
      label {
        display: flex;
        gap: 6px;
        align-items: center;
        color: var(--text);
      }
      input {
        width: 18px;
        min-height: 18px;
        margin: 0;
      }
      .found {
        width: 100%;
        text-align: start;
        border-color: var(--line);
      }
    `,
  ];

  #stores = new StoreController(this, [language]);
  /** What is found is only shown while nothing else was asked since. */
  #turn = 0;

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    this.incident = '';
    this.kind = '';
    this.openOnly = true;
    /** @type {any} */ this.found = null;
    /** @type {any} */ this.problem = null;
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('incident') && changes.get('incident') !== undefined) this.#look();
  }

  render() {
    return html`<section class="stack">
      <h3>${t('facility.nearest')}</h3>
      <div class="choice">
        <select aria-label=${t('facility.kind')} @change=${this.#kindChosen}>
          <option value="">${t('facility.chooseKind')}</option>
          ${this.store.kinds.map((/** @type {any} */ { code, names }) => html`<option value=${code} ?selected=${code === this.kind}>${language.name(names)}</option>`)}
        </select>
        <label><input type="checkbox" .checked=${this.openOnly} @change=${this.#openChosen} />${t('facility.openOnly')}</label>
      </div>
      <div role="status">${this.#answer()}</div>
    </section>`;
  }

  #answer() {
    if (this.problem) return html`<p class="notice bad">${facilityProblem(this.problem)}</p>`;
    if (!this.kind) return '';
    if (this.found === null) return html`<p class="second small">${t('loading')}</p>`;
    if (this.found.items.length === 0) return html`<p class="second small">${t(this.openOnly ? 'facility.noneOpen' : 'facility.noneOfKind')}</p>`;
    return html`<ul class="stack">
        ${this.found.items.map(
          (/** @type {any} */ { facility, ...way }) => html`<li>
            <button class="found" @click=${() => this.#show(facility)}>
              ${language.name(facility.names)} <span class="small second">${wayWords(way, this.found.distance)} · ${openWords(facility)}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="small second">${measuredWords(this.found)}</p>`;
  }

  /** @param {Event} event */
  #kindChosen(event) {
    this.kind = /** @type {HTMLSelectElement} */ (event.target).value;
    this.#look();
  }

  /** @param {Event} event */
  #openChosen(event) {
    this.openOnly = /** @type {HTMLInputElement} */ (event.target).checked;
    this.#look();
  }

  async #look() {
    const { kind, incident, openOnly } = this;
    const turn = ++this.#turn;
    this.found = null;
    this.problem = null;
    if (!kind) return;
    try {
      const found = await this.store.nearest(kind, incident, openOnly);
      if (turn === this.#turn) this.found = found;
    } catch (fault) {
      if (turn === this.#turn) this.problem = fault;
    }
  }

  /** @param {any} facility */
  #show({ id, lon, lat }) {
    this.dispatchEvent(new CustomEvent('facility-show', { detail: { id, lon, lat }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-nearest', NearestPlaces);
