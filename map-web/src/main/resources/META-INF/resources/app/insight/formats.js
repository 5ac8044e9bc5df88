// @ts-check
/** Numbers and times of this page in the reader's language. */
import { language, t } from '../state/language.js';

/** @param {number} value about three figures */
export function shortNumber(value) {
  const size = Math.abs(value);
  const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString(language.current, { maximumFractionDigits: digits });
}

/** @param {number | null} seconds "2 h 5 min", "—" when not known */
export function spanOf(seconds) {
  return seconds === null ? '—' : language.span(seconds * 1000);
}

/** @param {number | null} share 0 to 1 */
export function percent(share) {
  return share === null ? '—' : share.toLocaleString(language.current, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 });
}

/** @param {number | null} share with its sign; null where there was nothing before @param {boolean} isNew */
export function changeWords(share, isNew) {
  if (share === null) return isNew ? t('insight.new') : '—';
  const digits = Math.abs(share) < 0.1 ? 1 : 0;
  return share.toLocaleString(language.current, { style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' });
}

/** @param {string | number} moment @param {string} timeZone @param {boolean} [withTime] */
export function dayWords(moment, timeZone, withTime = false) {
  return new Intl.DateTimeFormat(language.current, {
    timeZone,
    month: 'short',
    day: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  }).format(new Date(moment));
}

/** A stretch of time; its end is the last moment in it. @param {string} from @param {string} to @param {string} timeZone @param {'hour' | 'day'} step */
export function stretchWords(from, to, timeZone, step) {
  const byHours = step === 'hour';
  const end = byHours ? to : new Date(Date.parse(to) - 1).toISOString();
  return t('insight.stretch', { from: dayWords(from, timeZone, byHours), to: dayWords(end, timeZone, byHours) });
}
