// @ts-check
import { css } from 'lit';

export const areaTableStyles = css`
  .frame {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-small);
  }
  th,
  td {
    padding: 0 8px;
    text-align: end;
    white-space: nowrap;
    height: 38px;
  }
  th:first-child,
  td:first-child {
    text-align: start;
    padding-inline-start: 16px;
    max-width: 170px;
    position: sticky;
    left: 0;
    background: var(--panel);
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 16px;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--panel);
    box-shadow: inset 0 -1px var(--line);
    padding-block: 0;
  }
  thead th:first-child {
    z-index: 2;
  }
  thead button {
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--text-second);
    border: 0;
    padding: 4px 0;
    min-height: 36px;
    text-align: inherit;
    white-space: normal;
    line-height: 1.15;
  }
  thead button:hover:not(:disabled) {
    background: none;
    color: var(--text);
  }
  th[aria-sort] button {
    color: var(--text);
  }
  tbody tr:hover > *,
  tbody tr.pointed > * {
    background: var(--raised);
  }
  td button {
    border: 0;
    padding: 4px 0;
    min-height: 36px;
    max-width: 100%;
    display: block;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    line-height: 1.25;
    font-size: var(--text-body);
    color: var(--text);
    text-decoration: underline;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 3px;
  }
  td button:hover:not(:disabled) {
    background: none;
    text-decoration-color: var(--accent);
    color: var(--accent);
  }
  tr.all td,
  tr.all th {
    font-weight: 650;
    box-shadow: inset 0 -1px var(--line);
    color: var(--text);
  }
  .count {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .count svg {
    width: 44px;
    height: 6px;
  }
  .n {
    min-width: 40px;
  }
  .track {
    fill: var(--line);
  }
  .filled {
    fill: var(--accent);
  }
  .more {
    padding: 10px 16px;
  }
`;
