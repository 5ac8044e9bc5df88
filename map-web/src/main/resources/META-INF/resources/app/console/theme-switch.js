// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { theme } from '../state/theme.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/icon.js';

/** Light or dark; gives the page the theme that was chosen, before anything is drawn on it. */
export class ThemeSwitch extends LitElement {
  static styles = [
    shared,
    css`
      button {
        padding: 0 8px;
      }
    `,
  ];

  #stores = new StoreController(this, [language, theme]);

  render() {
    const words = t(theme.current === 'dark' ? 'theme.light' : 'theme.dark');
    return html`<button class="plain" aria-label=${words} title=${words} @click=${() => theme.turn()}><gw-icon name=${theme.current === 'dark' ? 'sun' : 'moon'}></gw-icon></button>`;
  }
}

function show() {
  document.documentElement.dataset.theme = theme.current;
}

theme.addEventListener('change', show);
show();
customElements.define('gw-theme', ThemeSwitch);
