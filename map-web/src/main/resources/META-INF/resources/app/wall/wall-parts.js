// @ts-check
/** Parts of the wall without a state of their own. */
import { html } from 'lit';
import { LEGEND } from '../lib/marks.js';
import { language, t } from '../state/language.js';
import '../ui/state-mark.js';

/** @param {import('../map/map-layers.js').Tint} tint */
export function legend(tint) {
  return html`<ul class="legend" aria-label=${t('wall.legend')}>
    ${LEGEND.map(({ key, mark }) => html`<li><gw-mark .mark=${mark}></gw-mark>${t(`legend.${key}`)}</li>`)}
    <li><i class="worker"></i>${t('legend.worker')}</li>
    ${tint === 'none' ? '' : html`<li><i class="cell ${tint}"></i>${t(`wall.tint.${tint}`)}</li>`}
  </ul>`;
}

/** What the room must know before it believes the picture. @param {boolean} lost @param {import('../state/area-watch.js').AreaWatch} watch @param {import('../state/areas.js').AreaChoice} areas */
export function banner(lost, watch, areas) {
  if (lost) return notice(t('wall.lost'), t('wall.lostSince', { time: language.clock(watch.heardAt) }));
  if (watch.state === 'forbidden') return notice(t('console.areaForbidden'));
  if (areas.state === 'failed' || areas.cellsState === 'failed') return notice(t('console.cellsFailed'));
  if (areas.state !== 'ready' || areas.list.length > 0) return '';
  return html`<div class="banner quiet" role="status"><strong>${t('wall.empty')}</strong>${t('console.noAreas')}</div>`;
}

/** @param {string} title @param {string} [more] */
function notice(title, more = '') {
  return html`<div class="banner" role="alert"><strong>${title}</strong>${more}</div>`;
}

/** Instead of the wall. @param {'problem.offline' | 'loading' | 'wall.forbidden'} key @param {string} [home] another page for this person */
export function whole(key, home) {
  return html`<main class="state touched" role="status">
    <h1>Gridward</h1>
    <p>${t(key)}</p>
    ${home ? html`<a href=${home}>${t('goHome')}</a>` : ''}
  </main>`;
}
