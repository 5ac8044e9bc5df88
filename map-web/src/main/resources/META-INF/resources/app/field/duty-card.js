// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** The duty switch, and in plain words whether the position is shared. Tells `sign-out`. */
export class DutyCard extends LitElement {
  static properties = { duty: { attribute: false } };

  static styles = [
    shared,
    css`
      .card {
        display: flex;
        align-items: center;
        gap: 12px;
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 12px 14px;
      }
      .switch {
        position: relative;
        width: 64px;
        min-height: 36px;
        border-radius: 18px;
        padding: 0;
        flex: none;
      }
      .switch i {
        position: absolute;
        top: 4px;
        left: 4px;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        background: var(--text-second);
        transition: translate 120ms;
      }
      .switch[aria-checked='true'] {
        background: var(--good);
        border-color: var(--good);
      }
      .switch[aria-checked='true'] i {
        translate: 28px 0;
        background: var(--panel);
      }
      @media (prefers-reduced-motion: reduce) {
        .switch i {
          transition: none;
        }
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.duty]);

  constructor() {
    super();
    /** @type {any} */
    this.duty = null;
  }

  render() {
    const { onDuty, state, problem } = this.duty;
    return html`<section class="card">
      <button class="switch" role="switch" aria-checked=${String(onDuty)} aria-labelledby="duty" ?disabled=${state !== 'ready'} @click=${() => this.duty.set(!onDuty)}><i></i></button>
      <div class="grow">
        <strong id="duty">${t(onDuty ? 'duty.on' : 'duty.off')}</strong>
        <p class="small ${problem || this.duty.sharing === 'denied' ? 'danger' : 'second'}" role="status">${this.#words()}</p>
      </div>
      <button class="plain small second" @click=${() => this.dispatchEvent(new CustomEvent('sign-out'))}>${t('signOut')}</button>
    </section>`;
  }

  #words() {
    if (this.duty.state === 'failed') return t('problem.offline');
    if (this.duty.problem) return t('duty.failed');
    if (!this.duty.onDuty) return t('duty.notShared');
    return t(`duty.sharing.${this.duty.sharing}`);
  }
}

customElements.define('gw-duty', DutyCard);
