// @ts-check
/** Something that changes and says so. Changes in one turn are told once. */
export class Store extends EventTarget {
  #told = false;

  changed() {
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}
