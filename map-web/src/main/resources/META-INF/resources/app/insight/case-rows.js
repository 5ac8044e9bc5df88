// @ts-check
import { LitElement, css, html } from 'lit';
import { language, t } from '../state/language.js';
import { catalogue } from '../state/catalogue.js';
import { StoreController } from '../ui/store-controller.js';
import { shared } from '../ui/styles.js';
import { categoryName, placeOf, stageWord } from '../ui/words.js';

/** The cases of a cell, each a link to its case on the console. Properties `items`, `more`; tells `cases-more`. */
export class CaseRows extends LitElement {
  static properties = { items: { attribute: false }, more: { type: Boolean } };

  static styles = [
    shared,
    css`
      li {
        border-bottom: 1px solid var(--line);
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 9px 16px;
        color: var(--text);
        text-decoration: none;
      }
      a:hover {
        background: var(--raised);
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      a > :nth-child(even) {
        text-align: end;
      }
      .what {
        font-weight: 550;
      }
      .more {
        padding: 10px 16px;
      }
    `,
  ];

  #stores = new StoreController(this, [language, catalogue]);

  constructor() {
    super();
    /** @type {any[]} */ this.items = [];
    this.more = false;
  }

  render() {
    return html`<ul>
        ${this.items.map(
          (item) => html`<li>
            <a href=${`/console?incident=${item.id}`}>
              <span class="what cut">${categoryName(item.category)} <span class="second">#${item.number}</span></span>
              <span class="small">${stageWord(item.stage)}</span>
              <span class="small second cut">${placeOf(item)}</span>
              <time class="small second" datetime=${item.reportedAt}>${language.exact(Date.parse(item.reportedAt))}</time>
            </a>
          </li>`,
        )}
      </ul>
      ${this.more ? html`<div class="more"><button @click=${() => this.dispatchEvent(new CustomEvent('cases-more'))}>${t('insight.moreCases')}</button></div>` : ''}`;
  }
}

customElements.define('gw-case-rows', CaseRows);
