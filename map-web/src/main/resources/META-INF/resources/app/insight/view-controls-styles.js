// @ts-check
import { css } from 'lit';

export const viewControlsStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 8px 16px;
    background: var(--panel);
    border-bottom: 1px solid var(--line);
    position: relative;
    z-index: 3;
  }
  .modes {
    display: flex;
  }
  .modes button {
    border-radius: 0;
    margin-inline-start: -1px;
    position: relative;
  }
  .modes button[aria-pressed='true'] {
    z-index: 1;
  }
  .modes button:first-child {
    border-radius: var(--radius-small) 0 0 var(--radius-small);
    margin: 0;
  }
  .modes button:last-child {
    border-radius: 0 var(--radius-small) var(--radius-small) 0;
  }
  .one {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .one select {
    width: auto;
  }
  .one output {
    font-weight: 600;
    min-width: 62px;
  }
  input[type='range'] {
    width: 130px;
    padding: 0;
    min-height: 24px;
    accent-color: var(--accent);
    border: 0;
    background: none;
  }
  details {
    position: relative;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--target);
    padding: 4px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    cursor: pointer;
    font-weight: 550;
    list-style: none;
    max-width: 280px;
  }
  summary::after {
    content: '▾';
    color: var(--text-second);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .choices {
    position: absolute;
    top: calc(100% + 4px);
    left: 0;
    width: min(300px, calc(100vw - 32px));
    max-height: min(420px, 60vh);
    overflow-y: auto;
    background: var(--panel);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    box-shadow: 0 10px 30px var(--shade);
    padding: 8px 12px;
  }
  .choices label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    color: var(--text);
    font-weight: 400;
    font-size: var(--text-body);
    cursor: pointer;
  }
  .choices input[type='checkbox'] {
    width: 18px;
    height: 18px;
    min-height: 0;
    flex: none;
    margin: 0;
    accent-color: var(--accent);
  }
  .choices input[type='search'] {
    margin-bottom: 4px;
  }
  .choices button {
    width: 100%;
    margin-bottom: 6px;
  }
`;
