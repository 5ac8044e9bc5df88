// @ts-check
import { LitElement, css, html } from 'lit';
import { KEEPING, mayKeep } from '../lib/commands.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { keyHint } from './key-cap.js';
import './hand-over-dialog.js';

/** In a case: who has it, who else looks at it, and handing it over, up or back. `store` is the CaseStore. */
export class HandOverPart extends LitElement {
  static properties = { store: { attribute: false }, detail: { attribute: false }, mayAct: { type: Boolean } };
  static styles = [
    shared,
    css`
      .who {
        display: grid;
        gap: 8px;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      gw-hand-over {
        position: absolute;
      }
      .eyes {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .eyes li {
        border: 1px solid var(--line-strong);
        border-radius: 12px;
        padding: 1px 9px;
      }
    `,
  ];

  #stores = new StoreController(this, [language, session]);
  #changed = () => this.requestUpdate();

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.detail = null;
    this.mayAct = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.store?.viewers.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.store?.viewers.removeEventListener('change', this.#changed);
  }

  /** The store comes with the first update, since the element may be there before its module. @param {Map<string, any>} changes */
  willUpdate(changes) {
    if (!changes.has('store')) return;
    changes.get('store')?.viewers.removeEventListener('change', this.#changed);
    this.store?.viewers.addEventListener('change', this.#changed);
  }

  render() {
    const { detail, store } = this;
    if (!detail) return '';
    const open = ['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK'].includes(detail.stage);
    const { others } = store.viewers;
    if (!open && others.length === 0) return '';
    return html`<div class="who">
      ${open ? this.#keeper(detail) : ''} ${others.length > 0 ? this.#eyes(others) : ''}
      <gw-hand-over @keeping-order=${(/** @type {CustomEvent} */ event) => store.keep(event.detail.order, event.detail.body)}></gw-hand-over>
    </div>`;
  }

  /** @param {any} detail */
  #keeper(detail) {
    const { keeper, escalated } = detail;
    const mine = keeper && keeper.userId === session.user?.id;
    const words = mine ? t('keeping.mine') : keeper ? t('keeping.has', { name: keeper.name }) : escalated ? t(`keeping.escalated.${escalated.role}`) : t('keeping.nobodyHas');
    return html`<span data-keeper>${words}</span>
      ${this.mayAct ? html`<div class="row wrap">${KEEPING.filter((order) => mayKeep(detail, order, session.user?.id)).map((order) => this.#button(order))}</div>` : ''}`;
  }

  /** @param {string} order of KEEPING */
  #button(order) {
    const asks = order !== 'take' && order !== 'release';
    return html`<button data-keeping=${order} ?disabled=${this.store.busy} @click=${() => this.keep(order)}>${t(`keeping.${order}`)}${asks ? '…' : ''} ${keyHint(order)}</button>`;
  }

  /** @param {{userId: number, name: string}[]} others */
  #eyes(others) {
    return html`<div class="row wrap small" role="status" data-viewers>
      <span class="second">${t('keeping.alsoLooking')}</span>
      <ul class="eyes">
        ${others.map(({ name }) => html`<li>${name}</li>`)}
      </ul>
    </div>`;
  }

  /** Does it, or asks first to whom and with which words. @param {string} order of KEEPING */
  keep(order) {
    if (order === 'take') this.store.keep('hand-over', { to: session.user?.id });
    else if (order === 'release') this.store.keep('hand-over', {});
    else /** @type {any} */ (this.renderRoot.querySelector('gw-hand-over')).ask(order, this.store.loadColleagues());
  }
}

customElements.define('gw-keeping', HandOverPart);
