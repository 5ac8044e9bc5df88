// @ts-check
/** The signs of buttons: one family of strokes in a 24 × 24 box, round ends, two units wide, nothing filled; kin to facility-marks.js. */

/** @type {Record<string, string>} */
export const SIGNS = {
  close: 'M6 6l12 12M18 6 6 18',
  up: 'M12 19V5.5M6 11l6-6 6 6',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 4.5a6 6 0 1 0 .01 0ZM15 15l5 5',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  layers: 'M12 4 20.5 8.5 12 13 3.5 8.5ZM4.5 13 12 17l7.5-4',
  lasso: 'M12 5c4.7 0 8.5 2 8.5 4.8S16.7 14.5 12 14.5 3.5 12.5 3.5 9.8 7.3 5 12 5ZM7 13.7c-1.6 1.8-.5 3.8 1.5 3.3 2-.4 2.5 2 .8 3',
  ruler: 'M3.5 15.5l12-12 5 5-12 12ZM7 12l2 2M10 9l2 2M13 6l2 2',
  share: 'M12 14.5V4M8 8l4-4 4 4M5 13v6h14v-6',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1h-14ZM10.5 20h3',
  'bell-off': 'M6.5 16.5V11c0-1 .2-1.9.7-2.7M9.5 6.1A5.5 5.5 0 0 1 17.5 11v3.5M5 17.5h11M10.5 20h3M4 4l16 16',
  sun: 'M12 8a4 4 0 1 0 .01 0ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.3 6.3 0 0 0 10 10Z',
  undo: 'M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-4',
  star: 'M12 4l2.4 5.2 5.6.7-4.1 3.9 1 5.7-4.9-2.8-4.9 2.8 1-5.7L4 9.9l5.6-.7Z',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7',
  keys: 'M3.5 7h17v10.5h-17ZM7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17 10.5h.01M8 14h8',
  place: 'M12 20.5c4-4.3 6-7.5 6-10.2a6 6 0 0 0-12 0c0 2.7 2 5.9 6 10.2ZM12 8.3a2.2 2.2 0 1 0 .01 0Z',
  person: 'M12 4.5a3.5 3.5 0 1 0 .01 0ZM5 20c.5-4 3-6 7-6s6.5 2 7 6',
  area: 'M5 6l7-2.5L19.5 7l-1.5 11-8 2L4 15Z',
  case: 'M6 4h9l3.5 3.5V20H6ZM9 11h6.5M9 15h6.5',
  run: 'M7 5l11 7-11 7Z',
  warn: 'M12 4 21 19.5H3ZM12 10v4.5M12 17h.01',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
};
