// @ts-check
/**
 * Every action of the console, once: its key, where the key counts, when it is allowed, what it does. Keys, the list of
 * keys, the command palette and the buttons' hints all read it. Its words are the message `action.<id>`.
 */
import { mayKeep, mayStep, mayUndo } from '../lib/commands.js';
import { session } from '../state/session.js';
import { theme } from '../state/theme.js';

/**
 * @typedef {object} Desk what an action works on
 * @property {import('./console-state.js').ConsoleState} state
 * @property {import('./console-commands.js').ConsoleCommands} commands
 * @property {import('./console-view.js').ConsoleView} view
 *
 * @typedef {object} Action
 * @property {string} id
 * @property {'queue' | 'case' | 'map' | 'page'} group
 * @property {readonly string[]} keys as KeyboardEvent.key names them; one that begins with `list:` counts only in the queue, `Mod+` is Ctrl or ⌘
 * @property {(desk: Desk) => boolean} [when]
 * @property {(desk: Desk) => void} run
 */

/** @type {readonly Action[]} */
export const ACTIONS = [
  { id: 'next', group: 'queue', keys: ['j', 'list:ArrowDown'], run: ({ view }) => view.step(1) },
  { id: 'previous', group: 'queue', keys: ['k', 'list:ArrowUp'], run: ({ view }) => view.step(-1) },
  { id: 'open', group: 'queue', keys: ['list:Enter'], when: ({ state }) => state.panel === 'case', run: ({ view }) => view.openCase() },
  { id: 'mark', group: 'queue', keys: ['x'], run: ({ view }) => view.toggleMark() },
  { id: 'markNext', group: 'queue', keys: ['J', 'list:Shift+ArrowDown'], run: ({ view }) => view.step(1, true) },
  { id: 'markPrevious', group: 'queue', keys: ['K', 'list:Shift+ArrowUp'], run: ({ view }) => view.step(-1, true) },
  { id: 'markAll', group: 'queue', keys: ['X'], run: ({ state }) => state.queue.markAll() },
  { id: 'search', group: 'queue', keys: ['/'], run: ({ view }) => view.search() },
  { id: 'narrow', group: 'queue', keys: ['F'], run: ({ view }) => view.narrow() },
  { id: 'showAll', group: 'queue', keys: ['1'], run: ({ state }) => state.queue.choose({ kind: 'all' }) },
  { id: 'showLate', group: 'queue', keys: ['2'], run: ({ state }) => state.queue.choose({ kind: 'late' }) },
  { id: 'showDecide', group: 'queue', keys: ['3'], run: ({ state }) => state.queue.choose({ kind: 'decide' }) },
  { id: 'showSent', group: 'queue', keys: ['4'], run: ({ state }) => state.queue.choose({ kind: 'sent' }) },
  { id: 'showOnsite', group: 'queue', keys: ['5'], run: ({ state }) => state.queue.choose({ kind: 'onsite' }) },
  { id: 'showVerify', group: 'queue', keys: ['6'], run: ({ state }) => state.queue.choose({ kind: 'verify' }) },
  { id: 'showLocate', group: 'queue', keys: ['7'], run: ({ state }) => state.queue.choose({ kind: 'locate' }) },
  { id: 'showMine', group: 'queue', keys: ['8'], run: ({ state }) => state.queue.choose({ keeper: state.queue.choice.keeper === 'me' ? '' : 'me' }) },

  { id: 'new', group: 'case', keys: ['n'], when: ({ state }) => state.mayReport, run: ({ commands }) => commands.newIncident() },
  step('file', ['f']),
  step('assign', ['a']),
  step('dispatch', ['r']),
  { id: 'close', group: 'case', keys: ['c'], when: ({ state }) => may(state, 'close') || may(state, 'settle'), run: ({ commands }) => commands.closeIncident() },
  step('locate', ['l']),
  step('rework', ['w']),
  step('recategorise', ['t']),
  step('recall', ['u']),
  step('dismiss', ['d']),
  step('evaluate', ['v']),
  step('reopen', ['o']),
  keeping('take', 'i'),
  keeping('release', 'I'),
  keeping('hand-over', 'h'),
  keeping('escalate', 'p'),
  keeping('give-back', 'P'),
  { id: 'undo', group: 'case', keys: ['Z'], when: ({ state }) => mayTakeBack(state), run: ({ commands }) => commands.takeBack() },
  { id: 'showCase', group: 'case', keys: ['m'], when: ({ state }) => state.selected?.lon != null, run: ({ commands }) => commands.showOnMap() },

  { id: 'whole', group: 'map', keys: ['z'], run: ({ view }) => view.whole() },
  { id: 'jump', group: 'map', keys: ['g'], run: ({ view }) => view.jump() },
  { id: 'layers', group: 'map', keys: ['y'], run: ({ view }) => view.layers() },
  { id: 'lasso', group: 'map', keys: ['q'], run: ({ state }) => state.map.take('lasso') },
  { id: 'measure', group: 'map', keys: ['e'], run: ({ state }) => state.map.take('measure') },
  { id: 'share', group: 'map', keys: ['s'], run: ({ view }) => view.share() },

  { id: 'alerts', group: 'page', keys: ['b'], run: ({ view }) => view.alerts() },
  { id: 'theme', group: 'page', keys: ['T'], run: () => theme.turn() },
  { id: 'palette', group: 'page', keys: ['Mod+k'], run: ({ view }) => view.palette() },
  { id: 'back', group: 'page', keys: ['Escape'], run: ({ commands }) => commands.back() },
  { id: 'help', group: 'page', keys: ['?'], run: ({ view }) => view.showKeys() },
];

/** @param {Action} action @param {Desk} desk */
export function isAllowed({ when }, desk) {
  return !when || when(desk);
}

/** The key of a step, to stand on its button; empty where it has none. @param {string} step */
export function keyOf(step) {
  const id = step === 'settle' ? 'close' : step;
  return ACTIONS.find((action) => action.group === 'case' && action.id === id)?.keys[0] ?? '';
}

/** Whether the caller's last step at the case may still be taken back. @param {import('./console-state.js').ConsoleState} state */
function mayTakeBack({ panel, mayAct, case: store }) {
  return panel === 'case' && mayAct && mayUndo(store.detail, Date.now());
}

/** Who has the case. @param {string} name of KEEPING @param {string} key @returns {Action} */
function keeping(name, key) {
  /** @param {import('./console-state.js').ConsoleState} state */
  const fits = ({ panel, mayAct, case: store }) => panel === 'case' && (!store.detail || (mayAct && mayKeep(store.detail, name, session.user?.id)));
  return { id: name, group: 'case', keys: [key], when: ({ state }) => fits(state), run: ({ commands }) => commands.keep(name) };
}

/** A step of the case, or of all that are marked. @param {string} name @param {string[]} keys @returns {Action} */
function step(name, keys) {
  return { id: name, group: 'case', keys, when: ({ state }) => may(state, name), run: ({ commands }) => commands.take(name) };
}

/** @param {import('./console-state.js').ConsoleState} state @param {string} name */
function may(state, name) {
  if (state.queue.marked.size > 0) return state.mayReport;
  if (state.panel !== 'case') return false;
  return !state.case.detail || (state.mayAct && mayStep(state.case.detail, name));
}
