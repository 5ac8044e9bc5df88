// @ts-check
/** What happened, in the few words of a wall. */
import { language, t } from '../state/language.js';
import { categoryName, placeOf, stageWord, storyWords } from '../ui/words.js';

/** "Water leak, 45 Rutgers St". @param {import('../lib/types.js').Incident} incident */
export function titleOf(incident) {
  const { category, number } = incident;
  return t('wall.title.of', { category: categoryName(category), place: placeOf(incident) || `#${number}` });
}

/** A wall of its own may know no names. @param {{id: number, name: string} | null} worker */
export function workerName(worker) {
  return worker ? worker.name || t('wall.worker', { n: worker.id }) : t('story.someone');
}

/** @param {import('../state/ticker.js').Line} line */
export function lineWords({ kind, incident, at, worker }) {
  if (kind === 'stage') return worker ? `${stageWord(incident.stage)} · ${workerName(worker)}` : stageWord(incident.stage);
  if (kind === 'late') return t('wall.late.since', { span: language.span(Date.now() - at) });
  const assignee = worker ? { workerId: worker.id, name: workerName(worker) } : null;
  return storyWords({ kind, payload: { incident: { ...incident, assignee } } });
}

/** Where it stands: "sent to worker 07". @param {import('../lib/types.js').Incident} incident */
export function standing({ stage, assignee, waiting }) {
  if (assignee) return t('wall.with', { stage: stageWord(stage), worker: workerName({ id: assignee.workerId, name: assignee.name }) });
  return waiting ? t('story.dispatch.waiting') : stageWord(stage);
}
