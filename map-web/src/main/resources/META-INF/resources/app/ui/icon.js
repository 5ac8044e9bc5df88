// @ts-check
import { LitElement, css, html } from 'lit';
import { SIGNS } from '../lib/icons.js';

/** A sign of lib/icons.js in the colour of the text; words stand beside it or in a label, so it is silent for screen readers. */
export class Icon extends LitElement {
  static properties = { name: {} };

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 18px;
      height: 18px;
      vertical-align: -4px;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  constructor() {
    super();
    this.name = 'more';
  }

  render() {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${SIGNS[this.name] ?? SIGNS.more}></path></svg>`;
  }
}

customElements.define('gw-icon', Icon);
