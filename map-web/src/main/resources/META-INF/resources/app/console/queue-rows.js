// @ts-check
/** One row of the queue in words and shapes. */
import { html } from 'lit';
import { markOf } from '../lib/marks.js';
import { momentOf } from '../lib/times.js';
import { t } from '../state/language.js';
import { categoryName, dueWords, reasonWords, severityWord, stageWord } from '../ui/words.js';
import '../ui/state-mark.js';

/** @typedef {import('../lib/types.js').Incident} Incident */
/** @typedef {{top: number, group: string, count?: number, incident?: Incident}} Row a heading with its count, or an incident */

export const ROW_PIXELS = 66;
export const HEADING_PIXELS = 32;

/** @param {Incident} incident @param {number} now */
export function rowContent(incident, now) {
  const mark = markOf(incident, now);
  return html`
    <gw-mark .mark=${mark}></gw-mark>
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
  return [`#${incident.number}`, incident.placeText, where].filter(Boolean).join(' · ');
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

/** Where each heading and each incident stands, from the top. @param {ReturnType<typeof import('../lib/queue.js').arrange>} groups @returns {Row[]} */
export function rowsOf(groups) {
  let top = 0;
  return groups.flatMap(({ group, items }) => {
    /** @type {Row[]} */
    const rows = [{ top, group, count: items.length }];
    top += HEADING_PIXELS;
    for (const incident of items) {
      rows.push({ top, group, incident });
      top += ROW_PIXELS;
    }
    return rows;
  });
}
