// @ts-check
/** What every element shares: text, buttons, fields, cards, focus. Values come from tokens.css. */
import { css } from 'lit';

export const shared = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--text-title);
    line-height: 1.25;
    font-weight: 650;
  }
  h2 {
    font-size: var(--text-large);
    line-height: 1.3;
    font-weight: 650;
  }
  h3 {
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--text-second);
  }
  .second {
    color: var(--text-second);
  }
  .small {
    font-size: var(--text-small);
  }
  .late {
    color: var(--state-late);
  }
  .danger {
    color: var(--danger);
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .stack {
    display: grid;
    gap: 12px;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  a {
    color: var(--accent);
  }
  button,
  .button {
    font: inherit;
    font-weight: 500;
    min-height: var(--target);
    padding: 6px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--text);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--raised);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  button.harm {
    color: var(--danger);
    border-color: var(--danger);
  }
  button.plain {
    border-color: transparent;
    padding-inline: 8px;
  }
  button:disabled {
    cursor: default;
    color: var(--text-second);
    border-color: var(--line);
    background: var(--raised);
  }
  button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  label,
  legend {
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--text-second);
    padding: 0;
  }
  legend {
    padding-block-end: 4px;
  }
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  input,
  textarea,
  select {
    font: inherit;
    color: var(--text);
    background: var(--field);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    padding: 7px 10px;
    width: 100%;
    min-height: var(--target);
  }
  input:disabled,
  textarea:disabled,
  select:disabled {
    color: var(--text-second);
    background: var(--raised);
    border-color: var(--line);
  }
  [aria-invalid='true'] {
    border-color: var(--danger);
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--text-second);
    opacity: 1;
  }
  textarea {
    resize: vertical;
    min-height: 72px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .notice {
    border-radius: var(--radius-small);
    padding: 10px 12px;
    background: var(--accent-soft);
  }
  .notice.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .notice.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .state {
    display: grid;
    gap: 8px;
    justify-items: center;
    text-align: center;
    padding: 32px 20px;
    color: var(--text-second);
  }
  kbd {
    font: 600 var(--text-small) / 1 var(--font);
    border: 1px solid var(--line-strong);
    border-bottom-width: 2px;
    border-radius: 4px;
    padding: 3px 6px;
    color: var(--text);
    background: var(--raised);
  }
  @media (max-width: 720px) {
    button kbd {
      display: none;
    }
  }
  button.primary kbd {
    border-color: currentColor;
    background: transparent;
    color: inherit;
    margin-left: 6px;
  }
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--text);
    padding: 20px;
    width: min(440px, calc(100vw - 32px));
  }
  dialog::backdrop {
    background: var(--shade);
  }
`;
