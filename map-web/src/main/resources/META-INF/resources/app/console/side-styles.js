// @ts-check
import { css } from 'lit';

/** The panel at the side of the console: a head, a body that scrolls, actions that stay in sight. */
export const sideStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--panel);
  }
  header {
    padding: 14px 16px 12px;
    border-bottom: 1px solid var(--line);
  }
  .body {
    padding: 16px;
    overflow-y: auto;
    min-height: 0;
    flex: 1;
    gap: 16px;
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .actions {
    justify-content: flex-end;
    position: sticky;
    bottom: -16px;
    margin: 0 -16px -16px;
    padding: 12px 16px;
    background: var(--panel);
    border-top: 1px solid var(--line);
  }
`;
