// @ts-check
import { css } from 'lit';

export const rulesStyles = css`
  section + section {
    margin-top: 12px;
    padding-top: 20px;
    border-top: 1px solid var(--line);
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 6px;
  }
  li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 4px 10px;
    align-items: center;
    padding: 6px 4px 6px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  li[data-wrong] {
    border-color: var(--danger);
  }
  li > b {
    color: var(--text-second);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  li p {
    grid-column: 2 / -1;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 8px;
  }
  .tier {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: var(--target);
    font-size: inherit;
    color: var(--text);
    cursor: pointer;
  }
  .tier input {
    width: 18px;
    min-height: 18px;
    flex: none;
    accent-color: var(--accent);
  }
  .tier small {
    display: block;
    font-size: var(--text-small);
    font-weight: 400;
    color: var(--text-second);
  }
  .moves {
    display: flex;
  }
  .moves button {
    padding: 0;
    min-width: var(--target);
  }
  .moves button:disabled {
    background: none;
    border-color: transparent;
    opacity: 0.35;
  }
  h3 {
    font-size: inherit;
    font-weight: 650;
    color: var(--text);
  }
  .field select,
  .field input {
    font-size: 1rem;
    font-weight: 400;
  }
  .save {
    justify-content: flex-end;
  }
  .save [role='status'] {
    flex: 1;
  }
  @media (max-width: 560px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
