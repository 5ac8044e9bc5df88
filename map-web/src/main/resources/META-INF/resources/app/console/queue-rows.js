// @ts-check
/** One row of the queue in words and shapes. */
import { html } from 'lit';
import { markOf } from '../lib/marks.js';
import { momentOf } from '../lib/times.js';
import { t } from '../state/language.js';
import { categoryName, dueWords, placeOf, reasonWords, severityWord, stageWord } from '../ui/words.js';
import '../ui/state-mark.js';

/** @typedef {import('../lib/types.js').Incident} Incident */

/** @param {Incident} incident @param {number} now @param {boolean} marked */
export function rowContent(incident, now, marked) {
  const mark = markOf(incident, now);
  return html`
    <span class="mark" data-mark><gw-mark .mark=${mark}></gw-mark><i class="box ${marked ? 'on' : ''}"></i></span>
    <span class="body">
      <span class="first"><span class="cut what">${categoryName(incident.category)}</span><span class="due ${mark.tone === 'late' ? 'late' : 'second'}">${dueWords(incident)}</span></span>
      <span class="first small second"><span class="cut">${placeWords(incident)}</span><span class="who cut">${whoWords(incident)}</span></span>
      <span class="bar" aria-hidden="true"><i class=${mark.tone === 'late' ? 'over' : ''} .style=${`inline-size:${partLeft(incident, now)}%`}></i></span>
    </span>
  `;
}

/** The row as one sentence for a screen reader. @param {Incident} incident @param {string} group */
export function rowLabel(incident, group) {
  return [
    t(`group.${group}`),
    `#${incident.number}`,
    categoryName(incident.category),
    severityWord(incident.severity),
    stageWord(incident.stage),
    placeWords(incident),
    dueWords(incident),
    whoWords(incident),
  ]
    .filter(Boolean)
    .join(', ');
}

/** @param {Incident} incident */
function placeWords(incident) {
  const where = incident.placement === 'NEEDS_LOCATING' ? t('place.needsLocating') : incident.placement === 'OUTSIDE' ? t('place.outside') : '';
  return [`#${incident.number}`, placeOf(incident), where].filter(Boolean).join(' · ');
}

/** @param {Incident} incident */
function whoWords(incident) {
  if (incident.assignee) return t(`assignee.${incident.assignee.state}`, { name: incident.assignee.name });
  if (incident.waiting) return reasonWords(incident.waiting);
  return stageWord(incident.stage);
}

/** How much of the promised time is left, 0–100. @param {Incident} incident @param {number} now */
function partLeft({ dueAt, reportedAt }, now) {
  if (!dueAt) return 0;
  const due = momentOf(dueAt);
  const whole = Math.max(1, due - momentOf(reportedAt));
  return due < now ? 100 : Math.min(100, Math.round((100 * (due - now)) / whole));
}
