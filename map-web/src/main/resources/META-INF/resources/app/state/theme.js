// @ts-check
/** The console's theme: dark, unless the other was chosen on this device. */
import { Store } from './store.js';

const KEPT = 'gridward.console.theme';

class ThemeStore extends Store {
  /** @type {'light' | 'dark'} */
  current = localStorage.getItem(KEPT) === 'light' ? 'light' : 'dark';

  /** The other one from now on. */
  turn() {
    this.current = this.current === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEPT, this.current);
    this.changed();
  }
}

export const theme = new ThemeStore();
