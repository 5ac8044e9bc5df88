// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';
import './facility-mark.js';

/** The layer switch: whether service places are shown, which kinds, only open ones. `store` is a Facilities. Slotted content stands at the end. */
export class FacilityFilter extends LitElement {
  static properties = { store: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }
      details {
        background: var(--panel);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        max-width: 280px;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--target);
        padding: 4px 12px;
        cursor: pointer;
        font-weight: 550;
        border-radius: var(--radius);
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .body {
        padding: 4px 12px 12px;
        border-top: 1px solid var(--line);
        max-height: min(420px, 50vh);
        overflow-y: auto;
        gap: 2px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 30px;
        color: var(--text);
        font-size: var(--text-body);
        font-weight: 400;
        cursor: pointer;
      }
      input {
        width: 18px;
        min-height: 18px;
        height: 18px;
        margin: 0;
        flex: none;
        accent-color: var(--accent);
      }
      legend {
        padding-top: 8px;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
  }

  render() {
    const { store } = this;
    return html`<details @keydown=${this.#escape}>
      <summary>
        <gw-facility-mark icon="people"></gw-facility-mark><span class="grow">${t('facility.layer')}</span><span class="second small" data-shown>${this.#countWords()}</span><span class="second" aria-hidden="true">▾</span>
      </summary>
      <div class="body stack">
        <label><input type="checkbox" name="on" .checked=${store.on} @change=${(/** @type {any} */ event) => store.choose({ on: event.target.checked })} />${t('facility.show')}</label>
        <label><input type="checkbox" name="open" .checked=${store.openOnly} ?disabled=${!store.on} @change=${(/** @type {any} */ event) => store.choose({ openOnly: event.target.checked })} />${t('facility.openOnly')}</label>
        ${this.#kinds()}
        <slot></slot>
      </div>
    </details>`;
  }

  #countWords() {
    const { state, on, shown } = this.store;
    if (state === 'failed') return t('facility.failed');
    return on && state === 'ready' ? language.number(shown.length) : '';
  }

  #kinds() {
    const { store } = this;
    const there = store.kinds.filter((/** @type {any} */ { code }) => store.counts.has(code));
    if (there.length === 0) return html`<p class="second small">${t(store.state === 'loading' ? 'loading' : 'facility.none')}</p>`;
    return html`<fieldset>
      <legend>${t('facility.kinds')}</legend>
      ${there.map(
        (/** @type {any} */ kind) => html`<label>
          <input type="checkbox" name="kind" value=${kind.code} .checked=${store.chosenKinds.has(kind.code)} ?disabled=${!store.on} @change=${(/** @type {any} */ event) => store.chooseKind(kind.code, event.target.checked)} />
          <gw-facility-mark icon=${kind.icon} colour=${kind.colour}></gw-facility-mark><span class="grow">${language.name(kind.names)}</span>
          <span class="second small">${language.number(store.counts.get(kind.code) ?? 0)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    const details = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary')?.focus();
  }
}

customElements.define('gw-facility-filter', FacilityFilter);
