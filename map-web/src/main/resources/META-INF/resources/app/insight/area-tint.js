// @ts-check
/** Colours of areas by a figure: classes that hold about as many areas each. */
import { metricOf } from '../lib/insight.js';
import { shareOut } from '../lib/reach.js';
import { areaColours, quantiles } from '../lib/ramps.js';
import { language, t } from '../state/language.js';
import { percent, spanOf } from './formats.js';

const MOST_CLASSES = 5;
const MOST_NAMES = 120;

/** @typedef {import('../lib/insight.js').AreaRow} AreaRow */
/** @typedef {import('../lib/insight.js').Metric} Metric */

export class AreaTint {
  /** From little to much, as the legend shows them. @type {{colour: string, label: string}[]} */
  classes = [];
  /** Of the areas, by path; none where there are too many to read. @type {Map<string, string>} */
  names = new Map();
  /** Whether cells stand for themselves. */
  fine = false;
  /** @type {Map<string, string>} */
  #colours = new Map();

  /** @param {readonly any[]} rows with figures, or with counts for the metric `share` @param {Metric | 'share'} metric @param {import('../lib/ramps.js').Theme} theme */
  read(rows, metric, theme) {
    const known = rows.flatMap((row) => {
      const value = metric === 'share' ? shareOut(row.count) : metricOf(row, metric);
      return value === null ? [] : [{ path: row.path, value }];
    });
    const ends = quantiles(known.map(({ value }) => value), MOST_CLASSES);
    const colours = areaColours(theme, ends.length);
    this.#colours = new Map(known.map(({ path, value }) => [path, colours[ends.findIndex((end) => value <= end)]]));
    this.classes = ends.map((end, i) => {
      const inside = known.map(({ value }) => value).filter((value) => value <= end && (i === 0 || value > ends[i - 1]));
      return { colour: colours[i], label: this.#label(metric, Math.min(...inside), end) };
    });
    this.fine = rows.some(({ cell }) => cell);
    this.names = new Map(rows.length > MOST_NAMES ? [] : rows.map((row) => [row.path, language.name(row.names) || row.code]));
  }

  /** @param {Metric | 'share'} metric @param {number} from @param {number} to */
  #label(metric, from, to) {
    /** @param {number} value */
    const words = (value) => (metric === 'count' ? language.number(value) : metric === 'onTime' || metric === 'share' ? percent(value) : spanOf(value));
    return words(from) === words(to) ? words(to) : t('insight.range', { from: words(from), to: words(to) });
  }

  /** The colour of the area in which something lies; null where nothing is known. @param {string} path */
  colourOf(path) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 2) + 1) {
      const colour = this.#colours.get(path.slice(0, end));
      if (colour) return colour;
    }
    return null;
  }
}
