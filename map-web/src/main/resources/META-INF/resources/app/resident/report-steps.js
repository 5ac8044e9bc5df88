// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { NewReport } from '../state/new-report.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';
import '../ui/category-picker.js';
import '../ui/place-field.js';

/** A report in three steps: what, where, and (if wanted) who. */
export class ReportSteps extends LitElement {
  static properties = { step: { state: true }, receipt: { state: true }, locating: { state: true } };

  static styles = [
    shared,
    css`
      .card {
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 18px;
        gap: 16px;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
      }
      ol li {
        border-top: 4px solid var(--line);
        padding-top: 6px;
        font-size: var(--text-small);
        color: var(--text-second);
      }
      ol li.reached {
        border-color: var(--accent);
        color: var(--text);
      }
      ol li[aria-current] {
        font-weight: 650;
      }
      .actions {
        display: grid;
        grid-template-columns: 1fr 2fr;
        gap: 8px;
      }
      .actions button:only-child {
        grid-column: 1 / -1;
      }
      .code {
        font-size: 1.5rem;
        font-weight: 650;
        letter-spacing: 0.02em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  #report = new NewReport('resident.report', 'tab');
  #stores = new StoreController(this, [language, catalogue, this.#report]);

  constructor() {
    super();
    this.step = 1;
    /** @type {any} */ this.receipt = null;
    /** @type {'no' | 'yes' | 'failed'} */ this.locating = 'no';
    catalogue.load();
  }

  render() {
    if (this.receipt) return this.#thanks(this.receipt);
    return html`<form class="card stack" novalidate @submit=${this.#submit} @input=${this.#typed}>
      <ol>
        ${['what', 'where', 'who'].map((name, i) => html`<li class=${i < this.step ? 'reached' : ''} aria-current=${i + 1 === this.step ? 'step' : nothing}>${i + 1}. ${t(`resident.step.${name}`)}</li>`)}
      </ol>
      ${this.step === 1 ? this.#what() : this.step === 2 ? this.#where() : this.#who()}
      ${catalogue.failed ? html`<p class="notice bad" role="alert">${t('problem.offline')} <button type="button" @click=${() => catalogue.load()}>${t('retry')}</button></p>` : ''}
      ${this.#report.problem ? html`<p class="notice bad" role="alert">${problemWords(this.#report.problem)}</p>` : ''}
      <div class="actions">
        ${this.step > 1 ? html`<button type="button" @click=${() => this.step--}>${t('back')}</button>` : ''}
        <button class="primary" ?disabled=${!this.#mayGoOn || this.#report.busy}>${t(this.step < 3 ? 'next' : this.#report.busy ? 'form.sending' : 'resident.send')}</button>
      </div>
    </form>`;
  }

  #what() {
    const { values } = this.#report;
    return html`<gw-category .value=${values.category ?? ''} @category-pick=${(/** @type {CustomEvent} */ event) => this.#report.set({ category: event.detail.code })}></gw-category>
      <div class="field">
        <label for="description">${t('resident.description')}</label>
        <textarea id="description" name="description" .value=${values.description ?? ''}></textarea>
      </div>`;
  }

  #where() {
    const { values } = this.#report;
    return html`<gw-place-field
        label=${t('resident.place')}
        .value=${values.placeText ?? ''}
        @place-type=${(/** @type {CustomEvent} */ event) => this.#report.describe(event.detail.text)}
        @place-pick=${(/** @type {CustomEvent} */ event) => this.#report.choose(event.detail, false)}
      ></gw-place-field>
      <button type="button" ?disabled=${this.locating === 'yes'} @click=${this.#useHere}>${t(this.locating === 'yes' ? 'field.locating' : 'resident.useHere')}</button>
      <p class="small ${this.locating === 'failed' ? 'danger' : 'second'}" role="status">
        ${this.locating === 'failed' ? t('field.locateFailed') : this.#report.placed ? html`${t('resident.located', { place: this.#pinWords() })} <button type="button" class="plain" @click=${() => this.#report.unplace()}>${t('resident.unlocate')}</button>` : t('resident.placeHint')}
      </p>`;
  }

  #pinWords() {
    const { lon = 0, lat = 0 } = this.#report.values;
    return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  }

  #who() {
    const { values } = this.#report;
    return html`<p class="second">${t('resident.whoHint')}</p>
      <div class="field">
        <label for="name">${t('resident.name')}</label>
        <input id="name" name="name" autocomplete="name" .value=${values.name ?? ''} />
      </div>
      <div class="field">
        <label for="phone">${t('resident.phone')}</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" .value=${values.phone ?? ''} />
      </div>`;
  }

  /** @param {any} receipt */
  #thanks(receipt) {
    return html`<div class="card stack" role="status">
      <h2>${t('resident.thanks', { n: receipt.number })}</h2>
      <p>${t('resident.keepCode')}</p>
      <p class="code" data-code>${receipt.trackingCode}</p>
      <a href="/?code=${receipt.trackingCode}">${t('resident.follow')}</a>
      <button @click=${this.#again}>${t('resident.another')}</button>
    </div>`;
  }

  get #mayGoOn() {
    if (this.step === 1) return !!this.#report.values.category;
    return this.step === 2 ? this.#report.complete : true;
  }

  #useHere() {
    this.locating = 'yes';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.locating = 'no';
        this.#report.place(coords.longitude, coords.latitude, false);
      },
      () => (this.locating = 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    );
  }

  /** @param {Event} event */
  #typed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name) this.#report.set({ [field.name]: field.value });
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    if (!this.#mayGoOn) return;
    if (this.step < 3) this.step++;
    else this.receipt = await this.#report.send();
  }

  #again() {
    this.receipt = null;
    this.step = 1;
  }
}

customElements.define('gw-report-steps', ReportSteps);
