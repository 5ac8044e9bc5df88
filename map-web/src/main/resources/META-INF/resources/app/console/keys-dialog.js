// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** @type {[string[], string][]} */
const KEYS = [
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['Enter'], 'open'],
  [['n'], 'new'],
  [['a'], 'assign'],
  [['c'], 'close'],
  [['/'], 'search'],
  [['Esc'], 'back'],
  [['?'], 'help'],
];

/** Every key of the console. */
export class KeysDialog extends LitElement {
  static styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 10px 20px;
        margin: 16px 0;
      }
      dt {
        display: flex;
        gap: 6px;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  show() {
    this.#dialog().showModal();
  }

  render() {
    return html`<dialog aria-labelledby="title" @keydown=${(/** @type {KeyboardEvent} */ event) => event.stopPropagation()}>
      <h2 id="title">${t('keys.title')}</h2>
      <dl>
        ${KEYS.map(([keys, text]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${t(`keys.key.${text}`)}</dd>`)}
      </dl>
      <button class="primary" autofocus @click=${() => this.#dialog().close()}>${t('close')}</button>
    </dialog>`;
  }

  #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

customElements.define('gw-keys', KeysDialog);
