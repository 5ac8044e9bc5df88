// @ts-check
/** Parts of a case: the story so far, the decisions with their reasons, the candidates. */
import { html } from 'lit';
import { language, t } from '../state/language.js';
import { actorWords, ago, storyNote, storyWords, workersIn } from '../ui/words.js';

/** @param {any[]} story oldest first */
export function storyPart(story) {
  const workers = workersIn(story);
  return html`<section class="stack">
    <h3>${t('case.story')}</h3>
    <ol class="story">
      ${story.map(
        (entry) => html`<li data-kind=${entry.kind}>
          <span>${storyWords(entry, workers)}</span>
          ${storyNote(entry) ? html`<q>${storyNote(entry)}</q>` : ''}
          <span class="small second">${ago(entry.at)} · ${actorWords(entry)}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}

/** @param {any[]} decisions newest first */
export function decisionsPart(decisions) {
  if (decisions.length === 0) return '';
  return html`<section class="stack">
    <h3>${t('case.decisions')}</h3>
    ${decisions.map(
      (decision) => html`<details>
        <summary>${decision.text ?? decision.reason} <span class="small second">${ago(decision.at)}</span></summary>
        <ul class="people">
          ${decision.candidates.map((/** @type {any} */ candidate) => html`<li class=${candidate.workerId === decision.chosenWorkerId ? 'chosen' : ''}>${candidateWords(candidate)}</li>`)}
        </ul>
      </details>`,
    )}
  </section>`;
}

/** @param {any[] | null} candidates null while they load @param {(candidate: any) => void} assign @param {number | undefined} currentWorker */
export function candidatesPart(candidates, assign, currentWorker) {
  return html`<section class="stack" id="candidates">
    <h3>${t('case.candidates')}</h3>
    ${candidates === null ? html`<p class="second">${t('loading')}</p>` : candidates.length === 0 ? html`<p class="second">${t('case.noCandidates')}</p>` : ''}
    <ul class="people">
      ${(candidates ?? []).map(
        (candidate) => html`<li>
          <div class="row">
            <div class="grow">${candidateWords(candidate)}</div>
            <button data-worker=${candidate.workerId} ?disabled=${candidate.workerId === currentWorker} @click=${() => assign(candidate)}>
              ${t(candidate.workerId === currentWorker ? 'case.assigned' : 'case.assign')}
            </button>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {any} candidate */
function candidateWords(candidate) {
  const facts = [
    t(candidate.onDuty ? 'duty.on' : 'duty.off'),
    candidate.distanceMetres == null ? '' : language.distance(candidate.distanceMetres),
    t('case.load', { n: candidate.active ?? 0, capacity: candidate.capacity ?? '' }),
  ];
  return html`<strong>${candidate.name}</strong> <span class="small second">${facts.filter(Boolean).join(' · ')}</span>
    ${candidate.text ? html`<div class="small">${candidate.text}</div>` : ''}`;
}
