// @ts-check
import { css } from 'lit';

export const insightStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100dvh;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 8px 16px;
    background: var(--panel);
    border-bottom: 1px solid var(--line);
  }
  header img {
    width: 28px;
    height: 28px;
    display: block;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    min-width: 0;
  }
  nav button {
    border-color: transparent;
    padding: 4px 8px;
    color: var(--accent);
  }
  nav [aria-current] {
    padding: 4px 8px;
    font-weight: 600;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 560px;
    min-height: 0;
  }
  .left {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }
  .map {
    position: relative;
    min-height: 0;
  }
  gw-map {
    height: 100%;
    --map-line: rgb(30 45 60 / 0.26);
    --map-border: rgb(30 45 60 / 0.45);
  }
  @media (prefers-color-scheme: dark) {
    gw-map {
      --map-line: rgb(200 220 240 / 0.15);
      --map-border: rgb(200 220 240 / 0.32);
    }
  }
  gw-map-legend {
    position: absolute;
    left: 12px;
    bottom: 12px;
    z-index: 1;
  }
  .hint {
    position: absolute;
    top: 14px;
    left: 50%;
    transform: translateX(-50%);
    width: max-content;
    max-width: calc(100% - 28px);
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--panel);
    border: 1px solid var(--line-strong);
    z-index: 2;
  }
  .hint button {
    margin-inline-start: 10px;
  }
  .whole {
    min-height: 100dvh;
    align-content: center;
  }
  .tail {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
  }
  .tail .cut {
    max-width: 150px;
  }
  @media (max-width: 1180px) {
    main {
      grid-template-columns: minmax(0, 1fr) 440px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      height: auto;
    }
    main {
      display: block;
    }
    .left {
      display: block;
    }
    .map {
      height: min(56vh, 460px);
    }
    .tail .cut {
      display: none;
    }
  }
`;
