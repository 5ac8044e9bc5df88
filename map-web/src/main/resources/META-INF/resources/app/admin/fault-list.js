// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';

/** An area of the fault by its name, with its code. @param {import('../state/ground-record.js').Fault} fault @param {string} code */
function called(fault, code) {
  const name = language.name(fault.names[fault.codes.indexOf(code)]);
  return name && name !== code ? t('admin.fault.area', { name, code }) : code;
}

/** Where the parts do not divide the area exactly. Tells `fault-look` {fault}, `repair-show` {level, key}. */
export class FaultList extends LitElement {
  static properties = { record: { attribute: false }, kinds: { attribute: false }, busy: { type: Boolean } };

  static styles = [
    shared,
    css`
      .fault {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 2px 10px;
        width: 100%;
        text-align: start;
        font-weight: 450;
        border-color: transparent;
      }
      .fault .second {
        grid-column: 1 / 3;
      }
      .level {
        font-size: var(--text-body);
      }
      .looked {
        display: grid;
        gap: 8px;
        padding: 4px 12px 12px;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.record]);

  constructor() {
    super();
    /** @type {any} */ this.record = null;
    /** @type {any[]} */ this.kinds = [];
    this.busy = false;
  }

  render() {
    const { faultsState, levels, problem } = this.record;
    return html`<div class="stack">
      <p class="second">${t('admin.faultsSay')}</p>
      <button data-check ?disabled=${faultsState === 'loading'} @click=${() => this.record.check()}>${t(faultsState === 'loading' ? 'admin.checking' : 'admin.check')}</button>
      ${problem ? html`<p class="notice bad" role="alert">${problemWords(problem)}</p>` : ''}
      ${faultsState === 'ready' && !problem && levels.length === 0 ? html`<p role="status" data-total="0">${t('admin.exact', { n: 0 })}</p>` : ''}
      ${levels.map((/** @type {any} */ level) => this.#level(level))}
    </div>`;
  }

  /** @param {import('../state/ground-record.js').Level} level */
  #level({ level, checked, total, faults, nestings }) {
    const kind = this.kinds.find(({ code }) => code === level);
    return html`<section class="stack">
      <h2 class="level">${kind ? language.name(kind.names) : level}</h2>
      <p role="status" data-total=${total}>${total === 0 ? t('admin.exact', { n: checked }) : t('admin.faults', { n: total, checked: language.number(checked) })}</p>
      ${total > 1 ? html`<button data-repair-all ?disabled=${this.busy} @click=${() => this.#tell('repair-show', { level, key: null })}>${t('admin.repairAll')}</button>` : ''}
      ${faults.length < total ? html`<p class="small second">${t('admin.largest', { n: faults.length })}</p>` : ''}
      <ul>${faults.map((fault) => html`<li>${this.#fault(fault, level)}</li>`)}</ul>
      ${nestings.length > 0 ? html`<p class="notice">${t('admin.nestings', { n: nestings.length })}</p>` : ''}
    </section>`;
  }

  /** @param {import('../state/ground-record.js').Fault} fault @param {string} level */
  #fault(fault, level) {
    const looked = this.record.fault?.key === fault.key;
    return html`<button class="fault" aria-expanded=${looked} @click=${() => this.#tell('fault-look', { fault: looked ? null : fault })}>
        <span>${t(`admin.fault.${fault.kind}`)}</span><span>${fault.squareMetres > 0 ? language.ground(fault.squareMetres) : ''}</span>
        <span class="small second">${fault.codes.slice(0, 4).map((code) => called(fault, code)).join(', ')}${fault.codes.length > 4 ? ` +${fault.codes.length - 4}` : ''}</span>
      </button>
      ${looked ? html`<div class="looked">
            <p>${t(`admin.proposal.${fault.proposal.action}`, { code: called(fault, fault.proposal.code) })}</p>
            <button class="primary" data-repair ?disabled=${this.busy} @click=${() => this.#tell('repair-show', { level, key: fault.key })}>${t('admin.show')}</button>
          </div>` : ''}`;
  }

  /** @param {string} type @param {Record<string, unknown>} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('gw-fault-list', FaultList);
