// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { ago } from '../ui/words.js';

/** The edits made in the area, each with its way back. Tells `edit-undo` {id}. */
export class EditList extends LitElement {
  static properties = { record: { attribute: false }, busy: { type: Boolean } };

  static styles = [
    shared,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 2px 10px;
        padding: 10px 0;
        border-top: 1px solid var(--line);
      }
      li .second {
        grid-column: 1;
      }
      li button {
        grid-row: 1 / 3;
        grid-column: 2;
        align-self: center;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 30_000, () => [this.record]);

  constructor() {
    super();
    /** @type {any} */ this.record = null;
    this.busy = false;
  }

  /** Nothing is known yet where another area was opened. */
  updated() {
    if (this.record.editsState === 'idle') this.record.loadEdits();
  }

  render() {
    const { editsState, edits, next } = this.record;
    if (editsState === 'failed') return html`<p class="notice bad" role="alert">${t('problem.offline')} <button @click=${() => this.record.loadEdits()}>${t('retry')}</button></p>`;
    if (edits.length === 0) return html`<p class="second" role="status">${t(editsState === 'ready' ? 'admin.noEdits' : 'loading')}</p>`;
    return html`<ul>${edits.map((/** @type {any} */ edit) => this.#edit(edit))}</ul>
      ${next ? html`<button ?disabled=${editsState === 'loading'} @click=${() => this.record.loadEdits(true)}>${t('admin.older')}</button>` : ''}`;
  }

  /** @param {any} edit */
  #edit({ id, kind, madeAt, actorName, undoneBy, undoable, changes }) {
    const codes = changes.filter((/** @type {any} */ { change }) => change !== 'aligned').map((/** @type {any} */ { code }) => code);
    return html`<li data-edit=${id}>
      <span>${t(`admin.kind.${kind}`)} <span class="small second">${codes.slice(0, 3).join(', ')}${codes.length > 3 ? ` +${codes.length - 3}` : ''}</span></span>
      <span class="small second">${actorName ?? t('actor.system')} · ${ago(madeAt)}${undoneBy ? ` · ${t('admin.undone')}` : ''}</span>
      ${!undoable ? '' : html`<button ?disabled=${this.busy} @click=${() => this.#tell('edit-undo', { id })}>${t('admin.undo')}</button>`}
    </li>`;
  }

  /** @param {string} type @param {Record<string, unknown>} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-edit-list', EditList);
