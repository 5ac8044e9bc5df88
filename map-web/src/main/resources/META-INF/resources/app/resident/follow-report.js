// @ts-check
import { LitElement, css, html } from 'lit';
import { markOfStage } from '../lib/marks.js';
import { language, t } from '../state/language.js';
import { TrackedReport } from '../state/tracked.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago, problemWords, stageWord } from '../ui/words.js';
import '../ui/state-mark.js';

/** A report by its code: where it stands now. */
export class FollowReport extends LitElement {
  static styles = [
    shared,
    css`
      .card {
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 18px;
      }
      input {
        text-transform: uppercase;
        letter-spacing: 0.06em;
      }
      input::placeholder {
        text-transform: none;
        letter-spacing: normal;
      }
    `,
  ];

  #tracked = new TrackedReport();
  #stores = new StoreController(this, [language, this.#tracked]);

  firstUpdated() {
    const code = new URLSearchParams(location.search).get('code');
    if (code) this.#tracked.ask(code);
  }

  render() {
    const { answer, problem, busy } = this.#tracked;
    return html`<div class="card stack">
      <form class="stack" @submit=${this.#submit}>
        <div class="field">
          <label for="code">${t('resident.code')}</label>
          <input id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder=${t('resident.codeHint')} .value=${new URLSearchParams(location.search).get('code') ?? ''} />
        </div>
        <button class="primary" ?disabled=${busy}>${t(busy ? 'loading' : 'resident.look')}</button>
      </form>
      <div role="status">${problem ? html`<p class="notice bad">${problem.status === 404 ? t('resident.unknownCode') : problemWords(problem)}</p>` : ''}${answer ? this.#answer(answer) : ''}</div>
    </div>`;
  }

  /** @param {any} answer */
  #answer(answer) {
    return html`<div class="stack">
      <p class="row"><gw-mark .mark=${markOfStage(answer.stage)}></gw-mark><strong>#${answer.number} · ${stageWord(answer.stage)}</strong></p>
      <p>${t(`resident.means.${answer.stage}`)}</p>
      <p class="small second">${t('field.reported')} ${ago(answer.reportedAt)}${answer.closedAt ? html` · ${t('resident.closed')} ${ago(answer.closedAt)}` : ''}</p>
      ${answer.outcome ? html`<p>${answer.outcome}</p>` : ''}
    </div>`;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#tracked.ask(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code')));
  }
}

customElements.define('gw-follow-report', FollowReport);
