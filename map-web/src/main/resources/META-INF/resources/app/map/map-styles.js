// @ts-check
/** The frame of the map; what is painted in it takes its colours from palette.js. */
import { css } from 'lit';

export const mapStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 160px;
    background: var(--map-water);
    --map-water: var(--ground);
    --map-land: var(--raised);
    --map-line: #5a6f84;
    --map-border: color-mix(in srgb, var(--map-line) 65%, var(--text-second));
    --map-load: #4c9aff;
  }
  #map {
    position: absolute;
    inset: 0;
    background: var(--map-water);
    font: inherit;
    z-index: 0;
  }
  #map .leaflet-map-pane {
    transition: opacity 0.4s;
  }
  #map.veiled .leaflet-map-pane {
    opacity: 0;
  }
  #map:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
  :host([with-streets]) {
    --map-water: var(--street-ground);
  }
  :host([picking]) #map,
  :host([tool='lasso']) #map,
  :host([tool='measure']) #map {
    cursor: crosshair;
  }
  #map.over {
    cursor: pointer;
  }
  :host([picking]) #map.grab {
    cursor: grab;
  }
  .gw-canvas {
    position: absolute;
    pointer-events: none;
  }
  .leaflet-bar,
  .leaflet-touch .leaflet-bar {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: hidden;
    box-shadow: none;
  }
  .leaflet-bar a,
  .leaflet-touch .leaflet-bar a {
    width: var(--target);
    height: var(--target);
    line-height: 34px;
    background: var(--panel);
    color: var(--text);
    border-bottom-color: var(--line);
    font: 400 20px / 34px var(--font);
  }
  .leaflet-control-attribution,
  .leaflet-container .leaflet-control-attribution {
    background: var(--panel);
    color: var(--text-second);
    font: 400 calc(11px * var(--map-scale, 1)) / 1.4 var(--font);
    padding: 1px 6px;
  }
  .leaflet-control-attribution:empty {
    display: none;
  }
  .leaflet-bar a:hover {
    background: var(--raised);
  }
  .leaflet-bar a.leaflet-disabled {
    background: var(--panel);
    color: var(--line-strong);
  }
  .leaflet-bar a:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: -3px;
  }
`;
