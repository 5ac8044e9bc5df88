// @ts-check
/** Words in the reader's language: pure functions over the message tables. */
/** @typedef {'en' | 'zh'} Language */
/** @typedef {string | {one?: string, other: string}} Message */

/** Only the tables that were asked for: a page needs one. @type {Record<Language, Record<string, Message>>} */
const TABLES = { en: {}, zh: {} };
const PLURALS = { en: new Intl.PluralRules('en'), zh: new Intl.PluralRules('zh') };

/** Before the first word in a language. @param {Language} language */
export async function loadMessages(language) {
  TABLES[language] = language === 'zh' ? (await import('./messages-zh.js')).zh : (await import('./messages-en.js')).en;
}

/**
 * @param {Language} language
 * @param {string} key
 * @param {Record<string, unknown>} [values] fill `{name}`; `n` chooses the plural
 * @returns {string} the key itself where no message exists
 */
export function translate(language, key, values = {}) {
  const message = TABLES[language][key];
  if (message === undefined) return key;
  if (typeof message === 'string') return fill(message, values);
  const n = Number(values.n);
  return fill(choosePlural(language, message, n), { ...values, n: n.toLocaleString(language) });
}

/** @param {string} text @param {Record<string, unknown>} values */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** @param {Language} language @param {string} key */
export function hasMessage(language, key) {
  return TABLES[language][key] !== undefined;
}

/** @param {Language} language @param {{one?: string, other: string}} message @param {number} n */
function choosePlural(language, message, n) {
  return PLURALS[language].select(n) === 'one' && message.one ? message.one : message.other;
}

/**
 * The name in the language, or the nearest there is.
 * @param {Record<string, string> | null | undefined} names @param {Language} language
 */
export function pickName(names, language) {
  if (!names) return '';
  return names[language] ?? names.en ?? Object.values(names)[0] ?? '';
}

/** @param {readonly string[]} wanted what the browser asks for @returns {Language} */
export function chooseLanguage(wanted) {
  const first = wanted.find((tag) => /^(en|zh)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
