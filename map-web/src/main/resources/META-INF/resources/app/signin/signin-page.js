// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';
import '../ui/language-switch.js';

/** Signing in; goes on to `next` or to where the person's work is. */
export class SigninPage extends LitElement {
  static properties = { fault: { state: true }, busy: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        min-height: 100dvh;
        display: grid;
        place-items: center;
        padding: 24px 16px;
      }
      main {
        width: min(400px, 100%);
        display: grid;
        gap: 20px;
      }
      .card {
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 24px;
      }
      .brand {
        justify-content: space-between;
      }
      .brand img {
        width: 32px;
        height: 32px;
      }
      form button {
        min-height: 44px;
      }
      .accounts {
        display: grid;
        gap: 8px;
      }
      .accounts button {
        width: 100%;
        text-align: start;
        display: flex;
        justify-content: space-between;
        gap: 12px;
        min-height: 44px;
        align-items: center;
        border-color: var(--line);
      }
    `,
  ];

  #stores = new StoreController(this, [language, session]);

  constructor() {
    super();
    /** @type {import('../net/http.js').Problem | null} */
    this.fault = null;
    this.busy = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    await session.load();
    if (session.user) this.#goOn();
  }

  render() {
    document.title = `${t('signin.title')} · Gridward`;
    return html`<main>
      <div class="row brand">
        <span class="row"><img src="/app/icon.svg" alt="" /><strong>Gridward</strong></span>
        <gw-language></gw-language>
      </div>
      <div class="card stack">
        <h1>${t('signin.title')}</h1>
        ${session.state === 'failed' ? html`<p class="notice warn" role="alert">${t('problem.offline')}</p>` : ''}
        ${this.#form()}
      </div>
      ${session.demoAccounts.length > 0 ? this.#demo() : ''}
      <p class="small"><a href="/">${t('signin.resident')}</a></p>
    </main>`;
  }

  #form() {
    return html`<form class="stack" @submit=${this.#submit}>
      <div class="field">
        <label for="login">${t('signin.login')}</label>
        <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required />
      </div>
      <div class="field">
        <label for="password">${t('signin.password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
      </div>
      <div role="alert">${this.fault ? html`<p class="notice bad">${problemWords(this.fault)}</p>` : ''}</div>
      <button class="primary" ?disabled=${this.busy}>${t(this.busy ? 'signin.busy' : 'signin.submit')}</button>
    </form>`;
  }

  #demo() {
    return html`<section class="card stack">
      <div>
        <h2>${t('signin.demo')}</h2>
        <p class="second small">${t('signin.demoHint')}</p>
      </div>
      <div class="accounts">
        ${session.demoAccounts.map(
          (account) => html`<button ?disabled=${this.busy} @click=${() => this.#enter(account.login, account.password)}>
            <span>${account.name}</span><span class="second small">${t(`role.${account.role}`)}</span>
          </button>`,
        )}
      </div>
      <button data-wall ?disabled=${this.busy} @click=${this.#enterWall}>${t('signin.wall')}</button>
    </section>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.#enter(String(form.get('login')).trim(), String(form.get('password')));
  }

  /** The demonstration's wall, as its leader sees it. */
  #enterWall() {
    const account = session.demoAccounts.find(({ role }) => role === 'LEADER') ?? session.demoAccounts[0];
    this.#enter(account.login, account.password, '/wall');
  }

  /** @param {string} login @param {string} password @param {string} [page] where to go then */
  async #enter(login, password, page) {
    this.busy = true;
    this.fault = null;
    try {
      await session.signIn(login, password);
      this.#goOn(page);
    } catch (fault) {
      this.fault = /** @type {import('../net/http.js').Problem} */ (fault);
      this.busy = false;
    }
  }

  /** Only a path of our own is followed. */
  #goOn(page = '') {
    const next = page || (new URLSearchParams(location.search).get('next') ?? '');
    location.assign(/^\/(?![/\\])/.test(next) ? next : session.home());
  }
}

customElements.define('gw-signin', SigninPage);
