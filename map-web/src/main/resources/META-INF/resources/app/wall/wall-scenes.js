// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { problemWords } from '../ui/words.js';

const SECONDS = 30;

/** Makes, changes and takes away scenes; saved for every wall of their area. */
export class WallScenes extends LitElement {
  static properties = { store: { attribute: false }, areas: { attribute: false }, fault: { state: true }, edited: { state: true } };

  static styles = [
    shared,
    css`
      dialog {
        width: min(620px, calc(100vw - 32px));
        font-size: var(--text-body);
      }
      li {
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      ul {
        max-height: 34vh;
        overflow: auto;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.store]);
  /** @type {import('../lib/shapes.js').Box | null} what the map shows */
  #view = null;

  constructor() {
    super();
    /** @type {import('../state/scenes.js').Scenes} */ this.store = /** @type {any} */ (null);
    /** @type {import('../state/areas.js').AreaChoice} */ this.areas = /** @type {any} */ (null);
    /** @type {any} */ this.fault = null;
    /** @type {import('../state/scenes.js').Scene | null} */ this.edited = null;
  }

  /** @param {import('../lib/shapes.js').Box | null} view what the map shows, offered for a new scene */
  show(view) {
    this.#view = view;
    this.fault = null;
    this.edited = null;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  render() {
    return html`<dialog aria-labelledby="scenes-title">
      <div class="stack">
        <div class="row"><h2 id="scenes-title" class="grow">${t('wall.scenes')}</h2><button @click=${this.#close}>${t('close')}</button></div>
        <p class="second small">${t('wall.scenesHint')}</p>
        <ul>
          ${this.store.list.map((scene) => this.#row(scene))}
        </ul>
        ${this.store.list.length === 0 ? html`<button data-districts @click=${this.#eachDistrict}>${t('wall.eachDistrict')}</button>` : ''} ${this.#form()}
        <div role="alert">${this.fault ? html`<p class="notice bad">${problemWords(this.fault)}</p>` : ''}</div>
      </div>
    </dialog>`;
  }

  /** @param {import('../state/scenes.js').Scene} scene */
  #row(scene) {
    const { name, tint, seconds } = scene;
    return html`<li class="row">
      <strong class="grow cut">${name}</strong>
      <span class="second small">${t(`wall.tint.${tint.toLowerCase()}`)} · ${t('wall.seconds', { n: seconds })}</span>
      <button @click=${() => (this.edited = scene)}>${t('wall.change')}</button>
      <button class="harm" data-remove=${scene.id} @click=${() => this.#try(() => this.store.remove(scene.id))}>${t('wall.remove')}</button>
    </li>`;
  }

  #form() {
    const scene = this.edited;
    return html`<form class="stack" @submit=${this.#save}>
      <h3>${scene ? t('wall.changeScene', { name: scene.name }) : t('wall.newScene')}</h3>
      <div class="field"><label for="scene-name">${t('wall.name')}</label><input id="scene-name" name="name" maxlength="100" required .value=${scene?.name ?? ''} /></div>
      <div class="two">
        <div class="field">
          <label for="scene-ground">${t('wall.ground')}</label>
          <select id="scene-ground" name="ground">
            <option value="view">${t('wall.thisView')}</option>
            ${this.areas.list.map((area) => html`<option value=${area.id} ?selected=${scene?.areaId === area.id && !scene.view}>${'\u2003'.repeat(this.areas.depth.get(area.id) ?? 0)}${language.name(area.names) || area.code}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="scene-tint">${t('wall.tint')}</label>
          <select id="scene-tint" name="tint">
            ${['LOAD', 'LATE', 'NONE'].map((tint) => html`<option value=${tint} ?selected=${scene?.tint === tint}>${t(`wall.tint.${tint.toLowerCase()}`)}</option>`)}
          </select>
        </div>
      </div>
      <div class="field"><label for="scene-seconds">${t('wall.secondsField')}</label><input id="scene-seconds" name="seconds" type="number" min="5" max="3600" required .value=${String(scene?.seconds ?? SECONDS)} /></div>
      <div class="row"><button class="primary" data-save>${t('wall.save')}</button>${scene ? html`<button type="button" @click=${() => (this.edited = null)}>${t('cancel')}</button>` : ''}</div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const fields = new FormData(form);
    const ground = String(fields.get('ground'));
    const scene = {
      id: this.edited?.id,
      version: this.edited?.version,
      name: String(fields.get('name')).trim(),
      areaId: ground === 'view' ? Number(this.areas.chosen ?? 0) : Number(ground),
      view: ground === 'view' ? (this.edited?.view ?? this.#view) : null,
      tint: /** @type {import('../state/scenes.js').Tint} */ (String(fields.get('tint'))),
      seconds: Number(fields.get('seconds')),
    };
    if (await this.#try(() => this.store.save(scene))) {
      this.edited = null;
      form.reset();
    }
  }

  /** The districts right below the tops, one after the other. */
  async #eachDistrict() {
    const districts = this.areas.list.filter(({ id }) => this.areas.depth.get(id) === 1);
    for (const { id, names, code } of districts.length > 0 ? districts : this.areas.list) {
      const scene = { name: language.name(names) || code, areaId: id, view: null, tint: /** @type {const} */ ('LOAD'), seconds: SECONDS };
      if (!(await this.#try(() => this.store.save(scene)))) return;
    }
  }

  /** @param {() => Promise<void>} step */
  async #try(step) {
    this.fault = null;
    try {
      await step();
      return true;
    } catch (fault) {
      this.fault = fault;
      return false;
    }
  }

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }
}

customElements.define('gw-wall-scenes', WallScenes);
