// @ts-check
/** The head of the insight page: where one is in the tree of areas, and the way elsewhere. */
import { html } from 'lit';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import '../ui/language-switch.js';

/** @param {any[]} trail areas from the widest down @param {(id: number) => void} go @param {() => void} signOut */
export function headPart(trail, go, signOut) {
  return html`<img src="/app/icon.svg" alt="Gridward" />
    <strong>${t('insight.title')}</strong>
    <nav aria-label=${t('insight.trail')}>
      ${[null, ...trail].map((area, i) => {
        const name = area ? language.name(area.names) || area.code : t('insight.everything');
        const mark = i > 0 ? html`<span class="second" aria-hidden="true">›</span>` : '';
        if (i === trail.length) return html`${mark}<span aria-current="page">${name}</span>`;
        return html`${mark}<button @click=${() => go(area?.id ?? 0)}>${name}</button>`;
      })}
    </nav>
    <span class="tail">
      <a href="/console">${t('insight.toConsole')}</a>
      <gw-language></gw-language>
      <span class="cut second small">${session.user?.name}</span>
      <button @click=${signOut}>${t('signOut')}</button>
    </span>`;
}
