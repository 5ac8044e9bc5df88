// @ts-check
/** Renders its element again when one of the stores changes, or as time passes. */
export class StoreController {
  #host;
  #stores;
  #everyMillis;
  #update = () => this.#host.requestUpdate();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;

  /** @param {import('lit').ReactiveControllerHost} host @param {EventTarget[]} stores @param {number} [everyMillis] for times in words */
  constructor(host, stores, everyMillis = 0) {
    this.#host = host;
    this.#stores = stores;
    this.#everyMillis = everyMillis;
    host.addController(this);
  }

  hostConnected() {
    for (const store of this.#stores) store.addEventListener('change', this.#update);
    if (this.#everyMillis) this.#timer = setInterval(this.#update, this.#everyMillis);
  }

  hostDisconnected() {
    for (const store of this.#stores) store.removeEventListener('change', this.#update);
    clearInterval(this.#timer);
  }
}
