// @ts-check
import { LitElement, html } from 'lit';
import { language, t } from '../state/language.js';
import { Rules } from '../state/rules.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';
import '../ui/dialog.js';
import './escalation-rungs.js';
import './dispatch-tiers.js';
import { rulesStyles } from './rules-styles.js';

/** Who is asked first, and whom a case is escalated to, to be read and changed. `open()` shows it. */
export class RulesDialog extends LitElement {
  static styles = [shared, rulesStyles];

  #store = new Rules();
  #stores = new StoreController(this, [language, this.#store]);

  open() {
    this.#store.load();
    /** @type {import('../ui/dialog.js').Dialog} */ (this.renderRoot.querySelector('gw-dialog')).show();
  }

  render() {
    const { state, dispatch, escalation } = this.#store;
    return html`<gw-dialog wide heading=${t('rules.title')}>
      ${state === 'failed' ? html`<p class="notice bad" role="alert">${t('problem.offline')} <button @click=${() => this.#store.load()}>${t('retry')}</button></p>` : ''}
      ${state === 'loading' ? html`<p class="second" role="status">${t('loading')}</p>` : ''}
      ${state === 'ready' && dispatch && escalation ? [this.#dispatch(dispatch), this.#escalation(escalation)] : ''}
    </gw-dialog>`;
  }

  /** @param {NonNullable<Rules['dispatch']>} dispatch */
  #dispatch(dispatch) {
    return html`<section class="stack" aria-labelledby="dispatch">
      <h3 id="dispatch">${t('rules.dispatch')}</h3>
      <p class="small second">${t('rules.dispatchExplain')}</p>
      <gw-dispatch-tiers .rules=${dispatch} .levels=${this.#store.levels} @rules-write=${(/** @type {CustomEvent} */ event) => this.#store.writeDispatch(event.detail)}></gw-dispatch-tiers>
      ${this.#foot('dispatch', !dispatch.tiers.some(({ asked }) => asked), () => this.#store.saveDispatch())}
    </section>`;
  }

  /** @param {NonNullable<Rules['escalation']>} escalation */
  #escalation({ rungs, validFrom }) {
    return html`<section class="stack" aria-labelledby="escalation">
      <h3 id="escalation">${t('rules.escalation')}</h3>
      <p class="small second">${t('rules.escalationExplain')} ${t('rules.since', { time: language.exact(Date.parse(validFrom)) })}</p>
      <gw-escalation-rungs .rungs=${rungs} .wrong=${this.#store.wrong} .levels=${this.#store.levels} @rungs-write=${(/** @type {CustomEvent} */ event) => this.#store.writeRungs(event.detail.rungs)} @rung-add=${() => this.#store.addRung()}></gw-escalation-rungs>
      ${this.#foot('escalation', this.#store.wrong >= 0 || rungs.length === 0, () => this.#store.saveEscalation())}
    </section>`;
  }

  /** @param {'dispatch' | 'escalation'} part @param {boolean} wrong @param {() => void} save */
  #foot(part, wrong, save) {
    const { problem, busy, saved } = this.#store;
    return html`${problem && !busy && this.#asked === part ? html`<p class="notice bad" role="alert">${problemWords(problem)} <button @click=${() => this.#store.load()}>${t('rules.readAgain')}</button></p>` : ''}
      <div class="row save">
        <span role="status" class="second small">${saved === part ? t('rules.saved') : ''}</span>
        <button class="primary" data-save=${part} ?disabled=${wrong || busy !== ''} @click=${() => this.#ask(part, save)}>${t(busy === part ? 'form.sending' : 'rules.save')}</button>
      </div>`;
  }

  /** The part that was to be saved last. @type {'' | 'dispatch' | 'escalation'} */
  #asked = '';

  /** @param {'dispatch' | 'escalation'} part @param {() => void} save */
  #ask(part, save) {
    this.#asked = part;
    save();
  }
}

customElements.define('gw-rules-dialog', RulesDialog);
