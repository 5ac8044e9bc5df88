// @ts-check
/** What only the console's elements can do: focus, scroll, open. What is seldom opened is loaded when it first is. */
import { t } from '../state/language.js';
import { toasts } from '../state/toasts.js';

export class ConsoleView {
  #page;
  #link;

  /** @param {import('lit').LitElement} page in which the console's elements stand @param {() => Promise<boolean>} link puts the view's link into the clipboard */
  constructor(page, link) {
    this.#page = page;
    this.#link = link;
  }

  /** @param {number} by rows forward or back @param {boolean} [marking] */
  step(by, marking) {
    this.find('gw-queue')?.step(by, marking);
  }

  toggleMark() {
    this.find('gw-queue')?.toggle();
  }

  search() {
    this.find('gw-queue')?.focusSearch();
  }

  narrow() {
    this.find('gw-queue')?.narrow();
  }

  openCase() {
    this.find('gw-case')?.renderRoot.querySelector('.scroll')?.focus();
  }

  async showKeys() {
    await import('./keys-dialog.js');
    this.find('gw-keys').show();
  }

  async palette() {
    await import('./command-palette.js');
    this.find('gw-palette').show();
  }

  /** @param {import('./step-fields.js').Asked} asked */
  async askFor(asked) {
    await import('./command-dialog.js');
    this.find('gw-command-dialog').ask(asked);
  }

  /** @param {import('../lib/commands.js').Step} step @param {import('../lib/types.js').Incident[]} incidents */
  async askForAll(step, incidents) {
    await import('./batch-dialog.js');
    this.find('gw-batch-dialog').ask(step, incidents);
  }

  async share() {
    const there = await this.#link();
    toasts.show(t(there ? 'view.copied' : 'view.notCopied'), { kind: there ? 'good' : 'bad' });
  }

  layers() {
    this.find('gw-map-tools')?.layers();
  }

  whole() {
    this.map?.fit();
  }

  /** To the field for a place; without a gazetteer to the palette. */
  jump() {
    const field = this.find('gw-console-header')?.renderRoot.querySelector('gw-place-field');
    if (field) field.focus();
    else this.palette();
  }

  alerts() {
    this.find('gw-console-header')?.renderRoot.querySelector('gw-alerts')?.toggle();
  }

  /** A dialog has the keys. */
  get busy() {
    return ['gw-command-dialog', 'gw-batch-dialog', 'gw-keys', 'gw-palette'].some((name) => this.find(name)?.open);
  }

  get map() {
    return this.find('gw-map');
  }

  /** @param {string} name of an element that may still be on its way @returns {Promise<any>} */
  async whenThere(name) {
    await customElements.whenDefined(name);
    await this.#page.updateComplete;
    return this.find(name);
  }

  /** @param {string} name @returns {any} */
  find(name) {
    return this.#page.renderRoot.querySelector(name);
  }
}
