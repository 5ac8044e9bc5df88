// @ts-check
import { html } from 'lit';
import { language, t } from '../state/language.js';

/** How the cells share a weight today and how they would, and what form they have. @param {import('../state/ground-edit.js').Answer} answer */
export function workloadTable({ today, then, weight = 'INCIDENTS' }) {
  if (!then) return '';
  const columns = today ? [today, then] : [then];
  /** @param {string} key @param {(one: import('../state/ground-edit.js').Workloads) => string} value */
  const row = (key, value) => html`<tr><th scope="row">${t(`admin.load.${key}`)}</th>${columns.map((one) => html`<td>${value(one)}</td>`)}</tr>`;
  return html`<table data-loads>
    <thead><tr><td></td>${today ? html`<th scope="col">${t('admin.load.today')}</th>` : ''}<th scope="col">${t('admin.load.then')}</th></tr></thead>
    <tbody>
      ${row('cells', ({ cells }) => language.number(cells))}
      ${row(`mean.${weight}`, ({ total, cells }) => language.number(Math.round(total / cells)))}
      ${row('least', ({ least }) => language.number(least))}
      ${row('most', ({ most }) => language.number(most))}
      ${row('deviation', ({ deviation }) => `${language.number(Math.round(deviation * 100))} %`)}
      ${row('compactness', ({ compactness }) => compactness.toFixed(2))}
      ${row('leastCompactness', ({ leastCompactness }) => leastCompactness.toFixed(2))}
    </tbody>
  </table>
  <p class="small second">${t('admin.load.says')}</p>`;
}
