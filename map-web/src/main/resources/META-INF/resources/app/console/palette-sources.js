// @ts-check
/** What the command palette finds: actions that are allowed now, cases by number, areas, workers; places come from the gazetteer. */
import { best } from '../lib/ranking.js';
import { language, t } from '../state/language.js';
import { categoryName, placeOf, stageWord } from '../ui/words.js';
import { ACTIONS, isAllowed } from './actions.js';

/** @typedef {{kind: 'action' | 'case' | 'area' | 'worker' | 'place', sign: string, words: string, more?: string, key?: string, run: () => void}} Found */

const MOST = 6;
const SELF = new Set(['palette', 'back', 'next', 'previous', 'open']);

/** @param {string} typed @param {import('./actions.js').Desk} desk @param {readonly import('../state/gazetteer.js').Place[]} places @returns {Found[]} */
export function findAll(typed, desk, places) {
  const digits = /^#?(\d+)$/.exec(typed.trim())?.[1];
  return [...(digits ? cases(digits, desk) : []), ...actions(typed, desk), ...(typed.trim() ? [...areas(typed, desk), ...workers(typed, desk), ...places.slice(0, MOST).map((place) => placeFound(place, desk))] : [])];
}

/** @param {string} digits @param {import('./actions.js').Desk} desk @returns {Found[]} */
function cases(digits, { state, commands }) {
  const found = state.incidents.filter(({ number }) => String(number).startsWith(digits));
  return found
    .sort((a, b) => a.number - b.number)
    .slice(0, MOST)
    .map(({ id, number, category, stage, placeText, address }) => ({
      kind: 'case',
      sign: 'case',
      words: `#${number} ${categoryName(category)}`,
      more: [stageWord(stage), placeOf({ placeText, address })].filter(Boolean).join(' · '),
      run: () => commands.show(id),
    }));
}

/** @param {string} typed @param {import('./actions.js').Desk} desk @returns {Found[]} */
function actions(typed, desk) {
  const allowed = ACTIONS.filter((action) => !SELF.has(action.id) && isAllowed(action, desk));
  return best(typed, allowed, ({ id }) => t(`action.${id}`), typed.trim() ? MOST : allowed.length).map((action) => ({ kind: 'action', sign: 'run', words: t(`action.${action.id}`), key: action.keys[0], run: () => action.run(desk) }));
}

/** @param {string} typed @param {import('./actions.js').Desk} desk @returns {Found[]} */
function areas(typed, { state, commands }) {
  return best(typed, state.areas.list, ({ names, code }) => `${Object.values(names ?? {}).join(' ')} ${code}`, MOST).map((area) => ({
    kind: 'area',
    sign: 'area',
    words: language.name(area.names) || area.code,
    more: area.code,
    run: () => commands.chooseArea(area.id),
  }));
}

/** @param {string} typed @param {import('./actions.js').Desk} desk @returns {Found[]} */
function workers(typed, { state }) {
  return best(typed, state.workers, ({ name }) => name, MOST).map((worker) => ({
    kind: 'worker',
    sign: 'person',
    words: worker.name,
    more: t(worker.onDuty ? 'duty.on' : 'duty.off'),
    run: () => {
      if (worker.position) state.reveal(worker.position.lon, worker.position.lat, 16);
      state.queue.choose({ kind: 'all', words: worker.name });
    },
  }));
}

/** @param {import('../state/gazetteer.js').Place} place @param {import('./actions.js').Desk} desk @returns {Found} */
function placeFound(place, { commands }) {
  return { kind: 'place', sign: 'place', words: language.name(place.names), more: [t(`place.kind.${place.kind}`), place.detail].filter(Boolean).join(' · '), run: () => commands.jump(place) };
}
