// @ts-check
/** Facts of the server in the reader's words. */
import { html } from 'lit';
import { momentOf } from '../lib/times.js';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';

/** @param {string | null | undefined} iso "3 min ago", the exact time on hover */
export function ago(iso) {
  if (!iso) return '';
  const moment = momentOf(iso);
  return html`<time datetime=${iso} title=${language.exact(moment)}>${language.ago(moment)}</time>`;
}

/** @param {string} code of a category */
export function categoryName(code) {
  return catalogue.nameOf(code, language.current);
}

/** @param {string} stage */
export function stageWord(stage) {
  return t(`stage.${stage}`);
}

/** @param {string} severity */
export function severityWord(severity) {
  return t(`severity.${severity}`);
}

/** @param {{dueAt?: string | null}} incident "12 min late", "1 h left"; empty without a promise */
export function dueWords({ dueAt }) {
  if (!dueAt) return '';
  const left = momentOf(dueAt) - Date.now();
  return t(left < 0 ? 'due.late' : 'due.left', { span: language.span(left) });
}

/** Where it is: as it was told, else what its point is called; empty where nobody knows. @param {{placeText?: string | null, address?: import('../lib/types.js').Address | null}} incident */
export function placeOf({ placeText, address }) {
  if (placeText || !address) return placeText ?? '';
  const place = language.name(address.names);
  return address.near ? t('place.near', { place }) : place;
}

/** @param {import('../net/http.js').Problem} problem */
export function problemWords(problem) {
  const key = `problem.${problem.code}`;
  if (language.has(key)) return t(key, problem.fields);
  if (language.current === 'en' && problem.fields.detail) return problem.fields.detail;
  if (problem.status === 403) return t('problem.forbidden');
  return t(problem.status >= 500 ? 'problem.server' : 'problem.other', { detail: problem.fields.detail ?? problem.code });
}

/** One entry of the journal as a sentence. @param {any} entry @param {Map<number, string>} [workers] names by id, where the entry has only the id */
export function storyWords({ kind, payload, workerId, toName }, workers) {
  const released = kind === 'incident.handed_over' && !payload?.to;
  const key = released ? 'story.incident.released' : `story.${kind}`;
  const id = workerId ?? payload?.assignment?.workerId;
  const values = {
    worker: payload?.incident?.assignee?.name || workers?.get(id) || t('story.someone'),
    category: categoryName(payload?.category ?? payload?.incident?.category ?? ''),
    to: toName ?? t('story.someone'),
    rating: payload?.rating ?? '',
    other: payload?.survivor?.number ?? payload?.duplicate?.number ?? '',
  };
  return language.has(key) ? t(key, values) : kind;
}

/** Who has ever held it. @param {any[]} story @returns {Map<number, string>} names by worker, the latest last */
export function workersIn(story) {
  /** @type {Map<number, string>} */
  const workers = new Map();
  for (const { payload } of story) {
    const holder = payload?.incident?.assignee;
    if (!holder) continue;
    workers.delete(holder.workerId);
    workers.set(holder.workerId, holder.name);
  }
  return workers;
}

/** A reason is a code of the dispatch module or somebody's words. @param {string | null | undefined} reason */
export function reasonWords(reason) {
  if (!reason) return '';
  const key = `reason.${reason}`;
  return language.has(key) ? t(key) : reason;
}

/** What somebody wrote with the step. @param {any} entry */
export function storyNote({ payload }) {
  return payload?.note ?? reasonWords(payload?.reason) ?? payload?.text ?? '';
}

/** @param {any} entry */
export function actorWords({ actor, actorName }) {
  if (actorName) return actorName;
  if (actor === 'system' || actor === 'resident') return t(`actor.${actor}`);
  return actor;
}
