// @ts-check
import { LitElement, html } from 'lit';
import { CaseDuplicates } from '../state/duplicates.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { offerUndo } from '../state/undo.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, categoryName, problemWords } from '../ui/words.js';
import { duplicateStyles } from './duplicates-styles.js';
import { apartWords, percent } from './duplicates-words.js';
import './duplicates-compare.js';

/**
 * In a case: whose duplicate it is, what was merged into it, and what may be the same. `detail` is the case's.
 * Tells `incident-pick` {id}.
 */
export class DuplicatesPart extends LitElement {
  static properties = { detail: { attribute: false }, mayAct: { type: Boolean } };
  static styles = [shared, duplicateStyles];

  #own = new CaseDuplicates();
  #stores = new StoreController(this, [language, catalogue, this.#own]);

  constructor() {
    super();
    /** @type {any} */ this.detail = null;
    this.mayAct = false;
  }

  /** @param {Map<string, unknown>} changes */
  updated(changes) {
    if (this.detail && (changes.has('detail') || changes.has('mayAct'))) this.#own.load(this.detail, this.mayAct);
  }

  render() {
    if (!this.detail) return '';
    const { merged, likely, problem } = this.#own;
    return html`<div class="stack">
      ${this.#belongs(this.detail)} ${problem ? html`<p class="notice bad" role="alert">${problemWords(problem)}</p>` : ''}
      ${merged.length > 0 ? this.#merged(merged) : ''} ${likely.length > 0 ? this.#likely(likely) : ''}
      <gw-compare .store=${this.#own} .own=${this.detail} @duplicate-merged=${this.#merge}></gw-compare>
    </div>`;
  }

  /** @param {any} detail */
  #belongs(detail) {
    const survivor = detail.duplicateOf;
    if (!survivor) return '';
    return html`<div class="notice row wrap" data-duplicate-of=${survivor.number}>
      <span class="grow">${t('duplicate.belongs', { n: survivor.number })}</span>
      <button @click=${() => this.#pick(survivor.id)}>${t('duplicate.open', { n: survivor.number })}</button>
      ${this.mayAct ? html`<button data-separate ?disabled=${this.#own.busy} @click=${() => this.#own.unmerge(detail)}>${t('duplicate.separate')}</button>` : ''}
    </div>`;
  }

  /** @param {any[]} merged */
  #merged(merged) {
    return html`<section class="stack">
      <h3>${t('duplicate.merged', { n: merged.length })}</h3>
      <ul class="items" id="merged">
        ${merged.map(
          ({ incident, mergedAt, mergedByName, reason }) => html`<li>
            <div class="row">
              <strong class="grow">#${incident.number} ${categoryName(incident.category)}</strong>
              <button class="plain small" @click=${() => this.#pick(incident.id)}>${t('duplicate.look')}</button>
              ${this.mayAct && incident.stage === 'MERGED' ? html`<button class="small" data-separate ?disabled=${this.#own.busy} @click=${() => this.#own.unmerge(incident)}>${t('duplicate.separate')}</button>` : ''}
            </div>
            ${incident.description ? html`<p class="words short">${incident.description}</p>` : ''}
            <p class="small second">${ago(mergedAt)}${mergedByName ? ` · ${mergedByName}` : ''}${reason ? ` · ${reason}` : ''}</p>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {import('../state/duplicates.js').Likely[]} likely */
  #likely(likely) {
    return html`<section class="stack">
      <h3>${t('duplicate.likely', { n: likely.length })}</h3>
      <ul class="items" id="likely">
        ${likely.slice(0, 3).map(
          (each, at) => html`<li>
            <div class="row">
              <strong class="grow">#${each.incident.number} ${categoryName(each.incident.category)}</strong>
              <span class="small second" title=${t('duplicate.score', { score: percent(each.score) })}>${percent(each.score)}</span>
              <button data-compare=${each.incident.number} @click=${() => this.#compare(at)}>${t('duplicate.compareOne')}</button>
            </div>
            ${each.incident.description ? html`<p class="words short">${each.incident.description}</p>` : ''}
            <p class="small second">${apartWords(each)}</p>
          </li>`,
        )}
      </ul>
      ${likely.length > 3 ? html`<button @click=${() => this.#compare(3)}>${t('duplicate.more', { n: likely.length - 3 })}</button>` : ''}
    </section>`;
  }

  /** @param {CustomEvent<{id: string, duplicate: {id: string, number: number}}>} event */
  #merge({ detail: { id, duplicate } }) {
    offerUndo(duplicate, 'merge');
    this.#pick(id);
  }

  /** @param {number} at */
  #compare(at) {
    /** @type {any} */ (this.renderRoot.querySelector('gw-compare')).show(at);
  }

  /** @param {string} id */
  #pick(id) {
    this.dispatchEvent(new CustomEvent('incident-pick', { detail: { id }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-duplicates', DuplicatesPart);
