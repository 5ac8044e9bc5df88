// @ts-check
import { css } from 'lit';

export const adminStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    padding: 8px 14px;
    background: var(--panel);
    border-bottom: 1px solid var(--line);
  }
  header img {
    width: 28px;
    height: 28px;
    display: block;
  }
  header h1 {
    font-size: var(--text-large);
  }
  main {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: 320px minmax(0, 1fr) 380px;
    grid-template-rows: minmax(0, 1fr);
  }
  main.whole {
    grid-template: none;
    place-content: center;
    gap: 16px;
  }
  gw-area-tree {
    border-inline-end: 1px solid var(--line);
  }
  gw-ground-tools {
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
    text-align: center;
  }
  .cross {
    position: absolute;
    left: 50%;
    top: 50%;
    width: 22px;
    height: 22px;
    margin: -11px;
    pointer-events: none;
    background:
      linear-gradient(var(--text), var(--text)) center / 1.5px 100% no-repeat,
      linear-gradient(var(--text), var(--text)) center / 100% 1.5px no-repeat;
  }
  @media (max-width: 1080px) {
    main {
      grid-template-columns: 260px minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) minmax(0, 44%);
    }
    gw-area-tree {
      grid-row: 1 / 3;
    }
  }
  @media (max-width: 720px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    main {
      display: flex;
      flex-direction: column;
      overflow-y: auto;
    }
    .map {
      order: -1;
      flex: none;
      height: 46vh;
    }
    gw-area-tree,
    gw-ground-tools {
      border: 0;
      border-top: 1px solid var(--line);
    }
  }
`;
