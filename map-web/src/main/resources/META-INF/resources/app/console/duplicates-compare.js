// @ts-check
import { LitElement, css, html } from 'lit';
import { markOf } from '../lib/marks.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, categoryName, placeOf, problemWords, severityWord, stageWord } from '../ui/words.js';
import { duplicateStyles } from './duplicates-styles.js';
import { apartWords, percent, scoreParts } from './duplicates-words.js';
import '../ui/state-mark.js';

/**
 * Two incidents side by side, to decide whether they are one. `store` is a CaseDuplicates, `own` the case.
 * Tells `duplicate-merged` {id, duplicate}: the one that remains, and the other.
 */
export class DuplicatesCompare extends LitElement {
  static properties = { store: { attribute: false }, own: { attribute: false }, at: { state: true }, open: { state: true } };
  static styles = [
    shared,
    duplicateStyles,
    css`
      dialog {
        width: min(880px, calc(100vw - 32px));
      }
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
      }
      article {
        display: grid;
        gap: 10px;
        align-content: start;
        padding: 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        min-width: 0;
      }
      article .words {
        min-height: 4.5em;
        max-height: 12em;
        overflow-y: auto;
      }
      @media (max-width: 640px) {
        .sides {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue], 0, () => [this.store]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.own = null;
    this.at = 0;
    this.open = false;
  }

  /** @param {number} at which of the likely ones */
  async show(at) {
    this.at = at;
    this.open = true;
    this.store.dropProblem();
    await this.updateComplete;
    this.#dialog().showModal();
  }

  render() {
    const { likely } = this.store;
    const other = likely[Math.min(this.at, likely.length - 1)];
    return html`<dialog aria-label=${t('duplicate.compare')} @close=${() => (this.open = false)} @keydown=${(/** @type {KeyboardEvent} */ event) => event.stopPropagation()}>
      ${this.open ? this.#content(likely, other) : ''}
    </dialog>`;
  }

  /** @param {import('../state/duplicates.js').Likely[]} likely @param {import('../state/duplicates.js').Likely | undefined} other */
  #content(likely, other) {
    return html`<div class="stack">
        <div class="row">
          <h2 class="grow">${t('duplicate.compare')}</h2>
          ${likely.length > 1 ? this.#steps(likely.length) : ''}
          <button class="plain" aria-label=${t('close')} @click=${() => this.#dialog().close()}>✕</button>
        </div>
        ${other && this.own ? this.#both(other) : html`<p class="second">${t('duplicate.none')}</p>`}
      </div>`;
  }

  /** @param {number} count */
  #steps(count) {
    return html`<button aria-label=${t('duplicate.previous')} ?disabled=${this.at === 0} @click=${() => this.at--}>‹</button>
      <span class="small second">${t('duplicate.of', { n: this.at + 1, count })}</span>
      <button aria-label=${t('duplicate.next')} ?disabled=${this.at >= count - 1} @click=${() => this.at++}>›</button>`;
  }

  /** @param {import('../state/duplicates.js').Likely} likely */
  #both(likely) {
    const { own } = this;
    const other = likely.incident;
    const { problem, busy } = this.store;
    return html`<p><strong>${t('duplicate.alike', { score: percent(likely.score) })}</strong> <span class="second">${apartWords(likely)}</span></p>
      ${scoreParts(likely)}
      <div class="sides">${this.#side(own, t('duplicate.thisCase'))} ${this.#side(other, t('duplicate.otherCase'))}</div>
      <div class="field">
        <label for="reason">${t('form.reasonOptional')}</label>
        <input id="reason" autocomplete="off" maxlength="500" />
      </div>
      ${problem ? html`<p class="notice bad" role="alert">${problemWords(problem)}</p>` : ''}
      <div class="row wrap">
        <span class="grow small second">${t('duplicate.explain')}</span>
        <button data-keep="own" ?disabled=${busy || other.stage === 'FED_BACK'} @click=${() => this.#merge(other, own)}>${t('duplicate.keep', { n: own.number })}</button>
        <button data-keep="other" class="primary" ?disabled=${busy || own.stage === 'FED_BACK'} @click=${() => this.#merge(own, other)}>${t('duplicate.keep', { n: other.number })}</button>
      </div>`;
  }

  /** @param {any} incident @param {string} title */
  #side(incident, title) {
    return html`<article aria-label=${title}>
      <span class="small second">${title}</span>
      <div class="row">
        <gw-mark .mark=${markOf(incident, Date.now())}></gw-mark>
        <strong class="grow">${categoryName(incident.category)}</strong>
        <span class="second">#${incident.number}</span>
      </div>
      <p class="small second">${stageWord(incident.stage)} · ${severityWord(incident.severity)} · ${ago(incident.reportedAt)}</p>
      <p class="small">${placeOf(incident) || t('duplicate.noPlaceWords')}</p>
      <p class="words">${incident.description || html`<span class="second">${t('duplicate.noWords')}</span>`}</p>
    </article>`;
  }

  /** @param {any} duplicate @param {any} into */
  async #merge(duplicate, into) {
    const reason = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#reason')).value.trim();
    if (!(await this.store.merge(duplicate, into, reason))) return;
    this.#dialog().close();
    this.dispatchEvent(new CustomEvent('duplicate-merged', { detail: { id: into.id, duplicate }, bubbles: true, composed: true }));
  }

  #dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }
}

customElements.define('gw-compare', DuplicatesCompare);
