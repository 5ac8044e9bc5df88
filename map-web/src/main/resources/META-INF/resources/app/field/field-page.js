// @ts-check
import { LitElement, css, html, nothing } from 'lit';
import { AssignmentBook } from '../state/assignments.js';
import { catalogue } from '../state/catalogue.js';
import { DutyStore } from '../state/duty.js';
import { language, t } from '../state/language.js';
import { Outbox } from '../state/outbox.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { categoryName, placeOf, problemWords } from '../ui/words.js';
import '../ui/connection-badge.js';
import '../ui/language-switch.js';
import './assignment-card.js';
import './duty-card.js';
import './report-here.js';

/** The grid worker's phone: duty, what to do next, report from here. */
export class FieldPage extends LitElement {
  static properties = { tab: { state: true }, said: { state: true }, notice: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
        --target: 44px;
        font-size: 1rem;
      }
      header {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 14px;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
      }
      main {
        flex: 1;
        overflow-y: auto;
        min-height: 0;
        padding: 14px;
      }
      main > * {
        width: min(560px, 100%);
        margin-inline: auto;
      }
      nav {
        display: grid;
        grid-template-columns: 1fr 1fr;
        background: var(--panel);
        border-top: 1px solid var(--line);
        padding: 6px 14px calc(6px + env(safe-area-inset-bottom));
        gap: 8px;
      }
      nav button {
        border-color: transparent;
        min-height: 48px;
      }
      nav button[aria-current] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .state {
        background: var(--panel);
        border: 1px dashed var(--line-strong);
        border-radius: 12px;
      }
      .waiting {
        justify-content: space-between;
      }
    `,
  ];

  #outbox = new Outbox();
  #book = new AssignmentBook(this.#outbox);
  #duty = new DutyStore();
  #stores = new StoreController(this, [language, session, catalogue, this.#outbox, this.#book, this.#duty], 15_000);
  #arrived = (/** @type {Event} */ event) => this.#sayArrived(/** @type {CustomEvent} */ (event).detail);
  #refused = (/** @type {Event} */ event) => (this.notice = problemWords(/** @type {CustomEvent} */ (event).detail.problem));

  constructor() {
    super();
    /** @type {'work' | 'report'} */ this.tab = 'work';
    this.said = '';
    this.notice = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#book.addEventListener('arrived', this.#arrived);
    this.#outbox.addEventListener('refused', this.#refused);
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign('/signin?next=/field');
    if (session.state === 'failed' || !session.hasRole('GRID_WORKER')) return;
    catalogue.load();
    this.#outbox.open();
    this.#book.open();
    this.#duty.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#book.removeEventListener('arrived', this.#arrived);
    this.#outbox.removeEventListener('refused', this.#refused);
    this.#book.close();
    this.#outbox.close();
    this.#duty.close();
  }

  render() {
    document.title = `${t('field.title')} · Gridward`;
    return html`<header>
        <img src="/app/icon.svg" alt="" width="28" height="28" />
        <span class="grow cut"><strong>${session.user?.name ?? 'Gridward'}</strong></span>
        <gw-connection .state=${this.#book.connection} .heardAt=${this.#book.heardAt}></gw-connection>
        <gw-language></gw-language>
      </header>
      <main><div class="stack">${this.#content()}</div></main>
      ${this.#ready ? this.#tabs() : ''}
      <div class="unseen" role="log" aria-live="assertive">${this.said}</div>`;
  }

  get #ready() {
    return !!session.user && session.hasRole('GRID_WORKER') && this.#duty.state !== 'none';
  }

  #content() {
    if (session.state === 'failed') return this.#state('problem.offline', () => location.reload());
    if (session.state === 'loading' || !session.user) return this.#state('loading');
    if (!this.#ready) return this.#state('field.forbidden');
    return html`<h1 class="unseen">${t('field.title')}</h1>
      ${this.#waiting()} ${this.notice ? html`<p class="notice warn row" role="alert"><span class="grow">${this.notice}</span><button class="plain" @click=${() => (this.notice = '')}>${t('understood')}</button></p>` : ''}
      ${this.tab === 'work' ? this.#work() : html`<gw-report-here .duty=${this.#duty} .outbox=${this.#outbox}></gw-report-here>`}`;
  }

  #work() {
    const { list, state } = this.#book;
    return html`<gw-duty .duty=${this.#duty} @sign-out=${this.#signOut}></gw-duty>
      ${list.map((assignment) => html`<gw-assignment .assignment=${assignment} .book=${this.#book} .here=${this.#duty.here} ?waiting=${this.#outbox.stepsOf(assignment.id).length > 0}></gw-assignment>`)}
      ${list.length === 0 ? this.#state(state === 'ready' ? (this.#duty.onDuty ? 'field.nothing' : 'field.nothingOff') : state === 'failed' ? 'field.failed' : 'loading', state === 'failed' ? () => this.#book.load() : undefined) : ''}`;
  }

  #waiting() {
    const n = this.#outbox.items.length;
    if (n === 0 || !this.#outbox.offline) return '';
    return html`<div class="notice warn row waiting" role="status">
      <span>${t('field.waiting', { n })}</span><button @click=${() => this.#outbox.flush()}>${t('retry')}</button>
    </div>`;
  }

  /** @param {string} key @param {() => void} [retry] */
  #state(key, retry) {
    return html`<div class="state" role="status">
      <p>${t(key)}</p>
      ${retry ? html`<button @click=${retry}>${t('retry')}</button>` : ''} ${key === 'field.forbidden' ? html`<a href=${session.home()}>${t('goHome')}</a>` : ''}
    </div>`;
  }

  #tabs() {
    return html`<nav aria-label=${t('field.tabs')}>
      ${this.#tab('work', t('field.work', { n: this.#book.list.length }))} ${this.#tab('report', t('field.report'))}
    </nav>`;
  }

  /** @param {'work' | 'report'} name @param {string} text */
  #tab(name, text) {
    return html`<button aria-current=${this.tab === name ? 'page' : nothing} @click=${() => (this.tab = name)}>${text}</button>`;
  }

  /** @param {import('../lib/types.js').Assignment} assignment */
  #sayArrived({ incident }) {
    this.said = t('field.arrivedLive', { what: categoryName(incident.category), where: placeOf(incident) });
    navigator.vibrate?.([120, 80, 120]);
  }

  async #signOut() {
    if (this.#outbox.items.length > 0) return void (this.notice = t('field.signOutWaiting'));
    await session.signOut().catch(() => {});
    location.assign('/signin?next=/field');
  }
}

customElements.define('gw-field', FieldPage);
