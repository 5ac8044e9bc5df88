// @ts-check
/** Moments and spans in words. Every moment is milliseconds since 1970 (UTC), every span milliseconds. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param {string | number | null | undefined} moment ISO text or milliseconds */
export function momentOf(moment) {
  return typeof moment === 'number' ? moment : Date.parse(moment ?? '');
}

/** "3 minutes ago". @param {string} language @param {number} moment @param {number} now */
export function relativeTime(language, moment, now) {
  const span = moment - now;
  const [seconds, minutes, hours] = [SECOND, MINUTE, HOUR].map((unit) => Math.round(span / unit));
  const format = cached(relatives, language, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }));
  if (Math.abs(seconds) < 60) return format.format(seconds, 'second');
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(hours) < 24) return format.format(hours, 'hour');
  return format.format(Math.round(span / DAY), 'day');
}

/** The whole moment, for hovering. @param {string} language @param {number} moment */
export function exactTime(language, moment) {
  return cached(exacts, language, () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })).format(moment);
}

/** The clock alone, "09:41". @param {string} language @param {number} moment */
export function clockTime(language, moment) {
  return cached(
    clocks,
    language,
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ).format(moment);
}

/** The clock with seconds, "09:41:07". @param {string} language @param {number} moment */
export function clockSeconds(language, moment) {
  return cached(
    clocks,
    `${language}-seconds`,
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  ).format(moment);
}

/** "4:05", "1:04:05". @param {number} span */
export function countdown(span) {
  const seconds = Math.max(0, Math.ceil(span / SECOND));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${text}` : text.replace(/^0/, '');
}

/** A span in one or two units, "2 h 5 min". @param {string} language @param {number} span */
export function spanWords(language, span) {
  const minutes = Math.max(0, Math.round(Math.abs(span) / MINUTE));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  if (days > 0) return joinUnits(language, [[days, 'day'], [hours, 'hour']]);
  if (hours > 0) return joinUnits(language, [[hours, 'hour'], [minutes % 60, 'minute']]);
  return unitWords(language, minutes, 'minute');
}

/** @param {string} language @param {[number, string][]} parts */
function joinUnits(language, parts) {
  const kept = parts.filter(([n], i) => i === 0 || n > 0);
  return kept.map(([n, unit]) => unitWords(language, n, unit)).join(' ');
}

/** @param {string} language @param {number} n @param {string} unit */
function unitWords(language, n, unit) {
  return cached(units, `${language}-${unit}`, () => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' })).format(n);
}

/** Metres as "340 m" or "2.4 km". @param {string} language @param {number} metres */
export function distanceWords(language, metres) {
  const far = Math.round(metres) >= 1000;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: far ? 'kilometer' : 'meter',
    unitDisplay: 'short',
    maximumFractionDigits: far ? 1 : 0,
  });
  return format.format(far ? metres / 1000 : Math.round(metres));
}

/** @type {Map<string, Intl.RelativeTimeFormat>} */
const relatives = new Map();
/** @type {Map<string, Intl.DateTimeFormat>} */
const exacts = new Map();
/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();
/** @type {Map<string, Intl.NumberFormat>} */
const units = new Map();

/** @template T @param {Map<string, T>} kept @param {string} key @param {() => T} make @returns {T} */
function cached(kept, key, make) {
  let format = kept.get(key);
  if (!format) kept.set(key, (format = make()));
  return format;
}

/** Ground as "840 m²", "12.4 ha" or "3.1 km²". @param {string} language @param {number} squareMetres */
export function groundWords(language, squareMetres) {
  const [value, unit] = squareMetres >= 1e6 ? [squareMetres / 1e6, 'km²'] : squareMetres >= 1e4 ? [squareMetres / 1e4, language === 'zh' ? '公顷' : 'ha'] : [squareMetres, 'm²'];
  const digits = value >= 100 ? 0 : value >= 1 ? 1 : 2;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
