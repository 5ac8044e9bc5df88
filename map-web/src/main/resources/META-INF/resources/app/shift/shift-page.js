// @ts-check
import { LitElement, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { ShiftStore } from '../state/shift.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { instead, wholeState } from '../ui/whole-state.js';
import { ago, categoryName, dueWords, placeOf, problemWords, severityWord, stageWord } from '../ui/words.js';
import { shiftStyles } from './shift-styles.js';
import '../ui/language-switch.js';

const FIGURES = ['came', 'closed', 'dismissed', 'merged', 'open', 'late', 'waiting', 'toVerify', 'toLocate', 'kept'];
const SPANS = /** @type {const} */ (['note', '8', '12', '24']);

/** What one shift hands over to the next: figures, what is late, waiting and in somebody's hands, and a note. Made to be printed. */
export class ShiftPage extends LitElement {
  static styles = [shared, shiftStyles];

  #shift = new ShiftStore();
  #stores = new StoreController(this, [language, session, catalogue, this.#shift], 60_000);

  async connectedCallback() {
    super.connectedCallback();
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign('/signin?next=/shift');
    if (!this.#allowed) return;
    catalogue.load();
    this.#shift.open();
  }

  get #allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR');
  }

  render() {
    document.title = `${t('shift.title')} · Gridward`;
    const { state } = this.#shift;
    const other = instead(this.#allowed, 'console.forbidden');
    if (other) return other;
    if (state === 'failed') return wholeState('shift.failed', () => this.#shift.load());
    return html`<header>${this.#head()}</header>
      <main>${state === 'loading' ? html`<p class="state" role="status">${t('loading')}</p>` : this.#summary(this.#shift.summary)}</main>`;
  }

  #head() {
    const { areas, area, span } = this.#shift;
    return html`<img src="/app/icon.svg" alt="Gridward" />
      <h1 class="grow">${t('shift.title')}</h1>
      <span class="row wrap screen">
        ${areas.length > 0
          ? html`<select aria-label=${t('console.area')} @change=${(/** @type {Event} */ event) => this.#shift.choose({ area: Number(/** @type {HTMLSelectElement} */ (event.target).value) })}>
              <option value="0" ?selected=${area === 0}>${t('shift.allMine')}</option>
              ${areas.map((each) => html`<option value=${each.id} ?selected=${area === each.id}>${(each.names ? language.name(each.names) : '') || each.code}</option>`)}
            </select>`
          : ''}
        <select aria-label=${t('shift.since')} @change=${(/** @type {Event} */ event) => this.#shift.choose({ span: /** @type {any} */ (event.target).value })}>
          ${SPANS.map((each) => html`<option value=${each} ?selected=${span === each}>${each === 'note' ? t('shift.sinceNote') : t('shift.sinceHours', { n: Number(each) })}</option>`)}
        </select>
        <button @click=${() => window.print()}>${t('shift.print')}</button>
        <gw-language></gw-language>
        <a href="/console">${t('insight.toConsole')}</a>
      </span>`;
  }

  /** @param {any} summary */
  #summary(summary) {
    const { since, until, counts, late, waiting, kept, notes } = summary;
    return html`<p class="lead second">${t('shift.period', { from: language.exact(Date.parse(since)), to: language.exact(Date.parse(until)) })} · ${this.#areaName()} · ${session.user?.name}</p>
      <dl class="figures">
        ${FIGURES.map(
          (name) => html`<div>
            <dt>${t(`shift.figure.${name}`)}</dt>
            <dd class=${name === 'late' && counts.late > 0 ? 'late' : ''} data-figure=${name}>${language.number(counts[name])}</dd>
          </div>`,
        )}
      </dl>
      ${this.#notes(notes)} ${this.#table('kept', kept, counts.kept)} ${this.#table('late', late, counts.late)} ${this.#table('waiting', waiting, counts.waiting)}`;
  }

  /** On paper there is no field that says it. */
  #areaName() {
    const { areas, area } = this.#shift;
    const chosen = areas.find(({ id }) => id === area);
    if (chosen) return (chosen.names ? language.name(chosen.names) : '') || chosen.code;
    return t(areas.length > 0 ? 'shift.allMine' : 'console.everything');
  }

  /** @param {any[]} notes */
  #notes(notes) {
    const { mayWrite, busy, problem } = this.#shift;
    return html`<section class="stack">
      <h2>${t('shift.notes')}</h2>
      ${mayWrite
        ? html`<form class="stack screen" @submit=${this.#write}>
            <div class="field">
              <label for="note">${t('shift.leave')}</label>
              <textarea id="note" name="note" maxlength="4000" required></textarea>
            </div>
            ${problem ? html`<p class="notice bad" role="alert">${problemWords(problem)}</p>` : ''}
            <div class="row"><span class="grow small second">${t('shift.leaveHint')}</span><button class="primary" ?disabled=${busy}>${t('shift.leaveDo')}</button></div>
          </form>`
        : this.#shift.areas.length > 1
          ? html`<p class="second screen">${t('shift.chooseArea')}</p>`
          : ''}
      ${notes.length === 0 ? html`<p class="second">${t('shift.noNotes')}</p>` : ''}
      <ul class="stack" id="notes">
        ${notes.map(
          (each) => html`<li>
            <p class="note">${each.note}</p>
            <p class="small second">${each.writtenByName ?? ''} · ${ago(each.writtenAt)}${each.areaNames ? ` · ${language.name(each.areaNames)}` : ''}</p>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {'kept' | 'late' | 'waiting'} name @param {any[]} rows @param {number} count */
  #table(name, rows, count) {
    return html`<section data-list=${name}>
      <h2>${t(`shift.${name}`)} <span class="second">${language.number(count)}</span></h2>
      ${rows.length === 0
        ? html`<p class="second">${t(`shift.none.${name}`)}</p>`
        : html`<table>
            <thead>
              <tr>
                <th class="n">${t('shift.number')}</th>
                <th>${t('shift.what')}</th>
                <th class="stage">${t('shift.stage')}</th>
                <th class="due">${t('shift.due')}</th>
                <th class="who">${t('shift.who')}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => this.#row(row))}
            </tbody>
          </table>`}
      ${count > rows.length ? html`<p class="second small">${t('shift.more', { n: count - rows.length })}</p>` : ''}
    </section>`;
  }

  /** @param {any} row */
  #row(row) {
    const late = row.dueAt && Date.parse(row.dueAt) < Date.now() && row.stage !== 'FED_BACK';
    return html`<tr>
      <td class="n"><a href="/console?incident=${row.id}">#${row.number}</a></td>
      <td>
        <strong>${categoryName(row.category)}</strong>${row.severity === 'CRITICAL' || row.severity === 'HIGH' ? html` <span class="small">${severityWord(row.severity)}</span>` : ''}
        <div class="small second">${[placeOf(row), row.description].filter(Boolean).join(' · ')}</div>
      </td>
      <td class="stage">${stageWord(row.stage)}</td>
      <td class="due ${late ? 'late' : ''}">${row.stage === 'FED_BACK' ? '' : dueWords(row)}</td>
      <td class="who">${row.keeperName ?? (row.escalated ? t(`keeping.escalated.${row.escalated.role}`) : '')}</td>
    </tr>`;
  }

  /** @param {SubmitEvent} event */
  async #write(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const note = String(new FormData(form).get('note') ?? '').trim();
    if (note && (await this.#shift.write(note))) form.reset();
  }
}

customElements.define('gw-shift', ShiftPage);
