// @ts-check
import { LitElement, html } from 'lit';
import { KnownAlready } from '../state/duplicates.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, categoryName, problemWords, stageWord } from '../ui/words.js';
import { duplicateStyles } from './duplicates-styles.js';
import { apartWords, percent } from './duplicates-words.js';

/**
 * While a report is typed: what may be known already, to which it can be added instead. `report` is a NewReport.
 * Tells `form-filed` {id, number} when it was added.
 */
export class KnownAlreadyHint extends LitElement {
  static properties = { report: { attribute: false } };
  static styles = [shared, duplicateStyles];

  /** @type {KnownAlready | null} */
  #known = null;
  #stores = new StoreController(this, [language, catalogue]);
  #changed = () => this.requestUpdate();

  constructor() {
    super();
    /** @type {any} */ this.report = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#known?.follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#known?.leave();
  }

  /** The report comes with the first update, since the element may be there before its module. @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('report') || !this.report || this.#known) return;
    this.#known = new KnownAlready(this.report);
    this.#known.addEventListener('change', this.#changed);
    this.#known.follow();
  }

  render() {
    const likely = this.#known?.likely ?? [];
    const problem = this.#known?.problem;
    return html`<div role="status">${likely.length > 0 ? this.#list(likely) : ''}</div>
      ${problem ? html`<p class="notice bad" role="alert">${problemWords(problem)}</p>` : ''}`;
  }

  /** @param {import('../state/duplicates.js').Likely[]} likely */
  #list(likely) {
    return html`<section class="notice warn stack" id="known">
      <strong>${t('duplicate.known')}</strong>
      <ul class="items">
        ${likely.map(
          (each) => html`<li>
            <div class="row">
              <strong class="grow">#${each.incident.number} ${categoryName(each.incident.category)}</strong>
              <span class="small second" title=${t('duplicate.score', { score: percent(each.score) })}>${percent(each.score)}</span>
            </div>
            ${each.incident.description ? html`<p class="words short">${each.incident.description}</p>` : ''}
            <div class="row">
              <span class="grow small second">${stageWord(each.incident.stage)} · ${ago(each.incident.reportedAt)} · ${apartWords(each)}</span>
              <button type="button" data-add-to=${each.incident.number} ?disabled=${this.#known?.busy} @click=${() => this.#addTo(each.incident)}>${t('duplicate.addTo')}</button>
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {any} incident */
  async #addTo(incident) {
    const added = await this.#known?.addTo(incident);
    if (added) this.dispatchEvent(new CustomEvent('form-filed', { detail: added, bubbles: true, composed: true }));
  }
}

customElements.define('gw-known-already', KnownAlreadyHint);
