// @ts-check
/** What an operator can do with an incident, what each step asks for, and at which stages it fits. */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'reason' | 'optional' | 'rating' | 'category' | 'severity' | 'place' | 'worker' | 'nothing'} asks
 * @property {readonly string[]} [from] stages at which it fits; every stage where left out
 * @property {boolean} [harm]
 * @property {boolean} [primary]
 */

const UNDER_WAY = ['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING'];
const OPEN = [...UNDER_WAY, 'FED_BACK'];

/** @type {Step[]} in the order of their buttons */
export const STEPS = [
  { name: 'file', asks: 'nothing', from: ['COLLECTED'], primary: true },
  { name: 'close', asks: 'optional', from: ['FED_BACK'], primary: true },
  { name: 'locate', asks: 'place', from: OPEN, primary: true },
  { name: 'rework', asks: 'reason', from: ['FED_BACK'] },
  { name: 'recategorise', asks: 'category', from: OPEN },
  { name: 'settle', asks: 'reason', from: UNDER_WAY },
  { name: 'evaluate', asks: 'rating', from: ['CLOSED'] },
  { name: 'reopen', asks: 'reason', from: ['CLOSED', 'EVALUATED'] },
  { name: 'dismiss', asks: 'reason', from: UNDER_WAY, harm: true },
];

/** Steps of dispatch; they stand beside the life cycle's. @type {Record<string, Step>} */
export const DISPATCH_STEPS = {
  assign: { name: 'assign', asks: 'optional', from: ['FILED', 'DISPATCHED', 'HANDLING'] },
  recall: { name: 'recall', asks: 'reason', from: ['DISPATCHED', 'HANDLING'], harm: true },
  dispatch: { name: 'dispatch', asks: 'nothing', from: ['FILED'] },
};

/** Steps that make sense for many at once, in the order of their buttons. @type {readonly Step[]} */
export const BATCH_STEPS = [
  stepNamed('file'),
  { ...DISPATCH_STEPS.assign, asks: 'worker' },
  DISPATCH_STEPS.dispatch,
  stepNamed('close'),
  stepNamed('settle'),
  stepNamed('rework'),
  stepNamed('recategorise'),
  DISPATCH_STEPS.recall,
  stepNamed('dismiss'),
];

/** @param {string} name */
function stepNamed(name) {
  return /** @type {Step} */ (STEPS.find((step) => step.name === name));
}

/** @param {readonly string[]} allowed by the server, in its present stage */
export function stepsFor(allowed) {
  const names = new Set(allowed.map((name) => name.toLowerCase().replaceAll('_', '-')));
  return STEPS.filter(({ name }) => names.has(name));
}

/** Whether a step fits where an incident stands; the server has the last word. @param {Step} step @param {{stage: string, placement: string}} incident */
export function mayTake({ name, from }, { stage, placement }) {
  if ((name === 'dispatch' || name === 'assign') && placement === 'NEEDS_LOCATING') return false;
  return !from || from.includes(stage);
}

/** Whether the server would let this caller take the step. @param {{allowed?: string[], stage: string, placement: string, assignee?: unknown}} detail @param {string} name */
export function mayStep(detail, name) {
  const dispatching = DISPATCH_STEPS[name];
  if (!dispatching) return stepsFor(detail.allowed ?? []).some((step) => step.name === name);
  return mayTake(dispatching, detail) && (name !== 'recall' || !!detail.assignee);
}

/** What can be done about who has a case, in the order of the buttons. */
export const KEEPING = /** @type {const} */ (['take', 'release', 'hand-over', 'escalate', 'give-back']);

/** Whether it fits; the server has the last word. @param {{stage: string, keeper?: {userId: number} | null, escalated?: unknown}} detail @param {string} order of KEEPING @param {number | undefined} me */
export function mayKeep({ stage, keeper, escalated }, order, me) {
  if (!OPEN.includes(stage)) return false;
  const mine = !!keeper && keeper.userId === me;
  if (order === 'take') return !mine;
  if (order === 'release') return mine;
  return order !== 'give-back' || !!escalated;
}

/** Whether the caller's last step can still be taken back. @param {{undo?: {step: string, until: string} | null} | null} detail @param {number} now epoch milliseconds */
export function mayUndo(detail, now) {
  return !!detail?.undo && Date.parse(detail.undo.until) > now;
}
