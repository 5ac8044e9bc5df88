// @ts-check
/** Costly painting in turns and in steps, a little at a time, so that neither a frame nor a hand has to wait for all of it. */

/** After so long frames and hands have their turn; a step that is longer is done alone. */
const BUDGET_MILLIS = 8;

/** The next to have its step first. @type {Map<object, Iterator<void, void>>} */
const waiting = new Map();
let asked = false;

/** Once, however often it is asked before its turn is over: newer work takes the place of the older. @param {object} whose @param {Iterator<void, void>} work */
export function inTurn(whose, work) {
  waiting.get(whose)?.return?.();
  waiting.set(whose, work);
  ask();
}

/** By a timer, not in a frame: on a large screen a frame may take long to be put together while the page has nothing to do. */
function ask() {
  if (asked || waiting.size === 0) return;
  asked = true;
  setTimeout(next);
}

function next() {
  asked = false;
  const until = performance.now() + BUDGET_MILLIS;
  try {
    do step();
    while (waiting.size > 0 && performance.now() < until);
  } finally {
    ask();
  }
}

/** One of whoever waits longest: short work does not wait for long work. */
function step() {
  const [whose, work] = /** @type {[object, Iterator<void, void>]} */ (waiting.entries().next().value);
  let more = false;
  try {
    more = !work.next().done;
  } finally {
    if (waiting.get(whose) === work) {
      waiting.delete(whose);
      if (more) waiting.set(whose, work);
    }
  }
}
