// @ts-check
import { LitElement, css, html } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { language, t } from '../state/language.js';
import { toasts } from '../state/toasts.js';
import { shared } from './styles.js';
import { StoreController } from './store-controller.js';
import './icon.js';

/** Shows state/toasts.js at the foot of the page, said to screen readers; one on each page. */
export class Toasts extends LitElement {
  static styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 30;
        inset-inline: 16px;
        bottom: 20px;
        display: grid;
        gap: 8px;
        justify-items: center;
        pointer-events: none;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 10px;
        max-width: min(560px, 100%);
        padding: 8px 8px 8px 14px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: 0 8px 28px var(--shade);
      }
      .all {
        display: grid;
        gap: 8px;
        justify-items: center;
      }
      .good gw-icon.sign {
        color: var(--good);
      }
      .bad gw-icon.sign {
        color: var(--danger);
      }
    `,
  ];

  #stores = new StoreController(this, [language, toasts]);

  render() {
    return html`<div class="all" role="status" aria-live="polite">${repeat(toasts.list, ({ id }) => id, (toast) => this.#toast(toast))}</div>`;
  }

  /** @param {import('../state/toasts.js').Toast} toast */
  #toast(toast) {
    const { words, kind, action } = toast;
    return html`<div class="toast ${kind}" @pointerenter=${() => toasts.hold(toast)} @pointerleave=${() => toasts.resume(toast)} @focusin=${() => toasts.hold(toast)} @focusout=${() => toasts.resume(toast)}>
      <gw-icon class="sign" name=${kind === 'good' ? 'check' : 'warn'}></gw-icon><span class="grow">${words}</span>
      ${action ? html`<button data-toast-action @click=${() => this.#act(toast)}>${action.words}</button>` : ''}
      <button class="plain" aria-label=${t('close')} title=${t('close')} @click=${() => toasts.drop(toast)}><gw-icon name="close"></gw-icon></button>
    </div>`;
  }

  /** @param {import('../state/toasts.js').Toast} toast */
  #act(toast) {
    toasts.drop(toast);
    toast.action?.run();
  }
}

customElements.define('gw-toasts', Toasts);
