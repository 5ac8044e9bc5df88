// @ts-check
import { css } from 'lit';

export const timeWindowStyles = css`
  :host {
    display: grid;
    align-content: start;
    gap: 6px;
    /* as high while it loads, so that the map beside it is not cut off once it has looked at its area */
    min-height: 172px;
    box-sizing: border-box;
    padding: 10px 16px 8px;
    background: var(--panel);
    border-top: 1px solid var(--line);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
  }
  .top output {
    font-weight: 600;
    margin-inline-end: auto;
  }
  .top button {
    font-size: var(--text-small);
    min-height: 32px;
    padding: 3px 10px;
  }
  .chart {
    position: relative;
    height: 64px;
    touch-action: none;
    cursor: crosshair;
  }
  svg {
    width: 100%;
    height: 100%;
    display: block;
  }
  rect.bar {
    fill: var(--line-strong);
    opacity: 0.5;
  }
  rect.in {
    fill: var(--accent);
    opacity: 1;
  }
  rect.window {
    fill: var(--accent-soft);
  }
  .sliders {
    position: relative;
    height: 22px;
  }
  input[type='range'] {
    position: absolute;
    inset: 0;
    width: calc(100% + 18px);
    left: -9px;
    height: 22px;
    min-height: 0;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    appearance: none;
    pointer-events: none;
  }
  input[type='range']::-webkit-slider-runnable-track {
    background: none;
    height: 22px;
  }
  input[type='range']::-moz-range-track {
    background: none;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    pointer-events: auto;
    width: 18px;
    height: 22px;
    border-radius: 5px;
    background: var(--accent);
    border: 2px solid var(--panel);
    cursor: ew-resize;
  }
  input[type='range']::-moz-range-thumb {
    pointer-events: auto;
    width: 14px;
    height: 18px;
    border-radius: 5px;
    background: var(--accent);
    border: 2px solid var(--panel);
    cursor: ew-resize;
  }
  .rail {
    position: absolute;
    inset: 9px 0;
    height: 4px;
    border-radius: 2px;
    background: var(--line);
  }
  svg.ticks {
    height: 18px;
    overflow: visible;
  }
  .ticks text {
    fill: var(--text-second);
    font: 400 var(--text-small) var(--font);
  }
  @media (max-width: 720px) {
    .top output {
      width: 100%;
    }
  }
`;
