// @ts-check
import 'leaflet';

/** Leaflet as its authors minify it, which is no module: it leaves itself at the global object. @type {typeof import('leaflet')} */
export const L = /** @type {any} */ (globalThis).L;
