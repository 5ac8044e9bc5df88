// @ts-check
/** Service places as the map has them: pure functions over the columns that the server sends. */

/** @typedef {'OPEN' | 'CLOSED' | 'UNKNOWN'} OpenState */
/** @typedef {{id: number, kind: string, names: Record<string, string>, lon: number, lat: number, open: OpenState}} Place */
/** @typedef {{kinds: ReadonlySet<string>, openOnly: boolean}} Filter `kinds` empty: all of them */

const EARTH_METRES = 6_371_009;

/** @param {any} answer of /api/facilities/map @returns {Place[]} */
export function placesOf({ columns, hours }) {
  return columns.id.map((/** @type {number} */ id, /** @type {number} */ i) => ({
    id,
    kind: columns.kind[i],
    names: columns.names[i],
    lon: columns.lon[i],
    lat: columns.lat[i],
    open: columns.hours[i] < 0 ? 'UNKNOWN' : hours[columns.hours[i]].open,
  }));
}

/** When the first of them opens or closes. @param {any} answer @returns {number} milliseconds; infinite when none does */
export function nextChange({ hours }) {
  return Math.min(Infinity, ...hours.map((/** @type {any} */ { changesAt }) => (changesAt ? Date.parse(changesAt) : Infinity)));
}

/** @param {readonly Place[]} places @param {Filter} filter */
export function filterPlaces(places, { kinds, openOnly }) {
  return places.filter(({ kind, open }) => (kinds.size === 0 || kinds.has(kind)) && (!openOnly || open === 'OPEN'));
}

/** @param {readonly Place[]} places @returns {Map<string, number>} how many there are of each kind */
export function countKinds(places) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { kind } of places) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Good to half a percent, for an order among neighbours. @param {{lon: number, lat: number}} a @param {{lon: number, lat: number}} b */
export function roughMetres(a, b) {
  const toRadians = Math.PI / 180;
  const x = (b.lon - a.lon) * toRadians * Math.cos(((a.lat + b.lat) / 2) * toRadians);
  const y = (b.lat - a.lat) * toRadians;
  return EARTH_METRES * Math.hypot(x, y);
}

/** @param {readonly Place[]} places @param {{lon: number, lat: number}} from @param {number} most */
export function nearestPlaces(places, from, most) {
  return places
    .map((place) => ({ place, metres: roughMetres(from, place) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most);
}

/**
 * Days that follow one another and have the same hours, gathered.
 * @param {readonly {day: number, spans: string[], certain: boolean}[]} week @returns {{from: number, to: number, spans: string[], certain: boolean}[]}
 */
export function gatherDays(week) {
  /** @type {{from: number, to: number, spans: string[], certain: boolean}[]} */
  const rows = [];
  for (const { day, spans, certain } of week) {
    const last = rows.at(-1);
    if (last && last.certain === certain && last.spans.join() === spans.join()) last.to = day;
    else rows.push({ from: day, to: day, spans, certain });
  }
  return rows;
}

/** @param {readonly {lon: number, lat: number}[]} places @returns {[number, number, number, number] | null} */
export function boxOfPlaces(places) {
  if (places.length === 0) return null;
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  return [lons.reduce(smaller), lats.reduce(smaller), lons.reduce(greater), lats.reduce(greater)];
}

/** @param {number} a @param {number} b */
const smaller = (a, b) => Math.min(a, b);
/** @param {number} a @param {number} b */
const greater = (a, b) => Math.max(a, b);
