// @ts-check
/** The wall is read from five metres: every size is a multiple of `--u`, a pixel of a screen with 1,080 lines. */
import { css } from 'lit';

export const wallPanel = css`
  :host {
    display: block;
  }
  .panel {
    background: var(--wall-panel);
    border: 1px solid var(--line);
    border-radius: calc(10 * var(--u));
  }
  .title {
    font-size: calc(21 * var(--u));
    color: var(--text-second);
    font-weight: 400;
    line-height: 1.25;
  }
`;

export const wallStyles = css`
  :host {
    --u: max(0.5px, min(100vh / 1080, 100vw / 1600));
    --wall-panel: rgb(12 19 27 / 0.86);
    display: block;
    height: 100dvh;
    overflow: hidden;
    position: relative;
    font-size: calc(20 * var(--u));
  }
  main {
    position: absolute;
    inset: 0;
  }
  gw-map {
    position: absolute;
    inset: 0;
    transition: filter 1s;
  }
  main.stale gw-map {
    filter: saturate(0.25) brightness(0.75);
  }
  main.stale::after {
    content: '';
    position: absolute;
    inset: 0;
    border: calc(6 * var(--u)) solid var(--warn);
    pointer-events: none;
    z-index: 3;
  }
  .corner {
    position: absolute;
    z-index: 1;
    display: grid;
    gap: calc(6 * var(--u));
    pointer-events: none;
  }
  .corner > * {
    pointer-events: auto;
  }
  .top.left {
    top: calc(28 * var(--u));
    left: calc(28 * var(--u));
    justify-items: start;
  }
  .top.right {
    top: calc(28 * var(--u));
    right: calc(28 * var(--u));
    width: calc(460 * var(--u));
    justify-items: end;
    gap: calc(30 * var(--u));
  }
  .bottom.left {
    bottom: calc(28 * var(--u));
    left: calc(28 * var(--u));
  }
  .bottom.right {
    bottom: calc(28 * var(--u));
    right: calc(28 * var(--u));
  }
  .chip,
  .legend {
    background: var(--wall-panel);
    border: 1px solid var(--line);
    border-radius: calc(10 * var(--u));
    padding: calc(9 * var(--u)) calc(18 * var(--u));
    font-size: calc(19 * var(--u));
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(8 * var(--u)) calc(22 * var(--u));
    padding: calc(14 * var(--u)) calc(20 * var(--u));
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: calc(9 * var(--u));
    white-space: nowrap;
  }
  .legend gw-mark {
    width: calc(22 * var(--u));
    height: calc(22 * var(--u));
  }
  .legend .worker {
    width: calc(13 * var(--u));
    height: calc(13 * var(--u));
    border-radius: 50%;
    background: var(--text);
  }
  .legend .cell {
    width: calc(64 * var(--u));
    height: calc(16 * var(--u));
    border-radius: calc(4 * var(--u));
    background: linear-gradient(90deg, transparent, #4c9aff);
    border: 1px solid var(--line-strong);
  }
  .legend .cell.late {
    background: linear-gradient(90deg, transparent, var(--state-late));
  }
  .banner {
    position: absolute;
    z-index: 4;
    top: 42%;
    left: 50%;
    transform: translate(-50%, -50%);
    max-width: 60vw;
    background: var(--wall-panel);
    border: 2px solid var(--warn);
    border-radius: calc(12 * var(--u));
    padding: calc(24 * var(--u)) calc(40 * var(--u));
    text-align: center;
    font-size: calc(26 * var(--u));
    line-height: 1.4;
  }
  .banner strong {
    display: block;
    color: var(--warn);
    font-size: calc(38 * var(--u));
  }
  .banner.quiet {
    border-color: var(--line);
  }
  .banner.quiet strong {
    color: var(--text);
  }
  .controls {
    position: absolute;
    z-index: 5;
    bottom: calc(110 * var(--u));
    right: calc(28 * var(--u));
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 12px;
    background: var(--wall-panel);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    opacity: 0;
    pointer-events: none;
    transition: opacity 0.3s;
    font-size: var(--text-body);
    white-space: nowrap;
  }
  .controls select {
    width: auto;
    max-width: 220px;
  }
  main.touched .controls,
  .controls:focus-within {
    opacity: 1;
    pointer-events: auto;
  }
  main:not(.touched) {
    cursor: none;
  }
  @media (max-width: 900px) {
    gw-wall-ticker,
    .legend,
    gw-wall-hours {
      display: none;
    }
  }
`;
