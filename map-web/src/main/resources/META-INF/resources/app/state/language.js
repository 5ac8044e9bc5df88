// @ts-check
/** The reader's language: as the address says (`?lang=zh`), else as remembered on this device. */
import { chooseLanguage, hasMessage, loadMessages, pickName, translate } from '../lib/translate.js';
import { clockTime, distanceWords, exactTime, groundWords, relativeTime, spanWords } from '../lib/times.js';
import { Store } from './store.js';

const KEPT = 'gridward.language';

class LanguageStore extends Store {
  /** @type {import('../lib/translate.js').Language} */
  current = chooseLanguage([new URLSearchParams(location.search).get('lang') ?? '', localStorage.getItem(KEPT) ?? '', ...navigator.languages]);

  /** @param {import('../lib/translate.js').Language} next */
  async choose(next) {
    await loadMessages(next);
    this.current = next;
    localStorage.setItem(KEPT, next);
    this.changed();
  }

  /** @param {Record<string, string> | null | undefined} names */
  name(names) {
    return pickName(names, this.current);
  }

  /** @param {string} key */
  has(key) {
    return hasMessage(this.current, key);
  }

  /** @param {number} moment */
  ago(moment) {
    return relativeTime(this.current, moment, Date.now());
  }

  /** @param {number} moment */
  exact(moment) {
    return exactTime(this.current, moment);
  }

  /** @param {number} moment */
  clock(moment) {
    return clockTime(this.current, moment);
  }

  /** @param {number} span milliseconds */
  span(span) {
    return spanWords(this.current, span);
  }

  /** @param {number} metres */
  distance(metres) {
    return distanceWords(this.current, metres);
  }

  /** @param {number} squareMetres */
  ground(squareMetres) {
    return groundWords(this.current, squareMetres);
  }

  /** Ground that is won or lost. @param {number} squareMetres */
  gained(squareMetres) {
    return `${squareMetres < 0 ? '−' : '+'}${groundWords(this.current, Math.abs(squareMetres))}`;
  }

  /** @param {number} n */
  number(n) {
    return n.toLocaleString(this.current);
  }
}

export const language = new LanguageStore();
await loadMessages(language.current);

/** @param {string} key @param {Record<string, unknown>} [values] */
export function t(key, values) {
  return translate(language.current, key, values);
}
