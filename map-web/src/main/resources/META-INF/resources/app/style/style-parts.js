// @ts-check
/** What the style page shows, part by part. Words are samples of the product's own. */
import { html } from 'lit';
import { ICONS } from '../lib/facility-marks.js';
import { SIGNS } from '../lib/icons.js';
import { LEGEND } from '../lib/marks.js';
import { t } from '../state/language.js';

const TONES = ['new', 'sent', 'onsite', 'late', 'quiet'];
const GROUNDS = ['ground', 'panel', 'raised', 'field', 'line', 'line-strong', 'text', 'text-second', 'accent', 'danger', 'warn', 'good'];
const SIZES = ['figure', 'title', 'large', 'body', 'small'];

/** Names of tokens stand as they are written in tokens.css. */
export function colours() {
  return html`<ul class="tiles">
    ${[...GROUNDS, ...TONES.map((tone) => `state-${tone}`)].map((name) => html`<li><i class="swatch ${name}"></i><code>--${name}</code></li>`)}
  </ul>`;
}

export function states() {
  return html`<ul class="tiles">
    ${LEGEND.map(({ key, mark }) => html`<li><gw-mark .mark=${mark}></gw-mark>${t(`legend.${key}`)}</li>`)}
    <li><gw-mark .mark=${{ shape: 'diamond', tone: 'late' }}></gw-mark>${t('legend.critical')} · ${t('legend.late')}</li>
    <li><gw-mark .mark=${{ shape: 'check', tone: 'quiet' }}></gw-mark>${t('stage.CLOSED')}</li>
    <li><gw-mark .mark=${{ shape: 'cross', tone: 'quiet' }}></gw-mark>${t('stage.DISMISSED')}</li>
  </ul>`;
}

export function sizes() {
  return html`<div class="stack">${SIZES.map((size) => html`<p class="size ${size}">1 024 · ${t('console.title')} <code>--text-${size}</code></p>`)}</div>`;
}

export function buttons() {
  return html`${['', 'primary', 'harm', 'plain'].map(
    (kind) => html`<div class="row wrap" role="group" aria-label=${kind || 'button'}>
      <button class=${kind}>${t('step.file')}</button>
      <button class="${kind} focused">${t('style.focused')}</button>
      <button class=${kind} disabled>${t('style.disabled')}</button>
      <button class=${kind} disabled aria-busy="true">${t('form.sending')}</button>
      <button class=${kind} aria-label=${t('close')} title=${t('close')}><gw-icon name="close"></gw-icon></button>
      <button class=${kind}>${t('step.assign')} <kbd>a</kbd></button>
    </div>`,
  )}
  <div class="row wrap"><button aria-pressed="true">${t('filter.late')}</button><button aria-pressed="false">${t('filter.all')}</button></div>`;
}

export function fields() {
  return html`<div class="two">
    <div class="field"><label for="plain">${t('form.place')}</label><input id="plain" placeholder=${t('form.placeHint')} /></div>
    <div class="field"><label for="focus">${t('style.focused')}</label><input id="focus" class="focused" .value=${'Canal St 12'} /></div>
    <div class="field"><label for="off">${t('style.disabled')}</label><input id="off" disabled .value=${'Canal St 12'} /></div>
    <div class="field">
      <label for="wrong">${t('form.reason')}</label><input id="wrong" aria-invalid="true" aria-describedby="wrong-why" /><span id="wrong-why" class="danger small">${t('form.reasonMissing')}</span>
    </div>
    <div class="field">
      <label for="choice">${t('form.severity')}</label
      ><select id="choice">
        ${['LOW', 'NORMAL', 'HIGH', 'CRITICAL'].map((each) => html`<option>${t(`severity.${each}`)}</option>`)}
      </select>
    </div>
    <div class="field"><label for="long">${t('form.description')}</label><textarea id="long"></textarea></div>
  </div>`;
}

export function badges() {
  return html`<div class="row wrap">
    <gw-badge>${t('stage.FILED')}</gw-badge><gw-badge tone="late">${t('severity.CRITICAL')}</gw-badge><gw-badge tone="warn">${t('severity.HIGH')}</gw-badge><gw-badge tone="good">${t('duty.on')}</gw-badge
    ><gw-badge tone="strong">${t('batch.marked', { n: 12 })}</gw-badge> <gw-connection state="live"></gw-connection> <gw-connection state="lost" .heardAt=${Date.now() - 95_000}></gw-connection>
  </div>`;
}

export function notices() {
  return html`<p class="notice">${t('console.noAreas')}</p>
    <p class="notice warn">${t('batch.notFor', { n: 3 })}</p>
    <p class="notice bad" role="alert">${t('problem.offline')}</p>
    <div class="two">
      <div class="state" role="status"><p>${t('loading')}</p></div>
      <div class="state" role="status"><p>${t('queue.empty')}</p></div>
      <div class="state"><p>${t('queue.failed')}</p><button>${t('retry')}</button></div>
      <div class="state"><p>${t('console.forbidden')}</p><a href="/">${t('goHome')}</a></div>
    </div>`;
}

export function table() {
  const rows = [
    ['Riverside', 128, 3],
    ['东新社区', 97, 12],
    ['Market', 41, 0],
  ];
  return html`<table>
    <thead>
      <tr><th scope="col">${t('console.area')}</th><th scope="col">${t('figure.open')}</th><th scope="col">${t('figure.late')}</th></tr>
    </thead>
    <tbody>
      ${rows.map(([name, open, late]) => html`<tr><th scope="row">${name}</th><td>${open}</td><td class=${Number(late) > 0 ? 'late' : ''}>${late}</td></tr>`)}
    </tbody>
  </table>`;
}

export function icons() {
  return html`<ul class="tiles small-tiles">
      ${Object.keys(SIGNS).map((name) => html`<li><gw-icon name=${name}></gw-icon><code>${name}</code></li>`)}
    </ul>
    <ul class="tiles small-tiles">
      ${Object.keys(ICONS).map((name) => html`<li><gw-facility-mark icon=${name} colour="public"></gw-facility-mark><code>${name}</code></li>`)}
    </ul>`;
}
