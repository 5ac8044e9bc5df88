// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ACTIONS } from './actions.js';
import { keyCap } from './key-cap.js';
import '../ui/dialog.js';

/** Side by side, so that all of them fit a screen. @type {readonly (readonly (import('./actions.js').Action['group'])[])[]} */
const COLUMNS = [
  ['queue'],
  ['case'],
  ['map', 'page'],
];

/** Every key of the console, from the registry of actions. */
export class KeysDialog extends LitElement {
  static styles = [
    shared,
    css`
      :host {
        --dialog-width: 1060px;
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        align-items: start;
        gap: 0 32px;
      }
      section {
        padding-bottom: 16px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 5px 12px;
        padding-top: 8px;
      }
      dd {
        grid-column: 2;
        text-align: end;
      }
      @media (max-width: 860px) {
        .groups {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  show() {
    this.#dialog().show();
  }

  get open() {
    return this.#dialog()?.open ?? false;
  }

  render() {
    return html`<gw-dialog wide heading=${t('keys.title')}>
      <div class="groups">
        ${COLUMNS.map((groups) => html`<div>${groups.map((group) => this.#group(group))}</div>`)}
      </div>
      <button slot="actions" class="primary" autofocus @click=${() => this.#dialog().close()}>${t('close')}</button>
    </gw-dialog>`;
  }

  /** @param {import('./actions.js').Action['group']} group */
  #group(group) {
    const actions = ACTIONS.filter((action) => action.group === group);
    return html`<section>
      <h3>${t(`keys.group.${group}`)}</h3>
      <dl>
        ${actions.map(({ id, keys }) => html`<dt>${t(`action.${id}`)}</dt><dd>${keys.map((key, i) => html`${i > 0 ? ' ' : ''}${keyCap(key)}`)}</dd>`)}
      </dl>
    </section>`;
  }

  #dialog() {
    return /** @type {import('../ui/dialog.js').Dialog} */ (this.renderRoot.querySelector('gw-dialog'));
  }
}

customElements.define('gw-keys', KeysDialog);
