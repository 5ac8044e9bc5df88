// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { colourName, iconPath } from '../lib/facility-marks.js';

/** The mark of a kind of service place. */
export class FacilityMark extends LitElement {
  static properties = { icon: {}, colour: { reflect: true } };

  static styles = css`
    :host {
      display: inline-flex;
      width: 20px;
      height: 20px;
      flex: none;
      color: var(--facility-public);
    }
    :host([colour='safety']) {
      color: var(--facility-safety);
    }
    :host([colour='health']) {
      color: var(--facility-health);
    }
    :host([colour='care']) {
      color: var(--facility-care);
    }
    :host([colour='learning']) {
      color: var(--facility-learning);
    }
    :host([colour='outdoor']) {
      color: var(--facility-outdoor);
    }
  `;

  constructor() {
    super();
    this.icon = 'dot';
    this.colour = 'public';
  }

  willUpdate() {
    this.colour = colourName(this.colour);
  }

  render() {
    return html`<svg viewBox="0 0 24 24" width="100%" height="100%" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      ${svg`<path d=${iconPath(this.icon)}></path>`}
    </svg>`;
  }
}

customElements.define('gw-facility-mark', FacilityMark);
