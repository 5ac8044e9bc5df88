// @ts-check
/** How alike two incidents are, in words and bars. */
import { html } from 'lit';
import { language, t } from '../state/language.js';

/** @typedef {import('../state/duplicates.js').Likely} Likely */

const PARTS = /** @type {const} */ (['near', 'time', 'kind', 'words']);

/** "12 m · 3 min apart · same kind", as far as it is known. @param {Likely} likely */
export function apartWords({ distanceMetres, minutesApart, parts }) {
  return [
    distanceMetres == null ? '' : language.distance(distanceMetres),
    t('duplicate.apart', { span: language.span(minutesApart * 60_000) }),
    parts.kind === 1 ? t('duplicate.sameKind') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** @param {number} part 0 to 1 */
export function percent(part) {
  return part.toLocaleString(language.current, { style: 'percent' });
}

/** Each part of the score as a bar. @param {Likely} likely */
export function scoreParts({ parts, score }) {
  return html`<dl class="parts" aria-label=${t('duplicate.score', { score: percent(score) })}>
    ${PARTS.map((name) => {
      const part = parts[name];
      return html`<div>
        <dt>${t(`duplicate.part.${name}`)}</dt>
        <dd>${part === null ? html`<span class="second">${t('duplicate.unknown')}</span>` : html`<i class="bar" aria-hidden="true"><b .style=${`inline-size:${Math.round(part * 100)}%`}></b></i>${percent(part)}`}</dd>
      </div>`;
    })}
  </dl>`;
}
