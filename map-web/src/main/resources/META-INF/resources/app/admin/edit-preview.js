// @ts-check
import { html } from 'lit';
import { language, t } from '../state/language.js';
import { keepDraft } from './keep-draft.js';
import { workloadTable } from './workload-table.js';

/** @typedef {import('../state/ground-edit.js').GroundEdit} GroundEdit */
/** @typedef {(type: string, detail?: Record<string, unknown>) => void} Tell */

/** What an edit would do, and what can be done with it. @param {GroundEdit} edit @param {Tell} tell `edit-make`, `draft-keep` {name}, `plan-cancel` {id} */
export function editPreview(edit, tell) {
  const preview = /** @type {import('../state/ground-edit.js').Answer} */ (edit.preview);
  return html`${preview.waiting ? waiting(edit, preview.waiting, tell) : proposed(edit, preview, tell)}
    <ul class="changes">
      ${preview.changes.map((change) => html`<li>
            <span class="code cut">${change.code}</span><span>${change.squareMetres == null ? '' : language.ground(change.squareMetres)}</span>
            <span class="small second">${t(`admin.change.${change.change}`)}</span>
            ${change.change === 'reshaped' ? html`<span class="small second" data-gained>${language.gained(change.gainedSquareMetres)}</span>` : ''}
          </li>`)}
    </ul>`;
}

/** @param {GroundEdit} edit @param {import('../state/ground-edit.js').Answer} preview @param {Tell} tell */
function proposed(edit, preview, tell) {
  const { busy, later } = edit;
  const { draft } = preview;
  const make = later ? 'admin.plan' : draft ? 'admin.draft.adopt' : 'admin.make';
  return html`<h2>${draft ? draft.name : t('admin.preview')}</h2>
    <p class="second">${t('admin.previewSays')}</p>
    ${preview.then ? workloadTable(preview) : ''} ${beginning(edit)}
    <div class="row">
      <button class="primary grow" data-make ?disabled=${busy || draft?.current === false} @click=${() => tell('edit-make')}>${t(busy ? 'form.sending' : make)}</button>
      <button @click=${() => edit.discard()}>${t('admin.discard')}</button>
    </div>
    ${preview.then && !draft ? keepDraft(busy, (name) => tell('draft-keep', { name })) : ''}`;
}

/** Since when what is shown is to hold, and whether a draft still can be made. @param {GroundEdit} edit */
function beginning(edit) {
  if (edit.preview?.draft?.current === false) return html`<p class="notice warn" role="status">${t('admin.draft.outdated')}</p>`;
  return html`<label class="field"><span>${t('admin.draft.since')}</span>
      <input name="effectiveAt" type="datetime-local" .value=${edit.effectiveAt} @input=${(/** @type {Event} */ event) => edit.begin(/** @type {HTMLInputElement} */ (event.target).value)} />
    </label>
    <div role="status">${edit.later ? html`<p class="second">${t('admin.planSays')}</p>` : ''}</div>`;
}

/** @param {GroundEdit} edit @param {import('../state/planned-edits.js').PlannedEdit} planned @param {Tell} tell */
function waiting(edit, planned, tell) {
  const stuck = planned.refused || !planned.current;
  return html`<h2>${t(`admin.kind.${planned.kind}`)}</h2>
    <p>${t(stuck ? 'admin.planned.was' : 'admin.planned.for', { day: language.exact(Date.parse(planned.effectiveAt)) })}</p>
    ${stuck ? html`<p class="notice warn">${t(planned.refused ? 'admin.planned.refused' : 'admin.planned.outdated')}</p>` : ''}
    <div class="row">
      <button class="grow" data-cancel-plan ?disabled=${edit.busy} @click=${() => tell('plan-cancel', { id: planned.id })}>${t(planned.refused ? 'admin.draft.drop' : 'admin.planned.cancel')}</button>
      <button @click=${() => edit.discard()}>${t('close')}</button>
    </div>`;
}
