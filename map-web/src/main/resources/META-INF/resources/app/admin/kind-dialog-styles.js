// @ts-check
import { css } from 'lit';

export const kindDialogStyles = css`
  dialog {
    width: min(860px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--panel);
    color: var(--text);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    max-height: calc(100dvh - 50px);
  }
  .top {
    padding: 14px 20px;
    border-bottom: 1px solid var(--line);
  }
  .two {
    display: grid;
    grid-template-columns: 280px minmax(0, 1fr);
    min-height: 0;
  }
  .list,
  form {
    padding: 16px 20px;
    overflow-y: auto;
    min-height: 0;
  }
  .list {
    border-inline-end: 1px solid var(--line);
    align-content: start;
  }
  .kind {
    display: flex;
    gap: 10px;
    align-items: center;
    width: 100%;
    border-color: transparent;
    text-align: start;
    font-weight: 450;
  }
  .kind[aria-pressed='true'] {
    background: var(--raised);
    border-color: var(--line-strong);
  }
  .names {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
  }
  legend {
    padding: 0 0 4px;
    font-size: var(--text-small);
    color: var(--text-second);
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .mark {
    position: relative;
    display: grid;
    place-content: center;
    width: 40px;
    height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .mark input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    cursor: pointer;
  }
  .mark:has(:checked) {
    border: 2px solid var(--accent);
    background: var(--raised);
  }
  .mark:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  textarea {
    font-family: ui-monospace, monospace;
    font-size: 13px;
  }
  select {
    width: auto;
  }
  @media (max-width: 720px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
      overflow-y: auto;
    }
    .list,
    form {
      overflow: visible;
      border: 0;
    }
  }
`;
