// @ts-check
import { html } from 'lit';
import { keyOf } from './actions.js';

/** @type {Record<string, string>} */
const CAPS = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', 'Shift+ArrowDown': '⇧↓', 'Shift+ArrowUp': '⇧↑' };
const APPLE = /mac|iphone|ipad/i.test(navigator.platform);

/** A key of the registry as it stands on a keyboard. @param {string} key */
export function keyCap(key) {
  const plain = key.replace(/^list:/, '');
  if (plain.startsWith('Mod+')) return html`<kbd>${APPLE ? '⌘' : 'Ctrl'}</kbd> <kbd>${plain.slice(4).toUpperCase()}</kbd>`;
  if (/^[A-Z]$/.test(plain)) return html`<kbd>⇧</kbd> <kbd>${plain.toLowerCase()}</kbd>`;
  return html`<kbd>${CAPS[plain] ?? plain}</kbd>`;
}

/** The key of a step, small, on its button. @param {string} step */
export function keyHint(step) {
  const key = keyOf(step);
  return key ? keyCap(key) : '';
}
