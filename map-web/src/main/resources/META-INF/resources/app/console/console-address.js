// @ts-check
/** Keeps the page's address true to what the console shows, and opens it as an address says. */
import { readLink, writeLink } from '../lib/view-link.js';

const PAUSE_MILLIS = 400;

export class ConsoleAddress {
  /** What the page was opened with. */
  asked = readLink(location.search);
  #state;
  #stand;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  /** @param {import('./console-state.js').ConsoleState} state @param {() => import('../lib/view-link.js').Stand | null | undefined} stand of the map */
  constructor(state, stand) {
    this.#state = state;
    this.#stand = stand;
    state.queue.choice = this.asked.choice;
  }

  /** The map goes where the address says; until then it is not fitted. @param {any} map the element */
  place(map) {
    if (this.asked.stand) map?.standAt(this.asked.stand);
  }

  /** Whether the map stands where the address says, and not where the area lies. */
  get holds() {
    return !!this.asked.stand && this.#state.areas.chosen === this.#state.areas.first;
  }

  /** Something is shown differently: written a little later, also where no moment is without a change. */
  keep() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      history.replaceState(null, '', this.#path());
    }, PAUSE_MILLIS);
  }

  /** @returns {Promise<boolean>} whether the link is in the clipboard */
  async share() {
    try {
      await navigator.clipboard.writeText(location.origin + this.#path());
      return true;
    } catch {
      return false;
    }
  }

  #path() {
    const { areas, queue, panel, case: looked } = this.#state;
    return `/console${writeLink({ stand: this.#stand() ?? null, area: areas.chosen, choice: queue.choice, incident: panel === 'case' ? looked.id : null })}`;
  }
}
