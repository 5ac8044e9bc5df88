// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { gazetteer } from '../state/gazetteer.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/connection-badge.js';
import '../ui/language-switch.js';
import '../ui/place-field.js';
import './alert-switch.js';
import './theme-switch.js';

/** Area, figures, connection, person. Tells `area-choose` {id}, `new-incident`, `show-keys`, `sign-out`; `place-pick` goes through. */
export class ConsoleHeader extends LitElement {
  static properties = { areas: { attribute: false }, watch: { attribute: false }, alerts: { attribute: false }, tell: { attribute: false }, around: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        padding: 8px 14px;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
      }
      img {
        width: 28px;
        height: 28px;
        display: block;
      }
      .area select {
        width: auto;
        max-width: 260px;
        font-weight: 600;
        text-overflow: ellipsis;
      }
      .figures {
        display: flex;
        gap: 18px;
      }
      .figures div {
        display: flex;
        align-items: baseline;
        gap: 6px;
        white-space: nowrap;
      }
      dt {
        color: var(--text-second);
        font-size: var(--text-small);
        order: 2;
      }
      dd {
        font-size: 1.25rem;
        font-weight: 650;
      }
      gw-place-field {
        width: 220px;
      }
      gw-theme {
        margin-inline-start: -8px;
      }
      .person {
        margin-inline-start: auto;
        white-space: nowrap;
      }
      .person .cut {
        max-width: 140px;
      }
      nav {
        gap: 12px;
      }
      @media (max-width: 1700px) {
        :host {
          column-gap: 14px;
        }
        .area select {
          max-width: 216px;
        }
        .figures {
          gap: 12px;
        }
        gw-place-field {
          width: 170px;
        }
        .person .cut,
        .primary kbd {
          display: none;
        }
      }
      @media (max-width: 1400px) {
        :host {
          column-gap: 10px;
        }
        .area select {
          max-width: 170px;
        }
        gw-place-field {
          width: 132px;
        }
      }
      @media (max-width: 720px) {
        :host > .grow,
        [data-keys] {
          display: none;
        }
        .area,
        .figures,
        gw-place-field {
          flex: 1 1 140px;
        }
        .figures {
          gap: 10px;
        }
        dd {
          font-size: 1.0625rem;
        }
        .area select {
          flex: 1;
          max-width: none;
          min-width: 0;
        }
        gw-connection {
          order: 1;
        }
        .figures,
        gw-alerts,
        gw-theme {
          order: 2;
        }
        gw-place-field,
        .primary {
          order: 3;
        }
        .person {
          order: 4;
          flex: 1 0 100%;
          justify-content: space-between;
        }
      }
    `,
  ];

  #stores = new StoreController(this, [language, session, gazetteer], 10_000, () => [this.areas, this.watch, this.watch.incidents, this.watch.workers]);

  constructor() {
    super();
    /** @type {any} */ this.areas = null;
    /** @type {any} */ this.watch = null;
    /** @type {any} */ this.alerts = null;
    this.tell = false;
    /** @type {any} what the map shows */ this.around = null;
    gazetteer.load();
  }

  render() {
    return html`<div class="row area">
        <img src="/app/icon.svg" alt="Gridward" />
        ${this.#areaSelect()}
      </div>
      ${this.#figures()}
      <span class="grow"></span>
      ${gazetteer.known ? html`<gw-place-field compact label=${t('place.jump')} placeholder=${t('place.jump')} .around=${this.around}></gw-place-field>` : ''}
      <gw-alerts .store=${this.alerts}></gw-alerts>
      <gw-theme></gw-theme>
      <gw-connection .state=${this.watch.connection} .heardAt=${this.watch.heardAt}></gw-connection>
      ${this.tell ? html`<button class="primary" @click=${() => this.#send('new-incident')}>${t('console.new')}<kbd>n</kbd></button>` : ''}
      <div class="row person">
        <nav class="row" aria-label=${t('console.surfaces')}>
          <a href="/wall">${t('wall.title')}</a>
          <a href="/insight">${t('console.insight')}</a>
          <a href="/shift">${t('shift.link')}</a>
          ${session.hasRole('ADMINISTRATOR') ? html`<a href="/admin">${t('admin.open')}</a>` : ''}
        </nav>
        <button class="plain" data-keys aria-label=${t('keys.title')} title=${t('keys.title')} @click=${() => this.#send('show-keys')}><kbd>?</kbd></button>
        <gw-language></gw-language>
        <span class="cut second small">${session.user?.name}</span>
        <button title=${session.user?.name ?? ''} @click=${() => this.#send('sign-out')}>${t('signOut')}</button>
      </div>`;
  }

  #areaSelect() {
    const { list, chosen, depth, everything } = this.areas;
    if (list.length === 0) return html`<strong>Gridward</strong>`;
    return html`<select aria-label=${t('console.area')} @change=${this.#choose}>
      ${everything ? html`<option value="0" ?selected=${chosen === 0}>${t('console.everything')}</option>` : ''}
      ${list.map((/** @type {any} */ area) => html`<option value=${area.id} ?selected=${chosen === area.id}>${'\u2003'.repeat(depth.get(area.id) ?? 0)}${language.name(area.names) || area.code}</option>`)}
    </select>`;
  }

  #figures() {
    const { incidents } = this.watch;
    const late = incidents.countLate(Date.now());
    const workers = this.watch.workers.count;
    return html`<dl class="figures">
      ${this.#figure('open', language.number(incidents.size), '')} ${this.#figure('late', language.number(late), late > 0 ? 'late' : '')}
      ${this.#figure('onDuty', `${language.number(this.watch.workers.onDuty().length)} / ${language.number(workers)}`, '')}
    </dl>`;
  }

  /** @param {string} key @param {string} value @param {string} tone */
  #figure(key, value, tone) {
    return html`<div>
      <dt>${t(`figure.${key}`)}</dt>
      <dd class=${tone} data-figure=${key}>${value}</dd>
    </div>`;
  }

  /** @param {Event} event */
  #choose(event) {
    this.#send('area-choose', { id: Number(/** @type {HTMLSelectElement} */ (event.target).value) });
  }

  /** @param {string} type @param {Record<string, unknown>} [detail] */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('gw-console-header', ConsoleHeader);
