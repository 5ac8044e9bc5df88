// @ts-check
import { LitElement, css, html, svg } from 'lit';
import { SHAPES } from '../lib/marks.js';

/** An incident's shape and tone; words stand beside it, so it is silent for screen readers. */
export class StateMark extends LitElement {
  static properties = { mark: { attribute: false } };

  static styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 18px;
      height: 18px;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
      stroke: none;
    }
    .hollow {
      fill: none;
      stroke: currentColor;
      stroke-width: 4;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .sign {
      fill: none;
      stroke: var(--panel);
      stroke-width: 2.6;
      stroke-linecap: round;
    }
    .new {
      color: var(--state-new);
    }
    .sent {
      color: var(--state-sent);
    }
    .onsite {
      color: var(--state-onsite);
    }
    .late {
      color: var(--state-late);
    }
    .quiet {
      color: var(--state-quiet);
    }
  `;

  constructor() {
    super();
    /** @type {import('../lib/marks.js').Mark} */
    this.mark = { shape: 'ring', tone: 'new' };
  }

  render() {
    const { path, hollow, sign } = SHAPES[this.mark.shape];
    return html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${this.mark.tone}>
      <path class=${hollow ? 'hollow' : ''} d=${path}></path>
      ${sign ? svg`<path class="sign" d=${sign}></path>` : ''}
    </svg>`;
  }
}

customElements.define('gw-mark', StateMark);
