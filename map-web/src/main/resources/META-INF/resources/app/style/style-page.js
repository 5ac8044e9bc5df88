// @ts-check
import { LitElement, html } from 'lit';
import { language, t } from '../state/language.js';
import { toasts } from '../state/toasts.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/badge.js';
import '../ui/connection-badge.js';
import '../ui/dialog.js';
import '../ui/facility-mark.js';
import '../ui/icon.js';
import '../ui/language-switch.js';
import '../ui/state-mark.js';
import '../ui/toasts.js';
import { badges, buttons, colours, fields, icons, notices, sizes, states, table } from './style-parts.js';
import { stylePageStyles } from './style-styles.js';

/** @type {[string, () => unknown][]} */
const PARTS = [
  ['states', states],
  ['colours', colours],
  ['sizes', sizes],
  ['buttons', buttons],
  ['fields', fields],
  ['badges', badges],
  ['notices', notices],
  ['table', table],
  ['icons', icons],
];

/** Every component in every state, for those who build screens: light or dark as the system, in both languages. Served in development only. */
export class StylePage extends LitElement {
  static styles = [shared, stylePageStyles];

  #stores = new StoreController(this, [language]);

  render() {
    document.title = `${t('style.title')} · Gridward`;
    return html`<header class="row">
        <h1 class="grow">${t('style.title')}</h1>
        <gw-language></gw-language>
      </header>
      <main>
        ${PARTS.map(([name, part]) => html`<section aria-label=${t(`style.${name}`)}><h2>${t(`style.${name}`)}</h2>${part()}</section>`)}
        <section aria-label=${t('style.overlays')}>
          <h2>${t('style.overlays')}</h2>
          <div class="row wrap">
            <button data-dialog @click=${() => this.#dialog().show()}>${t('step.dismiss')}…</button>
            <button data-toast @click=${() => toasts.show(t('batch.toast', { step: t('step.file'), n: 12 }), { action: { words: t('cancel'), run: () => {} } })}>${t('batch.done', { n: 12 })}</button>
            <button data-toast-bad @click=${() => toasts.show(t('problem.offline'), { kind: 'bad' })}>${t('problem.offline')}</button>
          </div>
          <gw-dialog heading=${t('step.dismiss')}>
            <p class="second">${t('explain.dismiss')}</p>
            <div class="field"><label for="why">${t('form.reason')}</label><textarea id="why" autofocus></textarea></div>
            <button slot="actions" @click=${() => this.#dialog().close()}>${t('cancel')}</button>
            <button slot="actions" class="harm">${t('step.dismiss')}</button>
          </gw-dialog>
        </section>
      </main>
      <gw-toasts></gw-toasts>`;
  }

  #dialog() {
    return /** @type {import('../ui/dialog.js').Dialog} */ (this.renderRoot.querySelector('gw-dialog'));
  }
}

customElements.define('gw-style', StylePage);
