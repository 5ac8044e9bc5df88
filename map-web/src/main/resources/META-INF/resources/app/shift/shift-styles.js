// @ts-check
import { css } from 'lit';

export const shiftStyles = css`
  :host {
    display: block;
    max-width: 1120px;
    margin-inline: auto;
    padding: 20px 24px 48px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 16px;
    padding-bottom: 16px;
    border-bottom: 1px solid var(--line);
  }
  header img {
    width: 28px;
    height: 28px;
  }
  header select {
    width: auto;
    max-width: 260px;
  }
  .lead {
    padding: 14px 0 4px;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 8px;
    padding: 12px 0 20px;
  }
  .figures div {
    display: flex;
    flex-direction: column-reverse;
    gap: 2px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  .figures dt {
    color: var(--text-second);
    font-size: var(--text-small);
  }
  .figures dd {
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  section {
    padding: 16px 0;
    border-top: 1px solid var(--line);
  }
  section h2 {
    padding-bottom: 8px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    text-align: start;
    font-size: var(--text-small);
    color: var(--text-second);
    font-weight: 600;
    padding: 4px 12px 4px 0;
  }
  td {
    padding: 7px 12px 7px 0;
    border-top: 1px solid var(--line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .n {
    width: 84px;
  }
  .stage {
    width: 13%;
  }
  .due,
  .who {
    width: 19%;
  }
  td.due {
    white-space: nowrap;
  }
  .note {
    padding: 10px 12px;
    border-radius: var(--radius-small);
    background: var(--raised);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .whole {
    min-height: 60vh;
    align-content: center;
  }
  @media (max-width: 640px) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .stage,
    .who {
      display: none;
    }
  }
  @media print {
    :host {
      padding: 0;
      max-width: none;
    }
    .screen {
      display: none !important;
    }
    .note {
      border: 1px solid var(--line);
    }
    tr,
    .note,
    .figures div {
      break-inside: avoid;
    }
  }
`;
