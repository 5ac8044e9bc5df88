// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';

/** English or Chinese, each named in itself; sets the document's language. */
export class LanguageSwitch extends LitElement {
  static styles = [
    shared,
    css`
      :host {
        display: inline-flex;
      }
      button {
        border-radius: 0;
        border-color: var(--line-strong);
        font-size: var(--text-small);
        min-width: 44px;
        white-space: nowrap;
      }
      button:first-child {
        border-radius: var(--radius-small) 0 0 var(--radius-small);
        border-right: 0;
      }
      button:last-child {
        border-radius: 0 var(--radius-small) var(--radius-small) 0;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  render() {
    document.documentElement.lang = language.current === 'zh' ? 'zh-CN' : 'en';
    return html`<div class="row" role="group" aria-label=${t('language')}>
      <div>${this.#choice('en', 'EN', 'English')}${this.#choice('zh', '中文', '中文')}</div>
    </div>`;
  }

  /** @param {'en' | 'zh'} code @param {string} text @param {string} title */
  #choice(code, text, title) {
    return html`<button lang=${code === 'zh' ? 'zh-CN' : 'en'} title=${title} aria-pressed=${String(language.current === code)} @click=${() => language.choose(code)}>
      ${text}
    </button>`;
  }
}

customElements.define('gw-language', LanguageSwitch);
