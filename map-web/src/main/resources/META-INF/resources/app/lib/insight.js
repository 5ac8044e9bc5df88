// @ts-check
/** What the insight page shows, as its address and as its tables; pure functions. */

import { plainChoice, readChoice, writeChoice } from './reach.js';

/** @typedef {'heat' | 'areas' | 'change' | 'reach'} Mode */
/** @typedef {'count' | 'accept' | 'close' | 'onTime'} Metric */
/**
 * @typedef {Object} View
 * @property {Mode} mode
 * @property {number} area 0 is all that the reader sees
 * @property {string[]} categories none is all
 * @property {string | null} from ISO; null until known
 * @property {string | null} to
 * @property {boolean} chosen whether somebody chose the time; else it is the last week, whenever that is
 * @property {number | null} bandwidth metres; null goes with the size of the area
 * @property {Metric} metric
 * @property {'below' | 'cells'} level
 * @property {import('./reach.js').Choice} reach of the mode of that name
 * @property {{lon: number, lat: number, zoom: number} | null} place where the map stands, when somebody moved it
 */
/** @typedef {{width: number, height: number, bbox: number[], bandwidthMetres: number, difference: boolean, most: number, inside: number}} HeatHead */
/** @typedef {{head: HeatHead, bytes: Uint8Array}} Surface */
/** @typedef {{count: number, before: number, open: number, acceptMedianSeconds: number | null, closeMedianSeconds: number | null, onTimeShare: number | null}} Figures */
/** @typedef {{id: number, code: string, type: string, names: Record<string, string>, path: string, cell: boolean, figures: Figures}} AreaRow */

/** @type {readonly Mode[]} */
export const MODES = ['heat', 'areas', 'change', 'reach'];
/** @type {readonly Metric[]} */
export const METRICS = ['count', 'accept', 'close', 'onTime'];
/** Across a city of 50 km, where 500 m suit; a smaller place has fewer incidents in each metre of the screen. */
const CITY_METRES = 67_000;
export const BANDWIDTHS = [25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000];

/** @returns {View} */
export function plainView() {
  return { mode: 'heat', area: 0, categories: [], from: null, to: null, chosen: false, bandwidth: null, metric: 'count', level: 'below', reach: plainChoice(), place: null };
}

/** What an address asks for; what cannot be read is left as usual. @param {string} text @returns {View} */
export function readView(text) {
  const asked = new URLSearchParams(text);
  const view = plainView();
  const from = moment(asked.get('from'));
  const to = moment(asked.get('to'));
  const [zoom, lat, lon] = (asked.get('at') ?? '').split('/').map(Number);
  return {
    mode: MODES.find((mode) => mode === asked.get('show')) ?? view.mode,
    area: Math.max(0, Math.trunc(Number(asked.get('area'))) || 0),
    categories: (asked.get('category') ?? '').split(',').filter((code) => /^[a-z0-9-]{1,64}$/.test(code)),
    ...(from && to && from < to ? { from, to, chosen: true } : { from: null, to: null, chosen: false }),
    bandwidth: Number(asked.get('bandwidth')) > 0 ? nearest(Number(asked.get('bandwidth'))) : null,
    metric: METRICS.find((metric) => metric === asked.get('metric')) ?? view.metric,
    level: asked.get('level') === 'cells' ? 'cells' : 'below',
    reach: readChoice(asked),
    place: asked.has('at') && [zoom, lat, lon].every(Number.isFinite) && Math.abs(lat) <= 85 && zoom >= 2 && zoom <= 19 ? { zoom, lat, lon } : null,
  };
}

/** @param {string | null} text */
function moment(text) {
  const millis = Date.parse(text ?? '');
  return Number.isFinite(millis) ? new Date(millis).toISOString() : null;
}

/** @param {number} metres */
function nearest(metres) {
  return BANDWIDTHS.reduce((a, b) => (Math.abs(b - metres) < Math.abs(a - metres) ? b : a));
}

