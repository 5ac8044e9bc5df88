// @ts-check
import { css } from 'lit';

export const consoleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
  main {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: 340px minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  main.with-panel {
    grid-template-columns: 340px minmax(0, 1fr) 410px;
  }
  main.whole {
    display: grid;
    grid-template-columns: none;
    grid-template-rows: none;
    place-content: center;
    gap: 16px;
  }
  gw-queue {
    border-inline-end: 1px solid var(--line);
  }
  .side {
    border-inline-start: 1px solid var(--line);
  }
  .map {
    position: relative;
    display: grid;
    min-width: 0;
  }
  .hint {
    position: absolute;
    top: 14px;
    left: 50%;
    transform: translateX(-50%);
    max-width: calc(100% - 28px);
    width: max-content;
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--panel);
    border: 1px solid var(--line-strong);
  }
  .places {
    position: absolute;
    top: 12px;
    left: 12px;
    z-index: 1;
  }
  .tools {
    position: absolute;
    top: 12px;
    right: 12px;
    z-index: 1;
  }
  .legend {
    position: absolute;
    left: 12px;
    bottom: 12px;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    max-width: calc(100% - 90px);
    padding: 7px 12px;
    background: color-mix(in srgb, var(--panel) 86%, transparent);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    font-size: var(--text-small);
    pointer-events: none;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .legend gw-mark {
    width: 14px;
    height: 14px;
  }
  .worker {
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--text);
  }
  @media (min-width: 1800px) {
    main {
      grid-template-columns: 400px minmax(0, 1fr);
    }
    main.with-panel {
      grid-template-columns: 400px minmax(0, 1fr) 480px;
    }
  }
  @media (max-width: 1080px) {
    main,
    main.with-panel {
      grid-template-columns: 300px minmax(0, 1fr);
      position: relative;
    }
    .side {
      position: absolute;
      inset: 0 0 0 auto;
      width: min(410px, 100%);
      z-index: 2;
      box-shadow: -8px 0 24px var(--shade);
    }
  }
  @media (max-width: 720px) {
    main,
    main.with-panel {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: 42% minmax(0, 1fr);
    }
    .map {
      order: -1;
    }
    .legend {
      display: none;
    }
  }
`;
