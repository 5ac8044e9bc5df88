// @ts-check
/** The fields that a step asks for, the same for one incident and for many. */
import { css, html } from 'lit';
import { t } from '../state/language.js';
import '../ui/category-picker.js';

/** @typedef {import('../lib/commands.js').Step & {worker?: {id: number, name: string}, place?: Record<string, unknown>, placeName?: string}} Asked */
/** @typedef {{asked: Asked, category: string, missing: boolean, workers: readonly import('../lib/types.js').Worker[], onCategory: (code: string) => void}} Asking */

export const stepFieldStyles = css`
  .stars {
    display: flex;
    gap: 12px;
  }
  .stars label {
    display: flex;
    gap: 4px;
    align-items: center;
    color: var(--text);
    font-size: var(--text-body);
  }
  .stars input {
    width: 20px;
    min-height: 20px;
    margin: 0;
  }
`;

/** @param {Asking} asking */
export function stepFields(asking) {
  switch (asking.asked.asks) {
    case 'rating':
      return stars();
    case 'category':
      return html`<gw-category autofocus .value=${asking.category} @category-pick=${(/** @type {CustomEvent} */ event) => asking.onCategory(event.detail.code)}></gw-category>${reason(asking, false)}`;
    case 'worker':
      return html`${workerChoice(asking.workers)}${reason(asking, false)}`;
    case 'nothing':
    case 'place':
      return '';
    default:
      return reason(asking, asking.asked.asks === 'reason');
  }
}

/** What goes with the request; null while something is missing. @param {Asked} asked @param {FormData} form @param {string} category */
export function bodyOf(asked, form, category) {
  const reason = String(form.get('reason') ?? '').trim();
  const worker = asked.worker?.id ?? Number(form.get('worker') ?? NaN);
  if (asked.asks === 'reason' && !reason) return null;
  if (asked.asks === 'category' && !category) return null;
  if (asked.asks === 'worker' && !worker) return null;
  return {
    ...(reason ? { reason } : {}),
    ...(asked.asks === 'rating' ? { rating: Number(form.get('rating')) } : {}),
    ...(asked.asks === 'category' ? { category } : {}),
    ...(asked.place ? { place: asked.place } : {}),
    ...(worker ? { workerId: worker } : {}),
  };
}

/** @param {Asking} asking @param {boolean} required */
function reason({ asked, missing }, required) {
  return html`<div class="field">
    <label for="reason">${t(required ? 'form.reason' : 'form.reasonOptional')}</label>
    <textarea id="reason" name="reason" ?autofocus=${asked.asks === 'reason' || asked.asks === 'optional'} ?required=${required} aria-describedby="missing"></textarea>
    <span id="missing" class="danger small" role="alert">${missing && required ? t('form.reasonMissing') : ''}</span>
  </div>`;
}

/** @param {readonly import('../lib/types.js').Worker[]} workers */
function workerChoice(workers) {
  const there = workers.filter(({ onDuty }) => onDuty).sort((a, b) => a.activeAssignments - b.activeAssignments || (a.name < b.name ? -1 : 1));
  return html`<div class="field">
    <label for="worker">${t('batch.worker')}</label>
    <select id="worker" name="worker" required autofocus>
      <option value="">${t('batch.chooseWorker')}</option>
      ${there.map(({ id, name, activeAssignments, capacity }) => html`<option value=${id}>${name} · ${t('case.load', { n: activeAssignments, capacity })}</option>`)}
    </select>
  </div>`;
}

function stars() {
  return html`<fieldset>
    <legend>${t('form.rating')}</legend>
    <div class="stars">
      ${[1, 2, 3, 4, 5].map((n) => html`<label><input type="radio" name="rating" value=${n} ?checked=${n === 5} ?autofocus=${n === 5} />${n}</label>`)}
    </div>
  </fieldset>`;
}
