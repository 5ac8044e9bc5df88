// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';

/** What the map shows: the scene or the area, its name in the other language, its cells. */
export class WallPlace extends LitElement {
  static properties = { areas: { attribute: false }, scenes: { attribute: false }, figures: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        white-space: nowrap;
      }
      span::before {
        content: '·';
        margin: 0 calc(9 * var(--u));
        color: var(--text-second);
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => [this.areas, this.scenes, this.figures]);

  constructor() {
    super();
    /** @type {import('../state/areas.js').AreaChoice} */ this.areas = /** @type {any} */ (null);
    /** @type {import('../state/scenes.js').Scenes} */ this.scenes = /** @type {any} */ (null);
    /** @type {import('../state/wall-figures.js').WallFigures} */ this.figures = /** @type {any} */ (null);
  }

  render() {
    const scene = this.scenes.current;
    const area = this.areas.find(this.areas.chosen);
    const name = scene?.name ?? (language.name(area?.names) || t('console.everything'));
    const other = Object.values((scene ? scene.areaNames : area?.names) ?? {}).find((each) => each !== name);
    const cells = this.areas.cells?.features.length ?? 0;
    return html`<strong>${name}</strong>${other ? html`<span>${other}</span>` : ''}${!scene && cells > 0 ? html`<span>${t('wall.cells', { n: cells })}</span>` : ''}${this.figures.undrawn > 0
        ? html`<span>${t('wall.undrawn', { n: this.figures.undrawn })}</span>`
        : ''}`;
  }
}

customElements.define('gw-wall-place', WallPlace);
