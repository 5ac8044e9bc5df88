// @ts-check
/** A view of the console as the query of its address: place, area, what the queue shows, the case. What cannot be read is left out. */
import { FILTERS } from './queue.js';
import { EVERYTHING, SCOPES, keeperOf } from './queue-choice.js';

/** @typedef {{lon: number, lat: number, zoom: number}} Stand */
/** @typedef {{stand: Stand | null, area: number | null, choice: import('./queue-choice.js').QueueChoice, incident: string | null}} View */

const SEVERITIES = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'];
const WORDS_MOST = 200;

/** @param {View} view @returns {string} with its question mark; empty for the plain page */
export function writeLink({ stand, area, choice, incident }) {
  const params = new URLSearchParams();
  if (stand) params.set('at', [stand.lon.toFixed(5), stand.lat.toFixed(5), Number(stand.zoom.toFixed(2))].join());
  if (area !== null) params.set('area', String(area));
  if (choice.kind !== 'all') params.set('show', choice.kind);
  if (choice.scope !== 'area') params.set('scope', choice.scope);
  if (choice.severity.length > 0) params.set('severity', choice.severity.join());
  if (choice.category.length > 0) params.set('category', choice.category.join());
  if (choice.words.trim()) params.set('words', choice.words.trim());
  if (choice.keeper !== '') params.set('keeper', String(choice.keeper));
  if (incident) params.set('incident', incident);
  return params.size > 0 ? `?${params}` : '';
}

/** @param {string} query @returns {View} */
export function readLink(query) {
  const params = new URLSearchParams(query);
  return {
    stand: readStand(params.get('at') ?? ''),
    area: /^\d{1,15}$/.test(params.get('area') ?? '') ? Number(params.get('area')) : null,
    choice: {
      kind: oneOf(FILTERS, params.get('show')) ?? EVERYTHING.kind,
      scope: oneOf(SCOPES, params.get('scope')) ?? EVERYTHING.scope,
      severity: listOf(params.get('severity')).filter((each) => SEVERITIES.includes(each)),
      category: listOf(params.get('category')),
      words: (params.get('words') ?? '').slice(0, WORDS_MOST),
      keeper: keeperOf(params.get('keeper') ?? ''),
    },
    incident: params.get('incident') || null,
  };
}

/** @param {string} text @returns {Stand | null} */
function readStand(text) {
  const parts = text.split(',');
  const [lon, lat, zoom] = parts.map(Number);
  const real = parts.length === 3 && parts.every((part) => part.trim() !== '') && [lon, lat, zoom].every(Number.isFinite);
  return real && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 2 && zoom <= 19 ? { lon, lat, zoom } : null;
}

/** @template {string} T @param {readonly T[]} values @param {string | null} text @returns {T | undefined} */
function oneOf(values, text) {
  return values.find((value) => value === text);
}

/** @param {string | null} text */
function listOf(text) {
  return (text ?? '').split(',').filter(Boolean);
}
