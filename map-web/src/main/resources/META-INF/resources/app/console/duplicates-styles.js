// @ts-check
import { css } from 'lit';

export const duplicateStyles = css`
  .items {
    display: grid;
    gap: 2px;
  }
  .items li {
    display: grid;
    gap: 4px;
    padding: 8px 10px;
    border-radius: var(--radius-small);
    background: var(--raised);
    color: var(--text);
  }
  .words {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .short {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 6px 20px;
  }
  .parts div {
    display: grid;
    gap: 3px;
  }
  .parts dt {
    color: var(--text-second);
    font-size: var(--text-small);
  }
  .parts dd {
    display: flex;
    align-items: center;
    gap: 8px;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    flex: 1;
    max-width: 120px;
    height: 6px;
    border-radius: 3px;
    background: var(--line);
  }
  .bar b {
    display: block;
    height: 100%;
    border-radius: 3px;
    background: var(--accent);
  }
`;
