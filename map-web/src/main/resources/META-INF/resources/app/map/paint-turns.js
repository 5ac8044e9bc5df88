// @ts-check
/** Costly painting in turns, one in a frame, so that no frame has to wait for all of it. */

/** @type {Map<object, () => void>} */
const waiting = new Map();
let frame = 0;

/** Once, however often it is asked before its turn comes. @param {object} whose @param {() => void} paint */
export function inTurn(whose, paint) {
  waiting.set(whose, paint);
  frame ||= requestAnimationFrame(next);
}

function next() {
  const [whose, paint] = /** @type {[object, () => void]} */ (waiting.entries().next().value);
  waiting.delete(whose);
  frame = waiting.size > 0 ? requestAnimationFrame(next) : 0;
  paint();
}
