// @ts-check
import { LitElement, css, html } from 'lit';
import { Batch } from '../state/batch.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { categoryName, problemWords, stageWord } from '../ui/words.js';
import { bodyOf, stepFieldStyles, stepFields } from './step-fields.js';
import '../ui/dialog.js';

/** One step for many incidents: asked once, then each answer by name. Tells `batch-done` {step, done, refused} once all are through. */
export class BatchDialog extends LitElement {
  static properties = { workers: { attribute: false }, category: { state: true }, missing: { state: true } };

  static styles = [
    shared,
    stepFieldStyles,
    css`
      progress {
        width: 100%;
        height: 8px;
        accent-color: var(--accent);
      }
      ul {
        display: grid;
        gap: 6px;
        max-height: 40vh;
        overflow-y: auto;
      }
      li {
        padding: 6px 10px;
        border-radius: var(--radius-small);
        background: var(--raised);
      }
    `,
  ];

  #batch = new Batch();
  #stores = new StoreController(this, [language, catalogue, this.#batch]);

  constructor() {
    super();
    /** @type {readonly import('../lib/types.js').Worker[]} */ this.workers = [];
    this.category = '';
    this.missing = false;
  }

  /** @param {import('../lib/commands.js').Step} step @param {import('../lib/types.js').Incident[]} incidents */
  async ask(step, incidents) {
    this.category = '';
    this.missing = false;
    this.#batch.prepare(step, incidents);
    await this.updateComplete;
    this.#dialog().show();
  }

  get open() {
    return this.#dialog()?.open ?? false;
  }

  render() {
    const { step, state } = this.#batch;
    return html`<gw-dialog heading=${step ? t(`step.${step.name}`) : ''} @dialog-close=${() => this.#batch.stop()}>
      ${step && state === 'asking' ? this.#asking(step) : step && state === 'running' ? this.#running() : state === 'done' ? this.#results() : ''}
    </gw-dialog>`;
  }

  /** @param {import('../lib/commands.js').Step} step */
  #asking(step) {
    const { fitting, others } = this.#batch;
    return html`<p>${t('batch.for', { n: fitting.length })}</p>
      ${others.length > 0 ? html`<p class="notice warn">${t('batch.notFor', { n: others.length })}</p>` : ''}
      <form id="batch" class="stack" novalidate @submit=${this.#submit}>
        ${stepFields({ asked: step, category: this.category, missing: this.missing, workers: this.workers, onCategory: (code) => (this.category = code) })}
      </form>
      <button slot="actions" type="button" @click=${() => this.#dialog().close()}>${t('cancel')}</button>
      <button slot="actions" form="batch" class=${step.harm ? 'harm' : 'primary'} ?disabled=${fitting.length === 0} ?autofocus=${step.asks === 'nothing'}>${t(`step.${step.name}`)} · ${language.number(fitting.length)}</button>`;
  }

  #running() {
    const { fitting, left } = this.#batch;
    return html`<p role="status">${t('batch.running', { done: fitting.length - left, n: fitting.length })}</p>
      <progress aria-label=${t('batch.progress')} max=${fitting.length} value=${fitting.length - left}></progress>
      <button slot="actions" type="button" @click=${() => this.#batch.stop()}>${t('batch.stop')}</button>`;
  }

  #results() {
    const { done, refused, left } = this.#batch;
    return html`<p role="status" data-batch-done>${t('batch.done', { n: done.length })}${left > 0 ? ` ${t('batch.left', { n: left })}` : ''}</p>
      ${refused.length > 0
        ? html`<p class="danger">${t('batch.refused', { n: refused.length })}</p>
            <ul tabindex="0" aria-label=${t('batch.refused', { n: refused.length })}>
              ${refused.map(({ incident, problem }) => html`<li><strong>#${incident.number}</strong> ${categoryName(incident.category)} <span class="second small">${stageWord(incident.stage)}</span><br /><span class="small">${problemWords(problem)}</span></li>`)}
            </ul>`
        : ''}
      <button slot="actions" class="primary" autofocus @click=${() => this.#dialog().close()}>${t('close')}</button>`;
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const step = /** @type {import('../lib/commands.js').Step} */ (this.#batch.step);
    const body = bodyOf(step, new FormData(/** @type {HTMLFormElement} */ (event.target)), this.category);
    this.missing = body === null;
    if (!body) return;
    await this.#batch.run(body);
    const { done, refused } = this.#batch;
    this.dispatchEvent(new CustomEvent('batch-done', { detail: { step, done, refused: refused.map(({ incident }) => incident) } }));
    if (refused.length === 0 && this.#batch.left === 0) this.#dialog().close();
  }

  #dialog() {
    return /** @type {import('../ui/dialog.js').Dialog} */ (this.renderRoot.querySelector('gw-dialog'));
  }
}

customElements.define('gw-batch-dialog', BatchDialog);
