// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import '../ui/language-switch.js';

/** What a hand may change; seen only while somebody moves. Tells `area-choose` {id}, `tint-choose` {tint}, `scene-choose` {scene}, `scenes-edit`. */
export class WallControls extends LitElement {
  static properties = { areas: { attribute: false }, scenes: { attribute: false }, facilities: { attribute: false }, tint: {}, editor: { type: Boolean }, person: { type: Boolean } };

  static styles = [
    shared,
    css`
      select {
        width: auto;
        max-width: 220px;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.areas, this.scenes, this.facilities]);

  constructor() {
    super();
    /** @type {import('../state/areas.js').AreaChoice} */ this.areas = /** @type {any} */ (null);
    /** @type {import('../state/scenes.js').Scenes} */ this.scenes = /** @type {any} */ (null);
    /** @type {import('../state/facilities.js').Facilities} */ this.facilities = /** @type {any} */ (null);
    /** @type {import('../map/map-layers.js').Tint} */ this.tint = 'load';
    this.editor = false;
    this.person = false;
  }

  render() {
    return html`${this.#areaSelect()} ${this.#sceneSelect()} ${this.#tintSelect()}
      <label class="row"><input type="checkbox" .checked=${this.facilities.on} @change=${(/** @type {any} */ event) => this.facilities.choose({ on: event.target.checked })} />${t('facility.layer')}</label>
      ${this.editor ? html`<button data-scenes @click=${() => this.#send('scenes-edit')}>${t('wall.scenes')}</button>` : ''}
      <gw-language></gw-language>
      ${this.person ? html`<a href="/console">${t('console.title')}</a>` : ''}`;
  }

  #areaSelect() {
    const { list, chosen, depth, everything } = this.areas;
    if (list.length + Number(everything) < 2) return '';
    return html`<select aria-label=${t('console.area')} @change=${(/** @type {any} */ event) => this.#send('area-choose', { id: Number(event.target.value) })}>
      ${everything ? html`<option value="0" ?selected=${chosen === 0}>${t('console.everything')}</option>` : ''}
      ${list.map((area) => html`<option value=${area.id} ?selected=${chosen === area.id}>${'\u2003'.repeat(depth.get(area.id) ?? 0)}${language.name(area.names) || area.code}</option>`)}
    </select>`;
  }

  #sceneSelect() {
    const { list, current, turning } = this.scenes;
    if (list.length === 0) return '';
    return html`<select aria-label=${t('wall.scene')} @change=${(/** @type {any} */ event) => this.#send('scene-choose', { scene: list.find(({ id }) => id === Number(event.target.value)) ?? null })}>
        <option value="0" ?selected=${!current}>${t('wall.wholeArea')}</option>
        ${list.map((scene) => html`<option value=${scene.id} ?selected=${scene.id === current?.id}>${scene.name}</option>`)}
      </select>
      <button aria-pressed=${String(turning)} @click=${() => this.scenes.turn(!turning)}>${t('wall.turn')}</button>`;
  }

  #tintSelect() {
    return html`<select aria-label=${t('wall.tint')} ?disabled=${!!this.scenes.current} @change=${(/** @type {any} */ event) => this.#send('tint-choose', { tint: event.target.value })}>
      ${['load', 'late', 'none'].map((tint) => html`<option value=${tint} ?selected=${tint === this.tint}>${t(`wall.tint.${tint}`)}</option>`)}
    </select>`;
  }

  /** @param {string} type @param {Record<string, unknown>} [detail] */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('gw-wall-controls', WallControls);
