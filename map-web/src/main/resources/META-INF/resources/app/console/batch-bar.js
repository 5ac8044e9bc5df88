// @ts-check
import { LitElement, css, html } from 'lit';
import { BATCH_STEPS, mayTake } from '../lib/commands.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/badge.js';

/** What can be done with the marked incidents. `store` is a Queue. Tells `batch-ask` (a Step). */
export class BatchBar extends LitElement {
  static properties = { store: { attribute: false }, mayAct: { type: Boolean } };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .steps {
        gap: 4px;
      }
      .steps button {
        min-height: 30px;
        padding: 3px 9px;
        font-size: var(--text-small);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    this.mayAct = false;
  }

  render() {
    const marked = this.store.markedIncidents;
    const steps = this.mayAct ? BATCH_STEPS.filter((step) => marked.some((/** @type {any} */ incident) => mayTake(step, incident))) : [];
    return html`<div class="row" role="status">
        <gw-badge tone="strong" data-marked>${t('batch.marked', { n: marked.length })}</gw-badge><span class="grow"></span>
        <button class="plain small" @click=${() => this.store.markAll()}>${t('batch.all')}</button>
        <button class="plain small" @click=${() => this.store.mark([])}>${t('batch.none')}</button>
      </div>
      <div class="row wrap steps" role="group" aria-label=${t('batch.actions')}>
        ${steps.map((step) => html`<button data-batch=${step.name} class=${step.harm ? 'harm' : ''} @click=${() => this.#ask(step)}>${t(`step.${step.name}`)}</button>`)}
      </div>`;
  }

  /** @param {import('../lib/commands.js').Step} step */
  #ask(step) {
    this.dispatchEvent(new CustomEvent('batch-ask', { detail: step, bubbles: true, composed: true }));
  }
}

customElements.define('gw-batch-bar', BatchBar);
