// @ts-check
/** Renders its element again when one of the stores changes, or as time passes. */
export class StoreController {
  #host;
  #stores;
  #everyMillis;
  #given;
  #update = () => this.#host.requestUpdate();
  /** @type {EventTarget[]} */
  #followed = [];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer = undefined;

  /**
   * @param {import('lit').ReactiveControllerHost} host @param {EventTarget[]} stores @param {number} [everyMillis] for times in words
   * @param {() => EventTarget[]} [given] stores that the element was given as properties, asked when it is put on the page
   */
  constructor(host, stores, everyMillis = 0, given = () => []) {
    this.#host = host;
    this.#stores = stores;
    this.#everyMillis = everyMillis;
    this.#given = given;
    host.addController(this);
  }

  hostConnected() {
    this.#followed = [...this.#stores, ...this.#given()];
    for (const store of this.#followed) store.addEventListener('change', this.#update);
    if (this.#everyMillis) this.#timer = setInterval(this.#update, this.#everyMillis);
  }

  hostDisconnected() {
    for (const store of this.#followed) store.removeEventListener('change', this.#update);
    clearInterval(this.#timer);
  }
}
