// @ts-check
/** The design tokens as a canvas needs them. */

import { COLOURS } from '../lib/facility-marks.js';

/** @typedef {ReturnType<typeof readPalette>} Palette */

/** @param {Element} element whose theme counts */
export function readPalette(element) {
  const style = getComputedStyle(element);
  /** @param {string} name */
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    tones: {
      new: token('--state-new'),
      sent: token('--state-sent'),
      onsite: token('--state-onsite'),
      late: token('--state-late'),
      quiet: token('--state-quiet'),
    },
    /** @type {Record<string, string>} */
    facilities: Object.fromEntries(COLOURS.map((name) => [name, token(`--facility-${name}`)])),
    ground: token('--ground'),
    panel: token('--panel'),
    text: token('--text'),
    second: token('--text-second'),
    line: token('--map-line'),
    border: token('--map-border'),
    land: token('--map-land'),
    load: token('--map-load'),
    focus: token('--focus'),
    font: token('--font'),
    street: {
      plain: token('--street'),
      wide: token('--street-wide'),
      edge: token('--street-edge'),
      path: token('--street-path'),
      rail: token('--street-rail'),
      water: token('--street-water'),
      park: token('--street-park'),
      building: token('--street-building'),
      name: token('--street-name'),
      halo: token('--street-halo'),
    },
  };
}
