// @ts-check
import { css } from 'lit';

export const cardStyles = css`
  article {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 12px;
    overflow: hidden;
  }
  article[data-state='OFFERED'] {
    border-color: var(--accent);
  }
  .inside {
    padding: 14px;
    display: grid;
    gap: 10px;
    grid-template-columns: minmax(0, 1fr);
  }
  .chip {
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    padding: 1px 9px;
  }
  .place {
    font-size: var(--text-large);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .told {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .offer {
    background: var(--accent-soft);
    padding: 8px 14px;
    display: grid;
    gap: 6px;
  }
  .bar {
    height: 6px;
    border-radius: 3px;
    background: var(--line);
    overflow: hidden;
    display: block;
  }
  .bar i {
    display: block;
    height: 100%;
    background: var(--accent);
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1.6fr;
    gap: 8px;
  }
  .actions button {
    min-height: 52px;
    font-size: 1rem;
  }
  .actions button:only-child,
  .actions button[hidden] + button {
    grid-column: 1 / -1;
  }
  a.button {
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    text-decoration: none;
    color: var(--text);
    padding: 10px 14px;
  }
  gw-map {
    height: 220px;
    border-radius: var(--radius-small);
    overflow: hidden;
  }
  .pictures {
    display: flex;
    gap: 8px;
    overflow-x: auto;
  }
  .pictures img {
    display: block;
    width: 116px;
    height: 87px;
    object-fit: cover;
    border-radius: var(--radius-small);
    background: var(--raised);
  }
`;