/** A bandwidth with which a map of this box shows quarters, not a blur and not single points. @param {readonly number[] | null} box degrees */
export function fittingBandwidth(box) {
  if (!box) return 500;
  const [west, south, east, north] = box;
  const high = (north - south) * 111_000;
  const wide = (east - west) * 111_000 * Math.cos(((south + north) * Math.PI) / 360);
  return nearest(500 * (Math.hypot(high, wide) / CITY_METRES) ** 0.6);
}

/** The address of a view, without what is usual. @param {View} view */
export function writeView(view) {
  const usual = plainView();
  const params = new URLSearchParams();
  if (view.mode !== usual.mode) params.set('show', view.mode);
  if (view.area) params.set('area', String(view.area));
  if (view.categories.length > 0) params.set('category', view.categories.join(','));
  if (view.chosen && view.from && view.to) {
    params.set('from', view.from);
    params.set('to', view.to);
  }
  if (view.bandwidth) params.set('bandwidth', String(view.bandwidth));
  if (view.metric !== usual.metric) params.set('metric', view.metric);
  if (view.mode === 'reach') writeChoice(view.reach, params);
  if (view.level !== usual.level) params.set('level', view.level);
  if (view.place) params.set('at', [view.place.zoom.toFixed(2), view.place.lat.toFixed(5), view.place.lon.toFixed(5)].join('/'));
  return params.size > 0 ? `?${params}` : '';
}

/** A surface as the server sends it (docs/api/insight.md). @param {ArrayBuffer} buffer @returns {Surface} */
export function decodeHeat(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  return { head, bytes: new Uint8Array(buffer, 4 + length) };
}

/** Incidents per km² at a place; null outside the surface. @param {Surface} surface @param {number} lon @param {number} lat */
export function densityAt({ head, bytes }, lon, lat) {
  const [west, south, east, north] = head.bbox;
  const column = Math.floor(((lon - west) / (east - west)) * head.width);
  const row = Math.floor(((mercator(north) - mercator(lat)) / (mercator(north) - mercator(south))) * head.height);
  if (column < 0 || row < 0 || column >= head.width || row >= head.height) return null;
  const byte = bytes[row * head.width + column];
  if (!head.difference) return head.most * (byte / 255) ** 2;
  const signed = byte < 128 ? byte : byte - 256;
  return Math.sign(signed) * head.most * (signed / 127) ** 2;
}

/** @param {number} lat */
function mercator(lat) {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

/** @param {AreaRow} row @param {Metric} metric @returns {number | null} */
export function metricOf({ figures }, metric) {
  if (metric === 'count') return figures.count;
  if (metric === 'accept') return figures.acceptMedianSeconds;
  return metric === 'close' ? figures.closeMedianSeconds : figures.onTimeShare;
}

/** How much more than before, 0.1 for a tenth; null where there was nothing before. @param {Figures} figures */
export function changeOf({ count, before }) {
  return before > 0 ? (count - before) / before : null;
}

/** @typedef {'name' | 'change' | Metric} Column */

/**
 * Rows in the order of a column; what is not known comes last either way.
 * @param {readonly AreaRow[]} rows @param {Column} column @param {boolean} down @param {(row: AreaRow) => string} nameOf
 */
export function sortRows(rows, column, down, nameOf) {
  const sign = down ? -1 : 1;
  if (column === 'name') return [...rows].sort((a, b) => sign * nameOf(a).localeCompare(nameOf(b)));
  /** @param {AreaRow} row */
  const value = (row) => (column === 'change' ? changeOf(row.figures) : metricOf(row, column));
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** Text that a spreadsheet reads: RFC 4180, and no cell begins a formula. @param {readonly (readonly (string | number | null)[])[]} rows */
export function csvOf(rows) {
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** @param {string | number | null} value */
function csvCell(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
