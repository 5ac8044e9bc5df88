// @ts-check
/** Something that changes and says so. Changes in one turn are told once; with a pause, at most once in it. */
export class Store extends EventTarget {
  #pauseMillis;
  #waiting = false;
  #toldAt = -Infinity;

  /** @param {number | (() => number)} [pauseMillis] least time between two tellings, for what changes many times a second */
  constructor(pauseMillis = 0) {
    super();
    this.#pauseMillis = typeof pauseMillis === 'number' ? () => pauseMillis : pauseMillis;
  }

  changed() {
    if (this.#waiting) return;
    this.#waiting = true;
    const rest = this.#toldAt + this.#pauseMillis() - performance.now();
    if (rest <= 0) queueMicrotask(() => this.#tell());
    else setTimeout(() => this.#tell(), rest);
  }

  #tell() {
    this.#waiting = false;
    this.#toldAt = performance.now();
    this.dispatchEvent(new Event('change'));
  }
}
