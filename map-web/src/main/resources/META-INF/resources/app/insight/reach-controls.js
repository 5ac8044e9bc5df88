// @ts-check
import { LitElement, css, html } from 'lit';
import { MINUTES, WHO } from '../lib/reach.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** From what, how far and for whom. Properties `choice`, `kinds` of service places; tells `reach-change` with a part of the choice. */
export class ReachControls extends LitElement {
  static properties = { choice: { attribute: false }, kinds: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      select {
        width: auto;
        max-width: 240px;
      }
      input {
        width: 18px;
        height: 18px;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {import('../lib/reach.js').Choice | null} */ this.choice = null;
    /** @type {any[]} */ this.kinds = [];
  }

  render() {
    if (!this.choice) return '';
    const { kind, minutes, of, openOnly } = this.choice;
    return html`<label>${t('reach.kind')}
        <select name="kind" @change=${(/** @type {Event} */ event) => this.#tell({ kind: chosen(event) })}>
          ${this.kinds.map(({ code, names }) => html`<option value=${code} ?selected=${code === kind}>${language.name(names)}</option>`)}
        </select>
      </label>
      <label>${t('reach.minutes')}
        <select name="minutes" @change=${(/** @type {Event} */ event) => this.#tell({ minutes: Number(chosen(event)) })}>
          ${MINUTES.map((each) => html`<option value=${each} ?selected=${each === minutes}>${language.span(each * 60_000)}</option>`)}
        </select>
      </label>
      <label>${t('reach.of')}
        <select name="of" @change=${(/** @type {Event} */ event) => this.#tell({ of: chosen(event) })}>
          ${WHO.map((each) => html`<option value=${each} ?selected=${each === of}>${t(`reach.of.${each}`)}</option>`)}
        </select>
      </label>
      <label><input type="checkbox" name="open" .checked=${openOnly} @change=${(/** @type {Event} */ event) => this.#tell({ openOnly: /** @type {HTMLInputElement} */ (event.target).checked })} />${t('facility.openOnly')}</label>`;
  }

  /** @param {Partial<import('../lib/reach.js').Choice>} part */
  #tell(part) {
    this.dispatchEvent(new CustomEvent('reach-change', { detail: part }));
  }
}

/** @param {Event} event */
function chosen({ target }) {
  return /** @type {HTMLSelectElement} */ (target).value;
}

customElements.define('gw-reach-controls', ReachControls);
