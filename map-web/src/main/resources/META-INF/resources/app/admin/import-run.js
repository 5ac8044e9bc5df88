// @ts-check
import { html } from 'lit';
import { language, t } from '../state/language.js';
import { problemWords } from '../ui/words.js';

/** Check and import: what is asked for, how far it is, what came of it. @param {import('../state/area-import.js').AreaImport} store */
export function importRun(store) {
  const { run, ready, running, busy, checked } = store;
  return html`<div class="run stack">
      <div class="row">
        <button class="grow" data-dry ?disabled=${!ready || busy} @click=${() => store.start(true)}>${t('admin.import.check')}</button>
        <button class="primary grow" data-import ?disabled=${!ready || busy || !checked} @click=${() => store.start(false)}>${t('admin.import.start')}</button>
      </div>
      ${running ? html`<div class="stack" role="status" data-run=${run.state}>${progress(store, run)}</div>` : html`<p class="small second">${t('admin.import.checkFirst')}</p>`}
    </div>
    ${run && !running ? html`<div class="stack" role="status" data-run=${run.state}>${outcome(store, run)}</div>` : ''}`;
}

/** @param {import('../state/area-import.js').AreaImport} store @param {import('../state/area-import.js').Run} run */
function progress(store, { done, total, dryRun }) {
  return html`<label class="field"><span>${t(dryRun ? 'admin.import.checking' : 'admin.import.running', { done: language.number(done), total: total == null ? '?' : language.number(total) })}</span>
      <progress max=${total ?? 1} .value=${total ? done : 0}></progress></label>
    <button @click=${() => store.cancel()}>${t('cancel')}</button>`;
}

/** @param {import('../state/area-import.js').AreaImport} store @param {import('../state/area-import.js').Run} run */
function outcome(store, run) {
  const counts = { created: language.number(run.created), changed: language.number(run.changed), unchanged: language.number(run.unchanged), repaired: language.number(run.repaired) };
  if (run.state !== 'done') {
    const words = run.state === 'failed' ? problemWords(store.refusal) : t(run.dryRun ? 'admin.import.checkCancelled' : 'admin.import.cancelled', counts);
    return html`<p class="notice ${run.state === 'failed' ? 'bad' : 'warn'}">${words}</p>`;
  }
  return html`<p class="notice">${t(run.dryRun ? 'admin.import.would' : 'admin.import.did', counts)}</p>
    ${run.faulty > 0
      ? html`<p class="notice warn">${t('admin.import.faults', { n: run.faulty })}</p>
          <a href="/api/area-imports/${store.id}/report" download>${t('admin.import.report')}</a>
          <ul class="faults">${run.faults.slice(0, 20).map(fault)}</ul>`
      : ''}`;
}

/** What it is in words of the page, then as the server tells it. @param {import('../state/area-import.js').Run['faults'][number]} fault */
function fault({ number, code, message }) {
  const key = `admin.import.fault.${code}`;
  return html`<li class="small" data-fault=${code}>${number} · ${language.has(key) ? t(key) : code}<div class="second">${message}</div></li>`;
}
