// @ts-check
/** The console's keys; typing in a field or a dialog is left alone. */
export class ConsoleKeys {
  #page;
  #commands;
  #listen = (/** @type {KeyboardEvent} */ event) => this.#press(event);

  /** @param {any} page a ConsolePage @param {import('./console-commands.js').ConsoleCommands} commands */
  constructor(page, commands) {
    this.#page = page;
    this.#commands = commands;
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
    if (event.key === 'Escape') return this.#commands.back();
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
    const commands = this.#commands;
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
        return () => commands.newIncident();
      case 'a':
        return () => commands.assign();
      case 'c':
        return () => commands.closeIncident();
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
