// @ts-check
import { LitElement, html } from 'lit';
import { catalogue } from '../state/catalogue.js';
import { language, t } from '../state/language.js';
import { session } from '../state/session.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { instead } from '../ui/whole-state.js';
import { ConsoleAddress } from './console-address.js';
import { ConsoleCommands } from './console-commands.js';
import { ConsoleKeys } from './console-keys.js';
import { mapPart } from './console-map.js';
import { bringPanels, sidePart } from './console-side.js';
import { ConsoleState } from './console-state.js';
import { consoleStyles } from './console-styles.js';
import { ConsoleView } from './console-view.js';
import '../ui/toasts.js';
import './console-header.js';
import './queue-list.js';

/** By then the console has shown itself. */
const QUIET_MILLIS = 3000;

/** The operator's console: queue, map, case; everything live for the chosen area. */
export class ConsolePage extends LitElement {
  static styles = [shared, consoleStyles];

  #state = new ConsoleState();
  #commands = new ConsoleCommands(this.#state);
  #stores = new StoreController(this, [language, session, catalogue, this.#state], 30_000);
  #view = new ConsoleView(this, () => this.#address.share());
  #desk = { state: this.#state, commands: this.#commands, view: this.#view };
  #keys = new ConsoleKeys(this, this.#desk);
  #address = new ConsoleAddress(this.#state, () => this.#view.map?.stand());
  #around = () => this.#view.map?.view();
  #moved = () => {
    this.#state.queue.look(this.#view.map?.view()?.bbox ?? null);
    this.#address.keep();
  };

  constructor() {
    super();
    this.#state.alerts.onOpen = (id) => this.#commands.show(id);
    /** @type {Record<string, (detail: any) => void>} */
    const asked = {
      'map-reveal': ({ lon, lat, zoom }) => this.#view.map?.reveal(lon, lat, zoom),
      'map-pulse': ({ lon, lat }) => this.#view.map?.pulse(lon, lat),
      'step-ask': (step) => this.#view.askFor(step),
      'batch-ask': (step) => this.#view.askForAll(step, this.#state.queue.markedIncidents),
      'candidates-show': async () => (await this.#view.whenThere('gw-case'))?.showCandidates(),
      keeping: async (order) => (await this.#view.whenThere('gw-case'))?.keep(order),
      'queue-focus': () => this.#view.find('gw-queue').focusList(),
    };
    for (const [type, act] of Object.entries(asked)) this.#state.addEventListener(type, (event) => act(/** @type {CustomEvent} */ (event).detail));
  }

  async connectedCallback() {
    super.connectedCallback();
    await session.load();
    if (session.state === 'ready' && !session.user) return location.assign('/signin?next=/console');
    if (!this.#allowed) return;
    const { area, incident } = this.#address.asked;
    await this.#state.open(area);
    if (incident && this.#state.areas.chosen !== null) {
      this.#commands.show(incident);
      await this.#state.case.loaded;
      await this.updateComplete;
    }
    this.#address.place(this.#view.map);
    this.#state.addEventListener('change', () => this.#address.keep());
    setTimeout(bringPanels, QUIET_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#state.close();
  }

  get #allowed() {
    return session.hasRole('OPERATOR', 'LEADER', 'ADMINISTRATOR');
  }

  render() {
    document.title = `${t('console.title')} · Gridward`;
    const state = this.#state;
    return (
      instead(this.#allowed, 'console.forbidden') ??
      html`
        <header>${this.#head()}</header>
        <main class=${state.panel === 'none' ? '' : 'with-panel'}>
          <h1 class="unseen">${t('console.title')}</h1>
          <gw-queue
            .store=${state.queue}
            .filters=${state.filters}
            .selectedId=${state.panel === 'case' ? state.case.id : null}
            .state=${state.queueState}
            ?mayAct=${state.mayReport}
            ?capped=${state.watch.capped && state.watch.state === 'ready'}
            @batch-ask=${(/** @type {CustomEvent} */ { detail }) => this.#commands.take(detail.name)}
            @incident-pick=${(/** @type {CustomEvent} */ { detail }) => this.#commands.show(detail.id)}
            @queue-reload=${() => state.watch.reload()}
          ></gw-queue>
          ${mapPart(state, this.#commands, this.#forMap())} ${sidePart(state, this.#commands, this.#around)}
          <gw-command-dialog @step-confirm=${(/** @type {CustomEvent} */ { detail }) => this.#commands.run(detail.step, detail.body)}></gw-command-dialog>
        </main>
        <gw-batch-dialog .workers=${state.workers} @batch-done=${(/** @type {CustomEvent} */ { detail }) => this.#commands.batchDone(detail)}></gw-batch-dialog>
        <gw-keys></gw-keys>
        <gw-palette .desk=${this.#desk}></gw-palette>
        <gw-toasts></gw-toasts>
        <div class="unseen" role="log" aria-live="polite">${state.said}</div>
      `
    );
  }

  #forMap() {
    return { holds: this.#address.holds, moved: this.#moved, whole: () => this.#view.whole(), share: () => this.#view.share() };
  }

  #head() {
    return html`<gw-console-header
      .areas=${this.#state.areas}
      .watch=${this.#state.watch}
      .alerts=${this.#state.alerts}
      .tell=${this.#state.mayReport}
      .around=${this.#around}
      @place-pick=${(/** @type {CustomEvent} */ { detail }) => this.#commands.jump(detail)}
      @area-choose=${(/** @type {CustomEvent} */ { detail }) => this.#commands.chooseArea(detail.id)}
      @new-incident=${() => this.#commands.newIncident()}
      @show-keys=${() => this.#view.showKeys()}
      @sign-out=${this.#signOut}
    ></gw-console-header>`;
  }

  async #signOut() {
    await session.signOut().catch(() => {});
    location.assign('/signin');
  }
}

customElements.define('gw-console', ConsolePage);
