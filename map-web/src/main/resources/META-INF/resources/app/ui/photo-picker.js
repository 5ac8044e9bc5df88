// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { StoreController } from './store-controller.js';
import { shared } from './styles.js';

/** Photos for a form: takes or chooses, shows each with its state. `tray` is a PhotoTray. */
export class PhotoPicker extends LitElement {
  static properties = { tray: { attribute: false } };

  static styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      li {
        position: relative;
        width: 88px;
      }
      img {
        width: 88px;
        height: 66px;
        object-fit: cover;
        border-radius: var(--radius-small);
        display: block;
      }
      li button {
        position: absolute;
        top: 2px;
        right: 2px;
        min-height: 28px;
        width: 28px;
        padding: 0;
        background: var(--panel);
      }
      input {
        position: absolute;
        opacity: 0;
        width: 1px;
        min-height: 1px;
        padding: 0;
      }
      .button {
        display: inline-block;
        color: var(--text);
      }
      input:focus-visible + .button {
        outline: 3px solid var(--focus);
        outline-offset: 1px;
      }
      .picker {
        position: relative;
      }
    `,
  ];

  #stores = new StoreController(this, [language], 0, () => (this.tray ? [this.tray] : []));

  constructor() {
    super();
    /** @type {import('../state/photos.js').PhotoTray | null} */
    this.tray = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.tray?.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.tray?.close();
  }

  render() {
    const photos = this.tray?.list ?? [];
    return html`<div class="stack">
      <ul ?hidden=${photos.length === 0}>
        ${photos.map((photo) => this.#photo(photo))}
      </ul>
      <div class="picker">
        <input id="photo" type="file" accept="image/jpeg,image/png,image/webp" multiple @change=${this.#chosen} />
        <label class="button" for="photo">${t('photo.add')}</label>
      </div>
    </div>`;
  }

  /** @param {import('../state/photos.js').Photo} photo */
  #photo(photo) {
    return html`<li>
      <img src=${photo.url} alt=${t('photo.one')} />
      <button type="button" aria-label=${t('photo.remove')} @click=${() => this.tray?.remove(photo)}>×</button>
      <span class="small ${photo.state === 'refused' ? 'danger' : 'second'}">${t(`photo.${photo.state}`)}</span>
    </li>`;
  }

  /** @param {Event} event */
  #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.tray?.add([...(input.files ?? [])]);
    input.value = '';
  }
}

customElements.define('gw-photos', PhotoPicker);
