// @ts-check
/** Costly painting in turns and in steps, a little in each frame, so that no frame has to wait for all of it. */

/** What of a frame painting may take; a step that is longer has a frame for itself. */
const BUDGET_MILLIS = 8;

/** @type {Map<object, Iterator<void, void>>} */
const waiting = new Map();
let frame = 0;

/** Once, however often it is asked before its turn is over: newer work takes the place of the older. @param {object} whose @param {Iterator<void, void>} work */
export function inTurn(whose, work) {
  waiting.get(whose)?.return?.();
  waiting.set(whose, work);
  frame ||= requestAnimationFrame(next);
}

function next() {
  frame = requestAnimationFrame(next);
  const until = performance.now() + BUDGET_MILLIS;
  do goOn();
  while (waiting.size > 0 && performance.now() < until);
  if (waiting.size === 0) {
    cancelAnimationFrame(frame);
    frame = 0;
  }
}

/** One step of the first who waits. */
function goOn() {
  const [whose, work] = /** @type {[object, Iterator<void, void>]} */ (waiting.entries().next().value);
  let more = false;
  try {
    more = !work.next().done;
  } finally {
    if (!more && waiting.get(whose) === work) waiting.delete(whose);
  }
}
