// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';

/** The drafts of the open area. Tells `draft-look` {id}, `draft-drop` {id}. */
export class DraftList extends LitElement {
  static properties = { drafts: { attribute: false }, busy: { type: Boolean } };

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
        margin: 18px 0 8px;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .facts {
        grid-column: 1 / -1;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.drafts]);

  constructor() {
    super();
    /** @type {any} */ this.drafts = null;
    this.busy = false;
  }

  render() {
    const { items, state, problem } = this.drafts;
    if (items.length === 0 && state !== 'failed') return '';
    return html`<section aria-label=${t('admin.drafts')}>
      <h2>${t('admin.drafts')}</h2>
      <div role="alert">${problem ? html`<p class="notice bad">${problemWords(problem)}</p>` : ''}</div>
      ${state === 'failed' ? html`<p class="notice bad">${t('problem.offline')}</p>` : ''}
      <ul>${items.map((/** @type {import('../state/ground-drafts.js').Draft} */ draft) => this.#item(draft))}</ul>
    </section>`;
  }

  /** @param {import('../state/ground-drafts.js').Draft} draft */
  #item({ id, name, then, weight, current, madeAt }) {
    const facts = [
      t('admin.draft.cells', { n: then.cells }),
      t(`admin.weight.${weight}`),
      `${t('admin.load.deviation')} ${language.number(Math.round(then.deviation * 100))} %`,
      language.ago(Date.parse(madeAt)),
    ];
    return html`<li data-draft=${id}>
      <span class="name">${name}</span>
      <button data-look ?disabled=${this.busy} aria-label=${`${t('admin.draft.look')}: ${name}`} @click=${() => this.#tell('draft-look', id)}>${t('admin.draft.look')}</button>
      <button data-drop ?disabled=${this.busy} aria-label=${`${t('admin.draft.drop')}: ${name}`} @click=${() => this.#tell('draft-drop', id)}>${t('admin.draft.drop')}</button>
      <span class="facts small second" title=${language.exact(Date.parse(madeAt))}>${facts.join(' · ')}</span>
      ${current ? '' : html`<span class="facts small">${t('admin.draft.outdated')}</span>`}
    </li>`;
  }

  /** @param {string} type @param {number} id */
  #tell(type, id) {
    this.dispatchEvent(new CustomEvent(type, { detail: { id }, bubbles: true, composed: true }));
  }
}

customElements.define('gw-draft-list', DraftList);
