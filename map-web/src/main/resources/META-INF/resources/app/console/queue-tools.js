// @ts-check
import { LitElement, css, html } from 'lit';
import { FILTERS } from '../lib/queue.js';
import { EVERYTHING, SCOPES, keeperOf, narrowedBy } from '../lib/queue-choice.js';
import { catalogue } from '../state/catalogue.js';
import { Keepers } from '../state/keepers.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { categoryName, problemWords, severityWord } from '../ui/words.js';
import '../ui/icon.js';

const SEVERITIES = ['CRITICAL', 'HIGH', 'NORMAL', 'LOW'];

/** What narrows the queue: words, kinds with their counts, scope, severity, category, and the person's saved filters. Tells `queue-leave`. */
export class QueueTools extends LitElement {
  static properties = { store: { attribute: false }, filters: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding: 12px;
        border-bottom: 1px solid var(--line);
      }
      .kinds,
      .picks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .kinds button,
      .picks button {
        min-height: 28px;
        padding: 2px 9px;
        font-size: var(--text-small);
        border-color: var(--line);
        border-radius: 14px;
      }
      button[aria-pressed='true'] {
        border-color: var(--accent);
      }
      .kinds b {
        font-weight: 550;
        color: var(--text-second);
      }
      .more {
        padding: 0 9px;
        position: relative;
      }
      .more[data-narrowed]::after {
        content: '';
        position: absolute;
        top: 5px;
        right: 5px;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
      }
      .panel {
        gap: 10px;
        padding: 10px 0 2px;
        max-height: 46vh;
        overflow-y: auto;
      }
      select {
        min-height: 32px;
        padding-block: 4px;
      }
    `,
  ];

  #keepers = new Keepers();
  #stores = new StoreController(this, [language, catalogue, this.#keepers], 15_000, () => [this.store, this.filters]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.filters = null;
    this.open = false;
  }

  focusSearch() {
    /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('#search'))?.focus();
  }

  /** Opens or closes what narrows further. */
  async narrow() {
    this.open = !this.open;
    if (this.open) this.#keepers.load();
    await this.updateComplete;
    if (this.open) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#scope'))?.focus();
  }

  render() {
    this.store.refresh();
    const { choice } = this.store;
    return html`<div class="row">
        <input id="search" class="grow" type="search" aria-label=${t('queue.search')} placeholder=${t('queue.searchShort')} .value=${choice.words} @input=${this.#search} @keydown=${this.#searchKey} />
        <button class="more" aria-expanded=${String(this.open)} aria-label=${t('queue.narrow')} title=${t('queue.narrow')} ?data-narrowed=${narrowedBy(choice) > 0 || choice.scope !== 'area'} @click=${this.narrow}>
          <gw-icon name="filter"></gw-icon>
        </button>
      </div>
      <div class="kinds" role="group" aria-label=${t('queue.filter')}>${FILTERS.map((kind) => this.#kind(kind))}</div>
      ${this.open ? this.#panel() : ''}`;
  }

  /** @param {import('../lib/queue.js').QueueFilter} kind */
  #kind(kind) {
    const count = this.store.counts[kind] ?? 0;
    const chosen = this.store.choice.kind === kind;
    if (kind === 'locate' && count === 0 && !chosen) return '';
    return html`<button data-kind=${kind} aria-pressed=${String(chosen)} @click=${() => this.store.choose({ kind })}>${t(`filter.${kind}`)} <b>${language.number(count)}</b></button>`;
  }

  #panel() {
    const { choice } = this.store;
    return html`<div class="panel stack">
      <div class="field">
        <label for="scope">${t('queue.scope')}</label>
        <select id="scope" @change=${(/** @type {any} */ event) => this.store.choose({ scope: event.target.value })}>
          ${SCOPES.map((scope) => html`<option value=${scope} ?selected=${choice.scope === scope}>${t(`scope.${scope}`)}</option>`)}
        </select>
      </div>
      ${this.#keeper(choice.keeper)}
      <fieldset class="field">
        <legend>${t('form.severity')}</legend>
        <div class="picks">${SEVERITIES.map((severity) => this.#pick('severity', severity, severityWord(severity)))}</div>
      </fieldset>
      <div class="field">
        <label for="category">${t('queue.category')}</label>
        <select id="category" @change=${(/** @type {any} */ event) => this.store.choose({ category: event.target.value ? [event.target.value] : [] })}>
          <option value="" ?selected=${choice.category.length === 0}>${t('queue.anyCategory')}</option>
          ${catalogue.list.map(({ code }) => html`<option value=${code} ?selected=${choice.category.includes(code)}>${categoryName(code)}</option>`)}
        </select>
      </div>
      ${this.#saved()}
      <button class="plain" data-all @click=${() => this.store.choose(EVERYTHING)}>${t('queue.everything')}</button>
    </div>`;
  }

  /** @param {import('../lib/queue-choice.js').Keeper} chosen */
  #keeper(chosen) {
    const others = this.#keepers.list.filter(({ userId }) => userId !== session.user?.id);
    const known = typeof chosen !== 'number' || others.some(({ userId }) => userId === chosen);
    /** @param {string} value @param {string} words */
    const option = (value, words) => html`<option value=${value} ?selected=${value === String(chosen)}>${words}</option>`;
    return html`<div class="field">
      <label for="keeper">${t('queue.keeper')}</label>
      <select id="keeper" @change=${(/** @type {any} */ event) => this.store.choose({ keeper: keeperOf(event.target.value) })}>
        ${option('', t('queue.anyKeeper'))} ${option('me', t('queue.keeperMe'))} ${option('nobody', t('queue.keeperNobody'))}
        ${others.map(({ userId, name, open }) => option(String(userId), t('queue.keeperOpen', { name, n: open })))} ${known ? '' : option(String(chosen), t('queue.keeperIdle'))}
      </select>
    </div>`;
  }

