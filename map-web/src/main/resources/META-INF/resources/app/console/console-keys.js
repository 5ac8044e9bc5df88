// @ts-check
/** Keys to actions (actions.js); typing in a field or a dialog is left alone. */
import { ACTIONS, isAllowed } from './actions.js';

export class ConsoleKeys {
  #desk;
  #listen = (/** @type {KeyboardEvent} */ event) => this.#press(event);

  /** @param {import('lit').ReactiveControllerHost} host @param {import('./actions.js').Desk} desk */
  constructor(host, desk) {
    this.#desk = desk;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#listen);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#listen);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.altKey || event.isComposing || this.#desk.view.busy) return;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const mod = event.ctrlKey || event.metaKey;
    if (isTyping(target) && !mod && event.key !== 'Escape') return;
    const pressed = names(event, mod, target);
    const action = ACTIONS.find((each) => each.keys.some((key) => pressed.includes(key)));
    if (!action || !isAllowed(action, this.#desk)) return;
    event.preventDefault();
    action.run(this.#desk);
  }
}

/** What the registry may call this stroke. @param {KeyboardEvent} event @param {boolean} mod @param {HTMLElement} target */
function names(event, mod, target) {
  if (mod) return [`Mod+${event.key.toLowerCase()}`];
  const inList = target.getAttribute?.('role') === 'listbox' || target === document.body;
  const key = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
  return inList ? [key, `list:${key}`] : [key];
}

/** A box that is ticked takes no letters. @param {HTMLElement} target */
function isTyping(target) {
  if (/** @type {HTMLInputElement} */ (target).type === 'checkbox') return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName ?? '');
}
