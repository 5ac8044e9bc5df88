// @ts-check
/** The marks of service places: one family of strokes in a 24 × 24 box, drawn by SVG and by canvas alike. */

/** Round ends, two units wide, nothing filled. @type {Record<string, string>} */
export const ICONS = {
  desk: 'M4 12h16M6 12v7M18 12v7M9 8.5h6M12 8.5V5',
  people: 'M9 10.5a2.8 2.8 0 1 0-.01 0ZM3.5 19c.4-3.4 2.4-5 5.5-5s5.1 1.6 5.5 5M16 10.3a2.4 2.4 0 1 0-1-4.6M17 14.2c2 .5 3.2 2 3.5 4.8',
  shield: 'M12 3.5 19 6v5.5c0 4.2-2.6 7-7 9-4.4-2-7-4.8-7-9V6Z',
  flame: 'M12 3.5c1 3.5 5.5 5.5 5.5 10.5a5.5 5.5 0 0 1-11 0c0-2.3 1.2-3.8 2.5-5 .3 1.5 1 2.3 2 2.5-.5-2.8 0-5.5 1-8Z',
  shelter: 'M3.5 11.5 12 4.5l8.5 7M6 10v9.5h12V10M12 19.5v-5',
  cross: 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5Z',
  capsule: 'M5.2 12.5l7.3-7.3a4.45 4.45 0 0 1 6.3 6.3l-7.3 7.3a4.45 4.45 0 0 1-6.3-6.3ZM8.9 8.9l6.3 6.3',
  cane: 'M15 20V8a3.5 3.5 0 0 0-7 0v1M9 20c-2.5-1.5-4.5-3.2-4.5-5.3a2.3 2.3 0 0 1 4.5-.7 2.3 2.3 0 0 1 3 1',
  blocks: 'M8.5 4.5h7v7h-7ZM4.5 12.5h7v7h-7ZM13.5 12.5h6v7h-6Z',
  cap: 'M2.5 9.5 12 5l9.5 4.5L12 14ZM6.5 11.5v4.8c3 2.3 8 2.3 11 0v-4.8M21.5 9.5v5',
  book: 'M12 6.5C9.5 4.8 6.5 4.6 4 5.5v12.5c2.5-.9 5.5-.7 8 1 2.5-1.7 5.5-1.9 8-1V5.5c-2.5-.9-5.5-.7-8 1ZM12 6.5V19',
  tree: 'M12 20.5V13M12 3.5c3.5 0 5.5 2.5 5 5.3 1.6 3-.6 6.2-5 6.2s-6.6-3.2-5-6.2c-.5-2.8 1.5-5.3 5-5.3Z',
  toilet: 'M7.5 6.5a1.5 1.5 0 1 0-.01 0ZM5 9.5h5l-.7 5.5H8.7v5h-2.4v-5H5.7ZM16.5 6.5a1.5 1.5 0 1 0-.01 0ZM16.5 9.5l2.7 6h-1.7V20h-2v-4.5h-1.7Z',
  dot: 'M12 8a4 4 0 1 0 .01 0Z',
};

/** The colour tokens a kind may name (tokens.css: `--facility-…`). */
export const COLOURS = ['public', 'safety', 'health', 'care', 'learning', 'outdoor'];

/** @param {string | undefined} icon the path of a mark; a dot for one that is not known here */
export function iconPath(icon) {
  return ICONS[icon ?? ''] ?? ICONS.dot;
}

/** @param {string | undefined} colour the token's name; that of public places for one that is not known here */
export function colourName(colour) {
  return COLOURS.includes(colour ?? '') ? String(colour) : 'public';
}
