// @ts-check
/** What an operator can do with an incident, and what each step asks for. */

/** @typedef {{name: string, asks: 'reason' | 'optional' | 'rating' | 'category' | 'severity' | 'place' | 'nothing', harm?: boolean, primary?: boolean}} Step */

/** @type {Step[]} in the order of their buttons */
export const STEPS = [
  { name: 'file', asks: 'nothing', primary: true },
  { name: 'close', asks: 'optional', primary: true },
  { name: 'locate', asks: 'place', primary: true },
  { name: 'rework', asks: 'reason' },
  { name: 'recategorise', asks: 'category' },
  { name: 'settle', asks: 'reason' },
  { name: 'evaluate', asks: 'rating' },
  { name: 'reopen', asks: 'reason' },
  { name: 'dismiss', asks: 'reason', harm: true },
];

/** Steps of dispatch; they stand beside the life cycle's. @type {Record<string, Step>} */
export const DISPATCH_STEPS = {
  assign: { name: 'assign', asks: 'optional' },
  recall: { name: 'recall', asks: 'reason', harm: true },
  dispatch: { name: 'dispatch', asks: 'nothing' },
};

/** @param {readonly string[]} allowed by the server, in its present stage */
export function stepsFor(allowed) {
  const names = new Set(allowed.map((name) => name.toLowerCase().replaceAll('_', '-')));
  return STEPS.filter(({ name }) => names.has(name));
}
