// @ts-check
import { css } from 'lit';
import { HEADING_PIXELS, ROW_PIXELS } from '../lib/queue-layout.js';

export const queueStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--panel);
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
  .option.looked {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  .option.marked:not(.looked) {
    background: color-mix(in srgb, var(--accent-soft) 55%, transparent);
  }
  .mark {
    position: relative;
    width: 18px;
    height: 18px;
    margin-top: 2px;
    flex: none;
  }
  .mark .box {
    position: absolute;
    inset: 0;
    border: 2px solid var(--text-second);
    border-radius: 4px;
    background: var(--panel);
    opacity: 0;
  }
  .mark:hover .box {
    opacity: 1;
  }
  .mark .box.on {
    opacity: 1;
    border-color: var(--accent);
    background: var(--accent);
  }
  .mark .box.on::after {
    content: '';
    position: absolute;
    left: 4px;
    top: 0;
    width: 4px;
    height: 9px;
    border: solid var(--on-accent);
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
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
  .warn {
    color: var(--warn);
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
    display: grid;
    gap: 8px;
    padding: 8px 14px;
    border-top: 1px solid var(--line);
  }`;
