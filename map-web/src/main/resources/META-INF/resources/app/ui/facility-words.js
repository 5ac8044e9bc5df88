// @ts-check
/** What is known of a service place, in the reader's words. */
import { html } from 'lit';
import { gatherDays } from '../lib/facilities.js';
import { language, t } from '../state/language.js';
import { problemWords } from './words.js';

/** 2024-01-01 was a Monday. @param {number} day 1 for Monday to 7 */
function dayWord(day) {
  return new Date(Date.UTC(2024, 0, day)).toLocaleDateString(language.current, { weekday: 'short', timeZone: 'UTC' });
}

/** @param {{open: string, hours: string | null, changesAt?: string | null, timeZone?: string}} facility "Open now, until 17:00" */
export function openWords({ open, hours, changesAt, timeZone }) {
  if (!hours) return t('facility.noHours');
  if (!changesAt || open === 'UNKNOWN') return t(`facility.open.${open}`);
  const moment = Date.parse(changesAt);
  const later = moment - Date.now() > 86_400_000;
  return t(`facility.until.${open}`, { time: clockAt(moment, timeZone, later) });
}

/** The clock of the place, not that of the reader. @param {number} moment @param {string | undefined} timeZone @param {boolean} withDay */
function clockAt(moment, timeZone, withDay) {
  /** @type {Intl.DateTimeFormatOptions} */
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(withDay ? { weekday: 'short' } : {}) };
  try {
    return new Date(moment).toLocaleString(language.current, { ...format, timeZone });
  } catch {
    return new Date(moment).toLocaleString(language.current, format);
  }
}

/** "450 m, 6 min on foot", or how far it is in a straight line. @param {{metres: number, distance: string, seconds: number | null}} way @param {string} all how the list was measured */
export function wayWords({ metres, distance, seconds }, all) {
  const far = language.distance(metres);
  if (seconds !== null) return t('facility.walk', { distance: far, time: language.span(Math.max(60_000, seconds * 1000)) });
  return all === 'mixed' && distance !== 'street' ? t('facility.straight', { distance: far }) : far;
}

/** How a list was measured, and whose streets they are. @param {{distance: string, attribution: string | null}} answer */
export function measuredWords({ distance, attribution }) {
  const words = { street: 'facility.onFoot', mixed: 'facility.mixedDistance' }[distance] ?? 'facility.straightLine';
  return t(words, { attribution: attribution ?? '' });
}

/** @param {any[]} week */
export function weekPart(week) {
  return html`<ul class="week">
    ${gatherDays(week).map(
      ({ from, to, spans, certain }) => html`<li>
        <span class="second">${from === to ? dayWord(from) : from === 1 && to === 7 ? t('facility.daily') : `${dayWord(from)} – ${dayWord(to)}`}</span>
        <span>${spans.length > 0 ? spans.map((span) => span.replace('-', ' – ')).join(', ') : certain ? t('facility.closedDay') : ''}${certain ? '' : ` ${t('facility.unclear')}`}</span>
      </li>`,
    )}
  </ul>`;
}

/** @param {import('../net/http.js').Problem} problem */
export function facilityProblem(problem) {
  return problem.code === 'version-conflict' ? t('problem.changed-meanwhile') : problemWords(problem);
}
