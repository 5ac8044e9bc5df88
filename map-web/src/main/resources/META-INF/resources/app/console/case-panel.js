// @ts-check
import { LitElement, html } from 'lit';
import { DISPATCH_STEPS, mayUndo, stepsFor } from '../lib/commands.js';
import { markOf } from '../lib/marks.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { takeBack } from '../state/undo.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, categoryName, dueWords, placeOf, problemWords, severityWord, stageWord, workersIn } from '../ui/words.js';
import { candidatesPart, decisionsPart, storyPart } from './case-parts.js';
import { caseStyles } from './case-styles.js';
import { keyHint } from './key-cap.js';
import '../ui/badge.js';
import '../ui/icon.js';
import '../ui/state-mark.js';

/** Not needed for the first look at a case. */
const loadParts = () => Promise.all([import('./duplicates-part.js'), import('./hand-over-part.js'), import('./locate-part.js'), import('./nearest-address.js'), import('./nearest-places.js')]);

/**
 * One incident: what, where, who, the story, what can be done now. Tells `step-ask` (a Step), `case-close`, `case-map`,
 * `facility-show` {id, lon, lat}. `store` is a CaseStore, `facilities` a Facilities.
 */
export class CasePanel extends LitElement {
  static properties = { store: { attribute: false }, facilities: { attribute: false }, mayAct: { type: Boolean } };
  static styles = [shared, caseStyles];

  #stores = new StoreController(this, [language, catalogue], 15_000, () => [this.store]);

  constructor() {
    super();
    /** @type {any} */ this.store = null;
    /** @type {any} */ this.facilities = null;
    this.mayAct = false;
  }

  connectedCallback() {
    super.connectedCallback();
    loadParts();
  }

  /** Shows who could be sent. */
  async showCandidates() {
    this.store.choose(true);
    if (!this.store.candidates) await this.store.loadCandidates();
    await this.updateComplete;
    const first = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#candidates button:not(:disabled)'));
    first?.scrollIntoView({ block: 'nearest' });
    first?.focus();
  }

  /** Who has it. @param {string} order of KEEPING */
  async keep(order) {
    await loadParts();
    await this.updateComplete;
    /** @type {any} */ (this.renderRoot.querySelector('gw-keeping'))?.keep(order);
  }

  render() {
    const { state, detail } = this.store;
    if (state === 'loading') return html`<div class="state" role="status">${t('loading')}</div>`;
    if (state === 'missing') return this.#fault('case.missing', false);
    if (state === 'failed') return this.#fault('case.failed', true);
    return detail ? this.#case(detail) : '';
  }

