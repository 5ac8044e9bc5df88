// @ts-check
import { LitElement, html } from 'lit';
import { MOST_LEVELS, MOST_RUNGS, levelAbove, moved } from '../lib/rules.js';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/icon.js';
import { rulesStyles } from './rules-styles.js';

/** @typedef {import('../lib/rules.js').Rung} Rung */

/** Whom a case is escalated to, rung by rung. Tells `rungs-write` {rungs} and `rung-add`. */
export class EscalationRungs extends LitElement {
  static properties = { rungs: { attribute: false }, wrong: { attribute: false }, levels: { attribute: false } };
  static styles = [shared, rulesStyles];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {Rung[]} */ this.rungs = [];
    /** The rung that is out of order; -1: none. */ this.wrong = -1;
    /** @type {any[]} of the area tree */ this.levels = [];
  }

  render() {
    return html`<ol>${this.rungs.map((rung, index) => this.#rung(rung, index))}</ol>
      ${this.rungs.length < MOST_RUNGS ? html`<p><button data-add @click=${() => this.dispatchEvent(new CustomEvent('rung-add'))}>${t('rules.addRung')}</button></p>` : ''}`;
  }

  /** @param {Rung} rung @param {number} index */
  #rung({ role, levelsUp }, index) {
    const n = index + 1;
    return html`<li data-rung=${n} ?data-wrong=${this.wrong === index}>
      <b>${language.number(n)}</b>
      <div class="two">
        <select name="role" aria-label=${t('rules.role', { n })} .value=${role} @change=${(/** @type {Event} */ event) => this.#change(index, { role: /** @type {Rung['role']} */ (valueOf(event)) })}>
          ${['OPERATOR', 'LEADER'].map((each) => html`<option value=${each} ?selected=${each === role}>${t(`rules.role.${each}`)}</option>`)}
        </select>
        <select name="levels" aria-label=${t('rules.levels', { n })} .value=${String(levelsUp)} @change=${(/** @type {Event} */ event) => this.#change(index, { levelsUp: Number(valueOf(event)) })}>
          ${Array.from({ length: MOST_LEVELS }, (_, i) => html`<option value=${i + 1} ?selected=${i + 1 === levelsUp}>${levelWords(this.levels, i + 1)}</option>`)}
        </select>
      </div>
      <div class="moves">
        <button class="plain" aria-label=${t('rules.up', { n })} ?disabled=${index === 0} @click=${() => this.#write(moved(this.rungs, index, -1))}><gw-icon name="up"></gw-icon></button>
        <button class="plain" aria-label=${t('rules.down', { n })} ?disabled=${index === this.rungs.length - 1} @click=${() => this.#write(moved(this.rungs, index, 1))}><gw-icon name="down"></gw-icon></button>
        <button class="plain" data-remove aria-label=${t('rules.removeRung', { n })} ?disabled=${this.rungs.length === 1} @click=${() => this.#write(this.rungs.filter((_, i) => i !== index))}><gw-icon name="trash"></gw-icon></button>
      </div>
      ${this.wrong === index ? html`<p class="small danger" role="alert">${t('rules.rungWrong', { role: t(`rules.role.${role}`) })}</p>` : ''}
    </li>`;
  }

  /** @param {number} index @param {Partial<Rung>} part */
  #change(index, part) {
    this.#write(this.rungs.map((rung, i) => (i === index ? { ...rung, ...part } : rung)));
  }

  /** @param {Rung[]} rungs */
  #write(rungs) {
    this.dispatchEvent(new CustomEvent('rungs-write', { detail: { rungs } }));
  }
}

/** "neighbourhood (1 level up)". @param {any[]} levels of the area tree @param {number} levelsUp */
export function levelWords(levels, levelsUp) {
  const level = levelAbove(levels, levelsUp);
  return t(level ? 'rules.level' : 'rules.levelWhole', { n: levelsUp, name: level ? language.name(level.names) : '' });
}

/** @param {Event} event */
function valueOf({ target }) {
  return /** @type {HTMLSelectElement} */ (target).value;
}

customElements.define('gw-escalation-rungs', EscalationRungs);
