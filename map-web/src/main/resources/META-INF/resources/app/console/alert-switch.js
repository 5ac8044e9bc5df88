// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/icon.js';

/** Whether the console calls by a tone or by a notice of the desktop. `store` is an Alerts. */
export class AlertSwitch extends LitElement {
  static properties = { store: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        position: relative;
      }
      .switch {
        padding: 0 8px;
      }
      .on {
        color: var(--accent);
      }
      .panel {
        position: absolute;
        z-index: 20;
        top: calc(100% + 8px);
        right: 0;
        width: 270px;
        padding: 12px 14px;
        gap: 8px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--panel);
        box-shadow: 0 8px 24px var(--shade);
      }
      @media (max-width: 720px) {
        .panel {
          position: fixed;
          inset: auto 12px auto 12px;
          top: 130px;
          width: auto;
        }
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 30px;
        color: var(--text);
        font-size: var(--text-body);
        font-weight: 400;
      }
      input {
        width: 18px;
        min-height: 18px;
        height: 18px;
        margin: 0;
        flex: none;
        accent-color: var(--accent);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    this.open = false;
  }

  async toggle() {
    this.open = !this.open;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.open ? 'input' : '.switch'))?.focus();
  }

  render() {
    const { on } = this.store;
    const words = t(on ? 'alerts.on' : 'alerts.off');
    return html`<button class="plain switch ${on ? 'on' : ''}" data-alerts=${on ? 'on' : 'off'} aria-expanded=${String(this.open)} aria-label=${words} title=${words} @click=${this.toggle}>
        <gw-icon name=${on ? 'bell' : 'bell-off'}></gw-icon>
      </button>
      ${this.open ? this.#panel() : ''}`;
  }

  #panel() {
    const { wish, refused } = this.store;
    return html`<div class="panel stack" role="group" aria-label=${t('alerts.title')} @keydown=${this.#escape}>
      <p class="small second">${t('alerts.explain')}</p>
      <label><input type="checkbox" name="sound" .checked=${wish.sound} @change=${(/** @type {any} */ event) => this.store.wantSound(event.target.checked)} />${t('alerts.sound')}</label>
      <label><input type="checkbox" name="desktop" .checked=${wish.desktop} @change=${(/** @type {any} */ event) => this.store.wantDesktop(event.target.checked)} />${t('alerts.desktop')}</label>
      ${refused ? html`<p class="small danger" role="alert">${t('alerts.refused')}</p>` : ''}
    </div>`;
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.toggle();
  }
}

customElements.define('gw-alerts', AlertSwitch);
