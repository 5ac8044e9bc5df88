// @ts-check
/** One question to the server at a time: a newer one takes the place of the one before; the last answer stays until the next. */

/** @typedef {import('../net/http.js').Problem} Problem */

const AGAIN_MILLIS = 2000;

/** @template T */
export class Question {
  /** 'reading': the server is not ready yet and is asked again. @type {'idle' | 'loading' | 'reading' | 'ready' | 'failed'} */
  state = 'idle';
  /** @type {T | null} */
  answer = null;
  /** @type {Problem | null} */
  problem = null;
  #ask;
  #changed;
  /** @type {AbortController | null} */
  #running = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later = undefined;

  /** @param {(values: any, signal: AbortSignal) => Promise<T>} ask @param {() => void} changed */
  constructor(ask, changed) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** @param {any} values @param {number} [pauseMillis] to wait whether something newer comes @returns {Promise<void>} */
  async ask(values, pauseMillis = 0) {
    this.stop();
    const running = (this.#running = new AbortController());
    this.state = 'loading';
    this.#changed();
    if (pauseMillis > 0) await new Promise((resolve) => (this.#later = setTimeout(resolve, pauseMillis)));
    if (running.signal.aborted) return;
    try {
      const answer = await this.#ask(values, running.signal);
      if (running.signal.aborted) return;
      this.answer = answer;
      this.problem = null;
      this.state = 'ready';
    } catch (fault) {
      if (running.signal.aborted) return;
      this.#failed(/** @type {Problem} */ (fault), values);
    }
    this.#changed();
  }

  /** @param {Problem} problem @param {any} values */
  #failed(problem, values) {
    this.problem = problem;
    this.state = problem.code === 'insight-not-ready' ? 'reading' : 'failed';
    if (this.state === 'reading') this.#later = setTimeout(() => this.ask(values), AGAIN_MILLIS);
  }

  /** Nothing more is waited for. */
  stop() {
    this.#running?.abort();
    clearTimeout(this.#later);
  }
}
