// @ts-check
import { LitElement, css, html } from 'lit';

/** A word about something, beside its name: a stage, a severity, a count. `tone` may be `late`, `warn`, `good` or `strong`. */
export class Badge extends LitElement {
  static properties = { tone: { reflect: true } };

  static styles = css`
    :host {
      display: inline-block;
      border: 1px solid var(--line-strong);
      border-radius: 12px;
      padding: 1px 9px;
      font-size: var(--text-small);
      white-space: nowrap;
    }
    :host([tone='late']) {
      color: var(--state-late);
      border-color: currentColor;
    }
    :host([tone='warn']) {
      color: var(--warn);
      border-color: currentColor;
    }
    :host([tone='good']) {
      color: var(--good);
      border-color: currentColor;
    }
    :host([tone='strong']) {
      color: var(--on-accent);
      background: var(--accent);
      border-color: var(--accent);
    }
  `;

  constructor() {
    super();
    this.tone = '';
  }

  render() {
    return html`<slot></slot>`;
  }
}

customElements.define('gw-badge', Badge);
