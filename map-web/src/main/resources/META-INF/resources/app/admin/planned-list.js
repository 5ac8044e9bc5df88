// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { standingOf } from '../state/planned-edits.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';

/** The edits that wait for their day. Tells `plan-look` {id}, `plan-cancel` {id}. */
export class PlannedList extends LitElement {
  static properties = { planned: { attribute: false }, busy: { type: Boolean } };

  static styles = [
    shared,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content max-content;
        align-items: center;
        gap: 2px 8px;
        padding: 10px 0;
        border-top: 1px solid var(--line);
      }
      h2 {
        font-size: var(--text-body);
        margin: 0 0 8px;
      }
      section {
        margin-bottom: 14px;
      }
      .facts {
        grid-column: 1 / -1;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 15_000, () => [this.planned]);

  constructor() {
    super();
    /** @type {any} */ this.planned = null;
    this.busy = false;
  }

  render() {
    const { items, state, problem } = this.planned;
    if (items.length === 0 && state !== 'failed' && !problem) return '';
    return html`<section aria-label=${t('admin.planned')}>
      <h2>${t('admin.planned')}</h2>
      <div role="alert">${problem ? html`<p class="notice bad">${problemWords(problem)}</p>` : ''}</div>
      ${state === 'failed' ? html`<p class="notice bad">${t('problem.offline')}</p>` : ''}
      <ul>${items.map((/** @type {import('../state/planned-edits.js').PlannedEdit} */ edit) => this.#item(edit))}</ul>
    </section>`;
  }

  /** @param {import('../state/planned-edits.js').PlannedEdit} edit */
  #item({ id, kind, effectiveAt, actorName, refused, current, changes }) {
    const name = t(`admin.kind.${kind}`);
    const codes = changes.filter(({ change }) => change !== 'aligned').map(({ code }) => code);
    const standing = standingOf({ effectiveAt, refused, current }, Date.now());
    const cancel = t(refused ? 'admin.draft.drop' : 'admin.planned.cancel');
    return html`<li data-planned=${id}>
      <span>${name} <span class="small second">${codes.slice(0, 3).join(', ')}${codes.length > 3 ? ` +${codes.length - 3}` : ''}</span></span>
      <button data-look ?disabled=${this.busy} aria-label=${`${t('admin.draft.look')}: ${name}`} @click=${() => this.#tell('plan-look', id)}>${t('admin.draft.look')}</button>
      <button data-cancel ?disabled=${this.busy} aria-label=${`${cancel}: ${name}`} @click=${() => this.#tell('plan-cancel', id)}>${cancel}</button>
      <span class="facts small second">${t(standing === 'waiting' ? 'admin.planned.for' : 'admin.planned.was', { day: language.exact(Date.parse(effectiveAt)) })} · ${actorName ?? t('actor.system')}</span>
      ${standing === 'waiting' ? '' : html`<span class="facts small" data-standing=${standing}>${t(`admin.planned.${standing}`)}</span>`}
    </li>`;
  }

  /** @param {string} type @param {number} id */
  #tell(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-planned-list', PlannedList);
