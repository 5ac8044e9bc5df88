// @ts-check
/** What fills a page that has nothing else to show: it loads, it failed, it is not for this person. */
import { html } from 'lit';
import { session } from '../state/session.js';
import { t } from '../state/language.js';

/**
 * @param {string} key of the sentence; one that ends in `.forbidden` comes with the way to the person's own page
 * @param {() => void} [retry]
 */
export function wholeState(key, retry) {
  return html`<main class="state whole" role="status">
    <h1>Gridward</h1>
    <p>${t(key)}</p>
    ${retry ? html`<button @click=${retry}>${t('retry')}</button>` : ''} ${key.endsWith('.forbidden') ? html`<a href=${session.home()}>${t('goHome')}</a>` : ''}
  </main>`;
}

/** The sentence to show instead of a page, null once somebody is known and allowed. @param {boolean} allowed @param {string} forbidden */
export function instead(allowed, forbidden) {
  if (session.state === 'failed') return wholeState('problem.offline', () => location.reload());
  if (session.state === 'loading' || !session.user) return wholeState('loading');
  return allowed ? null : wholeState(forbidden);
}
