// @ts-check
/** Lengths and areas on the WGS 84 ellipsoid. Points are [longitude, latitude] in degrees; answers are metres and square metres. */

/** @typedef {import('./shapes.js').LonLat} LonLat */

const A = 6378137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const ROUNDS = 60;

/**
 * By T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid" (Survey Review 23, 1975); to a millimetre.
 * Known limit: no answer (NaN) for points that lie almost opposite each other on the globe.
 * @param {LonLat} from @param {LonLat} to
 */
export function distance(from, to) {
  const l = radians(to[0] - from[0]);
  const [u1, u2] = [Math.atan((1 - F) * Math.tan(radians(from[1]))), Math.atan((1 - F) * Math.tan(radians(to[1])))];
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = l;
  for (let i = 0; i < ROUNDS; i++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
    if (sinSigma === 0) return 0;
    const cosSigma = s1 * s2 + c1 * c2 * cl;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (c1 * c2 * sl) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2M = cos2Alpha === 0 ? 0 : cosSigma - (2 * s1 * s2) / cos2Alpha;
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const before = lambda;
    lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M ** 2 - 1)));
    if (Math.abs(lambda - before) < 1e-12) return lengthOf(cos2Alpha, sigma, sinSigma, cosSigma, cos2M);
  }
  return NaN;
}

/** @param {number} cos2Alpha @param {number} sigma @param {number} sinSigma @param {number} cosSigma @param {number} cos2M */
function lengthOf(cos2Alpha, sigma, sinSigma, cosSigma, cos2M) {
  const u = (cos2Alpha * (A ** 2 - B ** 2)) / B ** 2;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const delta = b * sinSigma * (cos2M + (b / 4) * (cosSigma * (2 * cos2M ** 2 - 1) - (b / 6) * cos2M * (4 * sinSigma ** 2 - 3) * (4 * cos2M ** 2 - 3)));
  return B * a * (sigma - delta);
}

/** @param {readonly LonLat[]} line */
export function lengthOfLine(line) {
  return line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);
}

/**
 * The area a line encloses when its end is joined to its beginning, over latitudes that keep areas true (authalic), with
 * great circles between corners. For fields and quarters the fault is less than one in a thousand.
 * @param {readonly LonLat[]} line not crossing itself
 */
export function areaOf(line) {
  if (line.length < 3) return 0;
  let sum = 0;
  line.forEach(([lon, lat], i) => {
    const [next, nextLat] = line[(i + 1) % line.length];
    const turn = radians(((((next - lon + 180) % 360) + 360) % 360) - 180);
    const [q1, q2] = [Math.tan(authalic(lat) / 2), Math.tan(authalic(nextLat) / 2)];
    sum += 2 * Math.atan2(Math.tan(turn / 2) * (q1 + q2), 1 + q1 * q2);
  });
  return (Math.abs(sum) * A ** 2 * qOf(1)) / 2;
}

/** @param {number} lat degrees @returns {number} radians */
function authalic(lat) {
  return Math.asin(Math.max(-1, Math.min(1, qOf(Math.sin(radians(lat))) / qOf(1))));
}

/** @param {number} sine of a latitude */
function qOf(sine) {
  return (1 - E2) * (sine / (1 - E2 * sine ** 2) + Math.atanh(E * sine) / E);
}

/** @param {number} degrees */
function radians(degrees) {
  return (degrees * Math.PI) / 180;
}
