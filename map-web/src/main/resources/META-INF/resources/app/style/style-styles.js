// @ts-check
import { css, unsafeCSS } from 'lit';

const SWATCHES = ['ground', 'panel', 'raised', 'field', 'line', 'line-strong', 'text', 'text-second', 'accent', 'danger', 'warn', 'good', 'state-new', 'state-sent', 'state-onsite', 'state-late', 'state-quiet'];

export const stylePageStyles = css`
  :host {
    display: block;
    max-width: 1080px;
    margin: 0 auto;
    padding: 24px 20px 64px;
  }
  header {
    padding-bottom: 16px;
  }
  section {
    display: grid;
    gap: 14px;
    grid-template-columns: minmax(0, 1fr);
    margin-bottom: 16px;
    padding: 20px;
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  code {
    font: var(--text-small) ui-monospace, monospace;
    color: var(--text-second);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
    gap: 10px 20px;
  }
  .small-tiles {
    grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
  }
  .tiles li {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .swatch {
    width: 34px;
    height: 34px;
    border-radius: var(--radius-small);
    border: 1px solid var(--line-strong);
  }
  .size {
    line-height: 1.2;
  }
  .size.figure {
    font-size: var(--text-figure);
    font-weight: 650;
  }
  .size.title {
    font-size: var(--text-title);
  }
  .size.large {
    font-size: var(--text-large);
  }
  .size.small {
    font-size: var(--text-small);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
    gap: 14px 20px;
  }
  .focused {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    padding: 8px 12px;
    border-bottom: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--text-second);
  }
  ${unsafeCSS(SWATCHES.map((name) => `.swatch.${name} { background: var(--${name}); }`).join(''))}
`;
