// @ts-check
/** What an incident looks like: a shape and a tone, the same on the map, in the queue and in the legend. */

/** @typedef {'new' | 'sent' | 'onsite' | 'late' | 'quiet'} Tone */
/** @typedef {'ring' | 'disc' | 'square' | 'check' | 'triangle' | 'diamond' | 'cross'} Shape */
/** @typedef {{shape: Shape, tone: Tone}} Mark */

/** Outlines in a 24 × 24 box, drawn by SVG and by canvas alike. `hollow` shapes are stroked, the others filled. */
export const SHAPES = {
  ring: { path: 'M12 5.5a6.5 6.5 0 1 0 .01 0Z', hollow: true, sign: '' },
  disc: { path: 'M12 4.5a7.5 7.5 0 1 0 .01 0Z', hollow: false, sign: '' },
  square: { path: 'M7.5 5h9a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 16.5v-9A2.5 2.5 0 0 1 7.5 5Z', hollow: false, sign: '' },
  check: { path: 'M4.5 12.5l5 5L19.5 7', hollow: true, sign: '' },
  triangle: { path: 'M12 3.5 21.5 20h-19Z', hollow: false, sign: '' },
  diamond: { path: 'M12 1.5 22.5 12 12 22.5 1.5 12Z', hollow: false, sign: 'M12 6.5v7M12 16.2v1.6' },
  cross: { path: 'M6 6l12 12M18 6 6 18', hollow: true, sign: '' },
};

const ENDED = new Set(['CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED']);
const WATCHED = new Set(['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING']);

/** @param {string} stage */
export function hasEnded(stage) {
  return ENDED.has(stage);
}

/**
 * Late means: promised to be handled by now and not yet reported handled.
 * @param {{stage: string, dueAt?: string | null}} incident @param {number} now
 */
export function isLate(incident, now) {
  return WATCHED.has(incident.stage) && dueMoment(incident) < now;
}

/** Incidents are replaced, never changed, so each promise is read once. @type {WeakMap<object, number>} */
const DUE = new WeakMap();

/** @param {{dueAt?: string | null}} incident @returns {number} milliseconds; infinite without a promise */
function dueMoment(incident) {
  let moment = DUE.get(incident);
  if (moment === undefined) DUE.set(incident, (moment = incident.dueAt ? Date.parse(incident.dueAt) : Infinity));
  return moment;
}

/** @param {{stage: string, severity: string, dueAt?: string | null}} incident @param {number} now @returns {Mark} */
export function markOf(incident, now) {
  const stage = markOfStage(incident.stage);
  if (hasEnded(incident.stage)) return stage;
  const late = isLate(incident, now);
  if (incident.severity === 'CRITICAL') return { shape: 'diamond', tone: late ? 'late' : stage.tone };
  return late ? { shape: 'triangle', tone: 'late' } : stage;
}

/** @param {string} stage @returns {Mark} */
export function markOfStage(stage) {
  switch (stage) {
    case 'DISPATCHED':
      return { shape: 'disc', tone: 'sent' };
    case 'HANDLING':
      return { shape: 'square', tone: 'onsite' };
    case 'FED_BACK':
      return { shape: 'check', tone: 'onsite' };
    case 'CLOSED':
    case 'EVALUATED':
      return { shape: 'check', tone: 'quiet' };
    case 'DISMISSED':
    case 'MERGED':
      return { shape: 'cross', tone: 'quiet' };
    default:
      return { shape: 'ring', tone: 'new' };
  }
}

/** @type {Record<string, number>} */
const TONE_RANK = { new: 3, sent: 2, onsite: 1, quiet: 0 };

/**
 * What several incidents look like as one: the worst tone of those that are in time, and how many are late.
 * @param {readonly Parameters<typeof markOf>[0][]} incidents at least one @param {number} now
 * @returns {{tone: Tone, late: number, critical: boolean}} `late` is a share from 0 to 1; at 1 the tone is late as well
 */
export function markOfAll(incidents, now) {
  let late = 0;
  let critical = false;
  /** @type {Tone | null} */
  let worst = null;
  for (const incident of incidents) {
    const { shape, tone } = markOf(incident, now);
    critical ||= shape === 'diamond';
    if (tone === 'late') late++;
    else if (!worst || TONE_RANK[tone] > TONE_RANK[worst]) worst = tone;
  }
  return { tone: worst ?? 'late', late: late / incidents.length, critical };
}

/** What the legend shows. @type {{key: string, mark: Mark}[]} */
export const LEGEND = [
  { key: 'new', mark: { shape: 'ring', tone: 'new' } },
  { key: 'sent', mark: { shape: 'disc', tone: 'sent' } },
  { key: 'onsite', mark: { shape: 'square', tone: 'onsite' } },
  { key: 'done', mark: { shape: 'check', tone: 'onsite' } },
  { key: 'late', mark: { shape: 'triangle', tone: 'late' } },
  { key: 'critical', mark: { shape: 'diamond', tone: 'new' } },
];
