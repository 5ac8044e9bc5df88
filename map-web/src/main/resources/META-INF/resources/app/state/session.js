// @ts-check
/** Who is signed in here. */
import * as api from '../net/api.js';
import { clearAllDrafts } from './drafts.js';
import { Store } from './store.js';

/** @typedef {import('../lib/types.js').User} User */

class SessionStore extends Store {
  /** @type {'loading' | 'ready' | 'failed'} */
  state = 'loading';
  /** @type {User | null} */
  user = null;
  /** @type {{login: string, password: string, role: string, name: string}[]} */
  demoAccounts = [];

  async load() {
    this.state = 'loading';
    try {
      this.#take(await api.getSession());
    } catch {
      this.state = 'failed';
    }
    this.changed();
  }

  /** @param {string} login @param {string} password */
  async signIn(login, password) {
    await api.signIn(login, password);
    this.#take(await api.getSession());
    this.changed();
  }

  async signOut() {
    await api.signOut();
    clearAllDrafts();
    this.user = null;
    this.changed();
  }

  /** @param {...string} roles */
  hasRole(...roles) {
    return !!this.user?.roles.some(({ role }) => roles.includes(role));
  }

  /** Where this person's work is. */
  home() {
    if (this.hasRole('OPERATOR', 'ADMINISTRATOR')) return '/console';
    if (this.hasRole('LEADER')) return '/insight';
    if (this.hasRole('WALL')) return '/wall';
    return this.hasRole('GRID_WORKER') ? '/field' : '/';
  }

  /** @param {any} answer */
  #take(answer) {
    this.user = answer.user;
    this.demoAccounts = answer.demoAccounts ?? [];
    this.state = 'ready';
  }
}

export const session = new SessionStore();
