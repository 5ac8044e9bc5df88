// @ts-check
/**
 * Colours for quantities: even steps of lightness in OKLab (Ottosson 2020), so that twice the step looks twice as far, and
 * lightness alone tells the order to eyes that confuse hues. On dark ground more is lighter, on light ground darker.
 */

/** @typedef {'light' | 'dark'} Theme */

/** Lightness, chroma and hue (degrees) along a ramp; hues go the short way round. @type {Record<Theme, [number, number, number][]>} */
const HEAT = {
  dark: [[0.3, 0.1, 285], [0.44, 0.16, 310], [0.58, 0.18, 357], [0.72, 0.16, 405], [0.83, 0.15, 435], [0.95, 0.13, 465]],
  light: [[0.96, 0.06, 100], [0.86, 0.13, 75], [0.73, 0.17, 50], [0.59, 0.19, 20], [0.45, 0.17, -15], [0.31, 0.12, -50]],
};
/** @type {Record<Theme, [number, number, number][]>} */
const AREA = {
  dark: [[0.34, 0.04, 240], [0.48, 0.08, 232], [0.62, 0.1, 222], [0.77, 0.1, 205], [0.92, 0.08, 185]],
  light: [[0.9, 0.05, 195], [0.82, 0.06, 215], [0.68, 0.09, 230], [0.53, 0.11, 243], [0.37, 0.1, 255]],
};
/** Less and more than before, as far from the ground in lightness. @type {Record<Theme, {less: number[], more: number[]}>} */
const CHANGE = {
  dark: { less: [0.8, 0.13, 230], more: [0.8, 0.16, 62] },
  light: { less: [0.46, 0.14, 255], more: [0.52, 0.15, 48] },
};

const STEPS = 256;
const MOST_ALPHA = 225;

/** @param {number} lightness 0 to 1 @param {number} chroma @param {number} hue degrees @returns {[number, number, number]} sRGB, 0 to 255 */
export function oklch(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** @param {number} linear */
function encode(linear) {
  const within = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055));
}

/** @param {[number, number, number][]} stops @param {number} at 0 to 1 */
function along(stops, at) {
  const place = at * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(place));
  const part = place - i;
  const [l, c, h] = stops[i].map((value, k) => value + (stops[i + 1][k] - value) * part);
  return oklch(l, c, h);
}

/** Red, green, blue, alpha for each byte of a surface; what is little fades into the map. @param {Theme} theme */
export function heatRamp(theme) {
  const ramp = new Uint8ClampedArray(4 * STEPS);
  for (let i = 0; i < STEPS; i++) {
    const at = i / (STEPS - 1);
    ramp.set([...along(HEAT[theme], at), MOST_ALPHA * Math.min(1, at / 0.22) ** 1.2], 4 * i);
  }
  return ramp;
}

/** The same for the signed bytes of a difference: place 0 to 127 for those, 128 to 255 for −128 to −1. @param {Theme} theme */
export function changeRamp(theme) {
  const ramp = new Uint8ClampedArray(4 * STEPS);
  for (let i = 0; i < STEPS; i++) {
    const signed = i < 128 ? i : i - 256;
    const [l, c, h] = CHANGE[theme][signed < 0 ? 'less' : 'more'];
    ramp.set([...oklch(l, c, h), MOST_ALPHA * Math.min(1, Math.abs(signed) / 127) ** 1.5], 4 * i);
  }
  return ramp;
}

/** @param {Theme} theme @param {number} count of classes, 1 to 7 @returns {string[]} from little to much */
export function areaColours(theme, count) {
  return Array.from({ length: count }, (_, i) => css(along(AREA[theme], count === 1 ? 0.6 : i / (count - 1))));
}

/** @param {ArrayLike<number>} rgb */
export function css([r, g, b]) {
  return `rgb(${r} ${g} ${b})`;
}

/** The nearest of 1, 2, 5, 10, 20, … @param {number} value above 0 */
export function niceNumber(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = value / power;
  return (first < 1.5 ? 1 : first < 3.5 ? 2 : first < 7.5 ? 5 : 10) * power;
}

/**
 * Numbers for a legend whose places go by the square root: about evenly spaced, none too near another.
 * @param {number} most @param {number} count
 */
export function rootTicks(most, count) {
  if (!(most > 0)) return [];
  const ticks = [];
  for (let i = 1; i <= count; i++) {
    const value = niceNumber(most * (i / (count + 0.25)) ** 2);
    const before = ticks.at(-1) ?? 0;
    if (value <= most && Math.sqrt(value / most) - Math.sqrt(before / most) > 0.13) ticks.push(value);
  }
  return ticks;
}

/** Upper ends of classes that hold about as many values each, but for equal ones. @param {readonly number[]} values @param {number} count */
export function quantiles(values, count) {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = Array.from({ length: count }, (_, i) => sorted[Math.min(sorted.length - 1, Math.ceil(((i + 1) * sorted.length) / count) - 1)]);
  return [...new Set(ends)].filter((end) => end !== undefined);
}