  #saved() {
    const { list, problem } = this.filters;
    return html`<fieldset class="field">
      <legend>${t('queue.saved')}</legend>
      ${list.map(
        (/** @type {any} */ saved) => html`<div class="row">
          <button class="plain grow cut" data-saved=${saved.id} @click=${() => this.store.choose(this.filters.choiceOf(saved, this.store.choice.scope))}>${saved.name}</button>
          <button class="plain" aria-label=${t('queue.forget', { name: saved.name })} title=${t('queue.forget', { name: saved.name })} @click=${() => this.filters.remove(saved)}><gw-icon name="trash"></gw-icon></button>
        </div>`,
      )}
      <form class="row" @submit=${this.#keep}>
        <input class="grow" name="name" maxlength="60" required autocomplete="off" aria-label=${t('queue.saveAs')} placeholder=${t('queue.saveAs')} />
        <button>${t('queue.save')}</button>
      </form>
      ${problem ? html`<p class="small danger" role="alert">${problemWords(problem)}</p>` : ''}
    </fieldset>`;
  }

  /** @param {'severity'} field @param {string} value @param {string} words */
  #pick(field, value, words) {
    const chosen = this.store.choice[field];
    const on = chosen.includes(value);
    return html`<button aria-pressed=${String(on)} @click=${() => this.store.choose({ [field]: on ? chosen.filter((/** @type {string} */ each) => each !== value) : [...chosen, value] })}>${words}</button>`;
  }

  /** @param {InputEvent} event */
  #search(event) {
    this.store.choose({ words: /** @type {HTMLInputElement} */ (event.target).value });
  }

  /** @param {KeyboardEvent} event */
  #searchKey(event) {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.key === 'Escape') this.store.choose({ words: '' });
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('queue-leave'));
  }

  /** @param {SubmitEvent} event */
  async #keep(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (await this.filters.keep(String(new FormData(form).get('name')), this.store.choice)) form.reset();
  }
}

customElements.define('gw-queue-tools', QueueTools);
