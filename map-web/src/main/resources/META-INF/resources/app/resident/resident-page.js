// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/language-switch.js';
import './follow-report.js';
import './report-steps.js';
import './service-map.js';

/** The resident's page: tell, and see what became of it. */
export class ResidentPage extends LitElement {
  static properties = { tab: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        --target: 44px;
        font-size: 1rem;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 12px 16px;
        max-width: 672px;
        margin: auto;
      }
      main {
        max-width: 640px;
        margin: auto;
        padding: 8px 16px 40px;
      }
      .lead {
        font-size: var(--text-large);
      }
      .choice {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
      }
      footer {
        max-width: 640px;
        margin: auto;
        padding: 0 16px 24px;
      }
    `,
  ];

  #stores = new StoreController(this, [language]);

  constructor() {
    super();
    /** @type {'tell' | 'follow' | 'places'} */
    this.tab = new URLSearchParams(location.search).has('code') ? 'follow' : 'tell';
  }

  render() {
    document.title = `${t('resident.title')} · Gridward`;
    return html`<header>
        <span class="row"><img src="/app/icon.svg" alt="" width="28" height="28" /><strong>Gridward</strong></span><gw-language></gw-language>
      </header>
      <main class="stack">
        <div>
          <h1>${t(this.tab === 'places' ? 'resident.placesTitle' : 'resident.title')}</h1>
          <p class="second lead">${t(this.tab === 'places' ? 'resident.placesLead' : 'resident.lead')}</p>
        </div>
        <div class="choice" role="group" aria-label=${t('resident.title')}>
          <button aria-pressed=${String(this.tab === 'tell')} @click=${() => (this.tab = 'tell')}>${t('resident.tell')}</button>
          <button aria-pressed=${String(this.tab === 'follow')} @click=${() => (this.tab = 'follow')}>${t('resident.follow')}</button>
          <button aria-pressed=${String(this.tab === 'places')} @click=${() => (this.tab = 'places')}>${t('resident.places')}</button>
        </div>
        ${this.tab === 'tell' ? html`<gw-report-steps></gw-report-steps>` : this.tab === 'follow' ? html`<gw-follow-report></gw-follow-report>` : html`<gw-service-map></gw-service-map>`}
      </main>
      <footer class="small"><a href="/signin">${t('resident.staff')}</a></footer>`;
  }
}

customElements.define('gw-resident', ResidentPage);
