// @ts-check
import { LitElement, html } from 'lit';
import { MOST_LEVELS, moved } from '../lib/rules.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/icon.js';
import { levelWords } from './escalation-rungs.js';
import { rulesStyles } from './rules-styles.js';

/** In which order workers are asked, how far the nearby reach, and how often one asks. Tells `rules-write` with what changed. */
export class DispatchTiers extends LitElement {
  static properties = { rules: { attribute: false }, levels: { attribute: false } };
  static styles = [shared, rulesStyles];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {NonNullable<import('../state/rules.js').Rules['dispatch']> | null} */ this.rules = null;
    /** @type {any[]} of the area tree */ this.levels = [];
  }

  render() {
    if (!this.rules) return '';
    const { tiers, nearbyLevelsUp, maxAttempts } = this.rules;
    return html`<div class="stack">
      <ol>${tiers.map(({ tier, asked }, index) => this.#tier(tier, asked, index))}</ol>
      ${tiers.some(({ asked }) => asked) ? '' : html`<p class="small danger" role="alert">${t('rules.nobodyAsked')}</p>`}
      <div class="two">
        <label class="field">${t('rules.nearby')}
          <select name="nearby" .value=${String(nearbyLevelsUp)} @change=${(/** @type {Event} */ event) => this.#write({ nearbyLevelsUp: Number(valueOf(event)) })}>
            ${Array.from({ length: MOST_LEVELS }, (_, i) => html`<option value=${i + 1} ?selected=${i + 1 === nearbyLevelsUp}>${levelWords(this.levels, i + 1)}</option>`)}
          </select>
        </label>
        <label class="field">${t('rules.attempts')}
          <input name="attempts" type="number" min="1" max="100" .value=${String(maxAttempts)} @change=${this.#attempts} />
        </label>
      </div>
    </div>`;
  }

  /** @param {string} tier @param {boolean} asked @param {number} index */
  #tier(tier, asked, index) {
    const { tiers } = /** @type {NonNullable<DispatchTiers['rules']>} */ (this.rules);
    const name = t(`rules.tier.${tier}`);
    const n = asked ? tiers.slice(0, index + 1).filter((each) => each.asked).length : null;
    return html`<li data-tier=${tier}>
      <b>${n === null ? '–' : language.number(n)}</b>
      <label class="tier">
        <input type="checkbox" .checked=${asked} @change=${() => this.#write({ tiers: tiers.map((each, i) => (i === index ? { ...each, asked: !asked } : each)) })} />
        <span>${name}<small>${t(`rules.tierExplain.${tier}`)}</small></span>
      </label>
      <div class="moves">
        <button class="plain" aria-label=${t('rules.tierUp', { name })} ?disabled=${index === 0} @click=${() => this.#write({ tiers: moved(tiers, index, -1) })}><gw-icon name="up"></gw-icon></button>
        <button class="plain" aria-label=${t('rules.tierDown', { name })} ?disabled=${index === tiers.length - 1} @click=${() => this.#write({ tiers: moved(tiers, index, 1) })}><gw-icon name="down"></gw-icon></button>
      </div>
    </li>`;
  }

  /** What lies outside the limits goes to the nearest. @param {Event} event */
  #attempts(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const maxAttempts = Math.max(1, Math.min(100, Math.round(Number(field.value)) || 1));
    field.value = String(maxAttempts);
    this.#write({ maxAttempts });
  }

  /** @param {Record<string, unknown>} detail */
  #write(detail) {
    this.dispatchEvent(new CustomEvent('rules-write', { detail }));
  }
}

/** @param {Event} event */
function valueOf({ target }) {
  return /** @type {HTMLSelectElement} */ (target).value;
}

customElements.define('gw-dispatch-tiers', DispatchTiers);
