// @ts-check
import { css } from 'lit';
import { HEADING_PIXELS, ROW_PIXELS } from './queue-rows.js';

export const queueStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--panel);
  }
  .tools {
    padding: 12px;
    display: grid;
    gap: 8px;
    border-bottom: 1px solid var(--line);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .filters button {
    min-height: 28px;
    padding: 2px 9px;
    font-size: var(--text-small);
    border-color: var(--line);
    border-radius: 14px;
  }
  .filters button[aria-pressed='true'] {
    border-color: var(--accent);
  }
  .list {
    position: relative;
    flex: 1;
    overflow-y: auto;
    min-height: 0;
  }
  .list:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  .options {
    position: relative;
    outline: none;
  }
  .heading {
    pointer-events: none;
  }
  .row-box {
    position: absolute;
    inset-inline: 0;
  }
  .heading {
    height: ${HEADING_PIXELS}px;
    padding: 12px 14px 0;
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--text-second);
    display: flex;
    justify-content: space-between;
  }
  .option {
    height: ${ROW_PIXELS}px;
    padding: 9px 14px 0 11px;
    display: flex;
    gap: 10px;
    cursor: pointer;
    border-inline-start: 3px solid transparent;
  }
  .option:hover {
    background: var(--raised);
  }
  .option[aria-selected='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  .option gw-mark {
    margin-top: 2px;
  }
  .body {
    flex: 1;
    min-width: 0;
    display: grid;
    gap: 1px;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .first {
    display: flex;
    gap: 8px;
    justify-content: space-between;
    align-items: baseline;
  }
  .first > :first-child {
    flex: 1 1 32%;
    min-width: 0;
  }
  .what {
    font-weight: 600;
  }
  .due {
    font-size: var(--text-small);
    white-space: nowrap;
  }
  .who {
    flex: 0 1 auto;
    max-width: 68%;
    text-align: end;
  }
  .bar {
    height: 2px;
    margin-top: 5px;
    background: var(--line);
    border-radius: 1px;
    display: block;
    overflow: hidden;
  }
  .bar i {
    display: block;
    height: 100%;
    background: var(--state-quiet);
  }
  .bar i.over {
    background: var(--state-late);
  }
  .foot {
    padding: 8px 14px;
    border-top: 1px solid var(--line);
  }`;
