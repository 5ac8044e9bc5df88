// @ts-check
/** The operator's queue as pure rules: what stands in it, in which group, in which order. */
import { hasEnded, isLate } from './marks.js';

/** @typedef {import('./types.js').Incident} Incident */
/** @typedef {'all' | 'decide' | 'sent' | 'onsite' | 'verify' | 'late' | 'locate'} QueueFilter */
/** @typedef {'locate' | 'decide' | 'late' | 'verify' | 'running'} QueueGroup */

/** @type {readonly QueueGroup[]} in the order of what needs the operator most */
export const GROUPS = ['late', 'locate', 'decide', 'verify', 'running'];
/** @type {readonly QueueFilter[]} */
export const FILTERS = ['all', 'late', 'decide', 'sent', 'onsite', 'verify', 'locate'];

/** @type {Record<string, number>} */
const SEVERITY_RANK = { CRITICAL: 3, HIGH: 2, NORMAL: 1, LOW: 0 };

/** @param {Incident} incident @param {number} now @returns {QueueGroup} */
export function groupOf(incident, now) {
  if (isLate(incident, now)) return 'late';
  if (incident.placement === 'NEEDS_LOCATING') return 'locate';
  if (needsDecision(incident)) return 'decide';
  return incident.stage === 'FED_BACK' ? 'verify' : 'running';
}

/** Nothing moves until an operator acts: it rests and nobody has been asked. @param {Incident} incident */
export function needsDecision(incident) {
  return (incident.stage === 'COLLECTED' || incident.stage === 'FILED') && !incident.assignee;
}

/** @param {Incident} incident @param {QueueFilter} filter @param {number} now */
export function passes(incident, filter, now) {
  switch (filter) {
    case 'decide':
      return needsDecision(incident);
    case 'late':
      return isLate(incident, now);
    case 'sent':
      return incident.stage === 'DISPATCHED';
    case 'onsite':
      return incident.stage === 'HANDLING';
    case 'verify':
      return incident.stage === 'FED_BACK';
    case 'locate':
      return incident.placement === 'NEEDS_LOCATING';
    default:
      return true;
  }
}

/**
 * Groups in order; in each the incidents as they come: sorted-incidents.js has put what will be late first.
 * @param {Iterable<Incident>} incidents sorted by `byUrgency` @param {QueueFilter} filter @param {number} now
 * @returns {{group: QueueGroup, items: Incident[]}[]} without empty groups
 */
export function arrange(incidents, filter, now) {
  /** @type {Map<QueueGroup, Incident[]>} */
  const groups = new Map(GROUPS.map((group) => [group, []]));
  for (const incident of incidents) {
    if (hasEnded(incident.stage) || !passes(incident, filter, now)) continue;
    groups.get(groupOf(incident, now))?.push(incident);
  }
  return [...groups].filter(([, items]) => items.length > 0).map(([group, items]) => ({ group, items }));
}

/** What will be late first, then the graver, then the older; no two are alike. @param {Incident} a @param {Incident} b */
export function byUrgency(a, b) {
  return compare(a.dueAt ?? '9', b.dueAt ?? '9') || severityRank(b) - severityRank(a) || compare(a.reportedAt, b.reportedAt) || compare(a.id, b.id);
}

/** @param {Incident} incident */
function severityRank(incident) {
  return SEVERITY_RANK[incident.severity] ?? 1;
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
