// @ts-check
import { html } from 'lit';
import { t } from '../state/language.js';

/** A name under which the division that is shown is kept. @param {boolean} busy @param {(name: string) => void} keep */
export function keepDraft(busy, keep) {
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('name') ?? '').trim();
    if (name) keep(name);
  };
  return html`<form class="row wrap end" @submit=${submit}>
    <label class="field grow"><span>${t('admin.draft.name')}</span><input name="name" maxlength="100" required autocomplete="off" /></label>
    <button data-keep ?disabled=${busy}>${t('admin.draft.keep')}</button>
  </form>`;
}
