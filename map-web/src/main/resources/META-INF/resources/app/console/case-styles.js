// @ts-check
import { css } from 'lit';

export const caseStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--panel);
  }
  header {
    padding: 14px 16px 12px;
    border-bottom: 1px solid var(--line);
    display: grid;
    gap: 6px;
  }
  .scroll {
    overflow-y: auto;
    padding: 16px;
    gap: 18px;
    min-height: 0;
    flex: 1;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  .told {
    font-size: 1rem;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 8px 16px;
  }
  dt {
    color: var(--text-second);
    font-size: var(--text-small);
    padding-top: 1px;
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd button.small {
    min-height: 24px;
    padding: 0 6px;
    color: var(--accent);
  }
  .photos {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .photos img {
    display: block;
    width: 116px;
    height: 87px;
    object-fit: cover;
    border-radius: var(--radius-small);
    background: var(--raised);
  }
  .story li {
    position: relative;
    display: grid;
    gap: 1px;
    padding: 0 0 14px 20px;
  }
  .story li::before {
    content: '';
    position: absolute;
    left: 2px;
    top: 6px;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--line-strong);
  }
  .story li:not(:last-child)::after {
    content: '';
    position: absolute;
    left: 5.5px;
    top: 17px;
    bottom: -4px;
    width: 1px;
    background: var(--line);
  }
  q {
    quotes: none;
    border-inline-start: 2px solid var(--line-strong);
    padding-inline-start: 8px;
    margin: 2px 0;
    overflow-wrap: anywhere;
  }
  .people {
    display: grid;
    gap: 2px;
  }
  .people li {
    padding: 8px 10px;
    border-radius: var(--radius-small);
    background: var(--raised);
  }
  .people .chosen {
    box-shadow: inset 3px 0 var(--accent);
  }
  details .people {
    margin-top: 8px;
  }
  summary {
    cursor: pointer;
    padding: 4px 0;
  }
`;
