// @ts-check
/** The console's keys; typing in a field or a dialog is left alone. */
export class ConsoleKeys {
  #page;
  #listen = (/** @type {KeyboardEvent} */ event) => this.#press(event);

  /** @param {any} page a ConsolePage */
  constructor(page) {
    this.#page = page;
    page.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#listen);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#listen);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#page.busyWithDialog) return;
    if (event.key === 'Escape') return this.#page.back();
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (isTyping(target)) return;
    const action = this.#actionOf(event.key, target);
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** @param {string} key @param {HTMLElement} target @returns {(() => void) | undefined} */
  #actionOf(key, target) {
    const page = this.#page;
    const onMap = !!target.closest?.('#map');
    const inList = target.getAttribute?.('role') === 'listbox' || target === document.body;
    switch (key) {
      case 'j':
        return () => page.step(1);
      case 'k':
        return () => page.step(-1);
      case 'ArrowDown':
        return onMap || !inList ? undefined : () => page.step(1);
      case 'ArrowUp':
        return onMap || !inList ? undefined : () => page.step(-1);
      case 'Enter':
        return inList ? page.openCase : undefined;
      case 'n':
        return page.newIncident;
      case 'a':
        return page.assign;
      case 'c':
        return page.closeIncident;
      case '/':
        return page.search;
      case '?':
        return page.showKeys;
      default:
        return undefined;
    }
  }
}

/** @param {HTMLElement} target */
function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName ?? '');
}
