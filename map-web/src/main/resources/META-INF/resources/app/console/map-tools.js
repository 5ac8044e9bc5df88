// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/icon.js';

/** The tools of the console's map. `choice` is a MapChoice, `facilities` a Facilities. Tells `map-whole` and `view-share`. */
export class MapToolBar extends LitElement {
  static properties = { choice: { attribute: false }, facilities: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      .bar {
        display: grid;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--panel);
        overflow: hidden;
      }
      .bar button {
        display: grid;
        place-items: center;
        width: var(--target);
        padding: 0;
        border: 0;
        border-radius: 0;
      }
      .bar button + button {
        border-top: 1px solid var(--line);
      }
      .bar button:focus-visible {
        outline-offset: -3px;
      }
      @media (max-width: 720px) {
        .bar {
          grid-auto-flow: column;
        }
        .bar button {
          min-height: var(--target);
        }
        .bar button + button {
          border-top: 0;
          border-inline-start: 1px solid var(--line);
        }
        :host {
          flex-direction: column-reverse;
          align-items: end;
        }
      }
      .panel {
        width: 230px;
        padding: 12px 14px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--panel);
        gap: 8px;
      }
      .panel label.tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 30px;
        color: var(--text);
        font-size: var(--text-body);
        font-weight: 400;
      }
      .tick input {
        width: 18px;
        min-height: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.choice, this.facilities]);

  constructor() {
    super();
    /** @type {any} */ this.choice = null;
    /** @type {any} */ this.facilities = null;
    this.open = false;
  }

  /** Opens or closes the layers. */
  async layers() {
    this.open = !this.open;
    await this.updateComplete;
    if (this.open) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#tint'))?.focus();
  }

  render() {
    const { tool } = this.choice;
    return html`${this.open ? this.#panel() : ''}
      <div class="bar" role="group" aria-label=${t('keys.group.map')}>
        ${this.#button('lasso', 'lasso', () => this.choice.take('lasso'), tool === 'lasso')} ${this.#button('measure', 'ruler', () => this.choice.take('measure'), tool === 'measure')}
        ${this.#button('layers', 'layers', () => this.layers(), this.open)} ${this.#button('whole', 'area', () => this.#tell('map-whole'))} ${this.#button('share', 'share', () => this.#tell('view-share'))}
      </div>`;
  }

  #panel() {
    const { layers } = this.choice;
    return html`<div class="panel stack" role="group" aria-label=${t('action.layers')} @keydown=${this.#escape}>
      <div class="field">
        <label for="tint">${t('layers.tint')}</label>
        <select id="tint" @change=${(/** @type {any} */ event) => this.choice.show({ tint: event.target.value })}>
          ${['load', 'late', 'none'].map((tint) => html`<option value=${tint} ?selected=${layers.tint === tint}>${t(`layers.tint.${tint}`)}</option>`)}
        </select>
      </div>
      ${this.#tick('incidents', layers.incidents, (on) => this.choice.show({ incidents: on }))} ${this.#tick('workers', layers.workers, (on) => this.choice.show({ workers: on }))}
      ${this.#tick('services', this.facilities.on, (on) => this.facilities.choose({ on }))} ${this.#tick('streets', layers.streets, (on) => this.choice.show({ streets: on }))}
    </div>`;
  }

  /** @param {string} name @param {boolean} on @param {(on: boolean) => void} choose */
  #tick(name, on, choose) {
    return html`<label class="tick"><input type="checkbox" name=${name} .checked=${on} @change=${(/** @type {any} */ event) => choose(event.target.checked)} />${t(`layers.${name}`)}</label>`;
  }

  /** @param {string} action @param {string} sign @param {() => void} run @param {boolean} [pressed] */
  #button(action, sign, run, pressed = false) {
    return html`<button data-tool=${action} aria-label=${t(`action.${action}`)} title=${t(`action.${action}`)} aria-pressed=${String(pressed)} @click=${run}><gw-icon name=${sign}></gw-icon></button>`;
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.layers();
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new CustomEvent(type));
  }
}

customElements.define('gw-map-tools', MapToolBar);
