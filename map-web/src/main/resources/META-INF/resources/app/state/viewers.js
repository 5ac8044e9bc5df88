// @ts-check
/** Who else looks at the case on the screen: told by the server as long as this screen looks too. */
import { session } from './session.js';
import { Store } from './store.js';

/** @typedef {{userId: number, name: string}} Viewer */
/** @typedef {{follow: (destination: string, onFrame: (frame: any) => void) => void, leave: (destination: string) => void}} Line */

export class Viewers extends Store {
  /** @type {Viewer[]} by name, without the person at this screen */
  others = [];
  /** @type {Line | null} */
  #line = null;
  #destination = '';

  /** @param {Line} line */
  connect(line) {
    this.#line = line;
  }

  /** @param {string | null} id of the incident; null looks at none */
  lookAt(id) {
    const destination = id ? `/topic/incidents/${id}/presence` : '';
    if (destination === this.#destination) return;
    if (this.#destination) this.#line?.leave(this.#destination);
    this.#destination = destination;
    this.others = [];
    if (destination) this.#line?.follow(destination, (frame) => this.#take(destination, frame));
    this.changed();
  }

  /** @param {string} destination @param {{viewers?: Viewer[]}} frame */
  #take(destination, { viewers = [] }) {
    if (destination !== this.#destination) return;
    this.others = viewers.filter(({ userId }) => userId !== session.user?.id);
    this.changed();
  }
}