  /** @param {string} key @param {boolean} retry */
  #fault(key, retry) {
    return html`<div class="state" role="alert">
      <p>${t(key)}</p>
      ${retry ? html`<button @click=${() => this.store.load()}>${t('retry')}</button>` : ''}
      <button class="plain" @click=${() => this.#tell('case-close', null)}>${t('close')}</button>
    </div>`;
  }

  /** @param {any} detail */
  #case(detail) {
    const { story, decisions } = this.store;
    return html`${this.#head(detail)}
      <div class="scroll stack" tabindex="0" role="group" aria-label=${t('case.about', { n: detail.number })}>
        ${this.#problem()} ${this.mayAct ? this.#actions(detail) : ''} <gw-keeping .store=${this.store} .detail=${detail} ?mayAct=${this.mayAct}></gw-keeping> ${this.#facts(detail)} ${this.#photos(detail)} ${this.mayAct ? this.#contact(detail) : ''}
        ${this.store.choosing ? candidatesPart(this.store.candidates, (candidate) => this.#assign(candidate), detail.assignee?.workerId) : ''}
        ${this.mayAct && detail.placement === 'NEEDS_LOCATING' && (detail.allowed ?? []).includes('locate') ? html`<gw-locate .store=${this.store} .detail=${detail}></gw-locate>` : ''}
        <gw-duplicates .detail=${detail} ?mayAct=${this.mayAct}></gw-duplicates>
        ${detail.lon == null ? '' : html`<gw-nearest .store=${this.facilities} .incident=${detail.id}></gw-nearest>`} ${storyPart(story)} ${decisionsPart(decisions)}
      </div>`;
  }

  /** @param {any} detail */
  #head(detail) {
    const mark = markOf(detail, Date.now());
    return html`<header>
      <div class="row">
        <gw-mark .mark=${mark}></gw-mark>
        <h2 class="grow">${categoryName(detail.category)}</h2>
        <button class="plain" aria-label=${t('close')} title=${t('close')} @click=${() => this.#tell('case-close', null)}><gw-icon name="close"></gw-icon></button>
      </div>
      <p class="row wrap small">
        <span class="second">#${detail.number}</span>
        <gw-badge data-stage=${detail.stage}>${stageWord(detail.stage)}</gw-badge>
        <gw-badge tone=${detail.severity === 'CRITICAL' ? 'late' : ''}>${severityWord(detail.severity)}</gw-badge>
        <span class=${mark.tone === 'late' ? 'late' : 'second'} title=${detail.dueAt ? language.exact(Date.parse(detail.dueAt)) : ''}>${detail.closedAt ? '' : dueWords(detail)}</span>
      </p>
    </header>`;
  }

  #problem() {
    const { problem } = this.store;
    if (!problem) return '';
    return html`<div class="notice ${problem.code === 'version-conflict' ? 'warn' : 'bad'} row" role="alert">
      <span class="grow">${problemWords(problem)}</span>
      <button class="plain" @click=${() => this.store.dropProblem()}>${t('understood')}</button>
    </div>`;
  }

  /** @param {any} detail */
  #actions(detail) {
    const open = ['FILED', 'DISPATCHED', 'HANDLING'].includes(detail.stage);
    const placed = detail.placement !== 'NEEDS_LOCATING';
    return html`<div class="row wrap" role="group" aria-label=${t('case.actions')}>
      ${open && placed ? html`<button class=${detail.assignee ? '' : 'primary'} data-step="assign" @click=${this.showCandidates}>${t(detail.assignee ? 'step.reassign' : 'step.assign')} ${keyHint('assign')}</button>` : ''}
      ${stepsFor(detail.allowed ?? []).map((step) => this.#button(step))}
      ${detail.stage === 'FILED' && placed ? this.#button(DISPATCH_STEPS.dispatch) : ''}
      ${detail.assignee && open ? this.#button(DISPATCH_STEPS.recall) : ''}
      ${this.#undo(detail)}
    </div>`;
  }

  /** @param {import('../lib/commands.js').Step} step */
  #button(step) {
    const settled = step.name === 'locate' && this.store.detail.placement === 'IN_CELL';
    const kind = step.primary && !settled ? 'primary' : step.harm ? 'harm' : '';
    return html`<button class=${kind} data-step=${step.name} ?disabled=${this.store.busy} @click=${() => this.#tell('step-ask', step)}>
      ${t(`step.${step.name}`)} ${keyHint(step.name)}
    </button>`;
  }

  /** For as long as it can be, after the toast has gone. @param {any} detail */
  #undo(detail) {
    if (!mayUndo(detail, Date.now())) return '';
    const { id, number, undo } = detail;
    return html`<button data-undo ?disabled=${this.store.busy} title=${t(`undo.done.${undo.step}`, { n: number })} @click=${() => takeBack(id, number)}>
      <gw-icon name="undo"></gw-icon> ${t('undo.undo')} ${keyHint('undo')}
    </button>`;
  }

  /** @param {any} detail */
  #facts(detail) {
    const cell = detail.cell ? `${language.name(detail.cell.names)} (${detail.cell.code})` : t(detail.placement === 'OUTSIDE' ? 'place.outside' : 'place.needsLocating');
    return html`${detail.description ? html`<p class="told">${detail.description}</p>` : ''}
      <dl>
        <dt>${t('case.place')}</dt>
        <dd>
          ${this.#placeWords(detail)}${cell}
          ${detail.lon == null ? '' : html`<button class="plain small" @click=${() => this.#tell('case-map', null)}>${t('case.show')}</button>`}
        </dd>
        <dt>${t('case.worker')}</dt>
        <dd data-assignee>${this.#whoWords(detail)}</dd>
        <dt>${t('case.reported')}</dt>
        <dd>${ago(detail.reportedAt)} · ${t(`channel.${detail.channel}`)}</dd>
        ${detail.outcome ? html`<dt>${t('case.outcome')}</dt><dd>${detail.outcome}</dd>` : ''}
        ${detail.rating ? html`<dt>${t('case.rating')}</dt><dd>${t('case.ratingOf', { n: detail.rating })}</dd>` : ''}
      </dl>`;
  }

  /** As they were reported, else what the point was called then, else what it is called now. @param {any} detail */
  #placeWords(detail) {
    const { lon, lat } = detail;
    const words = placeOf(detail);
    if (words) return html`${words}<br />`;
    return lon == null ? '' : html`<gw-nearest-address .lon=${lon} .lat=${lat}></gw-nearest-address>`;
  }

  /** @param {any} detail */
  #whoWords({ assignee, stage }) {
    if (assignee) return t(`assignee.${assignee.state}`, { name: assignee.name });
    const last = [...workersIn(this.store.story).values()].at(-1);
    const handled = ['FED_BACK', 'CLOSED', 'EVALUATED'].includes(stage);
    return last && handled ? t('assignee.DONE', { name: last }) : t('case.nobody');
  }

  /** @param {any} detail */
  #photos({ attachments = [] }) {
    if (attachments.length === 0) return '';
    return html`<ul class="photos">
      ${attachments.map(
        (/** @type {any} */ photo) => html`<li>
          <a href="/api/attachments/${photo.id}" target="_blank" rel="noopener"><img loading="lazy" src="/api/attachments/${photo.id}?size=thumb" alt=${t(`photo.of.${photo.purpose ?? 'REPORT'}`)} /></a>
        </li>`,
      )}
    </ul>`;
  }

  /** @param {any} detail */
  #contact({ reports = [] }) {
    if (!reports.some((/** @type {any} */ report) => report.hasContact)) return '';
    const { reporter } = this.store;
    const list = reporter?.items ?? reporter?.contacts ?? (reporter ? [reporter] : []);
    return html`<section class="row wrap">
      <h3>${t('case.reporter')}</h3>
      ${reporter
        ? list.map((/** @type {any} */ each) => html`<span>${each.name} ${each.phone ? html`<a href="tel:${each.phone}">${each.phone}</a>` : ''}</span>`)
        : html`<button @click=${() => this.store.loadReporter()}>${t('case.showContact')}</button><span class="small second">${t('case.contactRecorded')}</span>`}
    </section>`;
  }

  /** @param {any} candidate */
  #assign(candidate) {
    this.#tell('step-ask', { ...DISPATCH_STEPS.assign, worker: { id: candidate.workerId, name: candidate.name } });
  }

  /** @param {string} type @param {unknown} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-case', CasePanel);
