// @ts-check
/** How many pixels of the screen make one of the page: another number after a move to another screen, or a zoom of the page. */

/** @param {() => void} changed @returns {() => void} ends the telling */
export function onDensity(changed) {
  /** @type {MediaQueryList | null} */
  let here = null;
  const listen = () => {
    here?.removeEventListener('change', tell);
    here = matchMedia(`(resolution: ${devicePixelRatio || 1}dppx)`);
    here.addEventListener('change', tell);
  };
  const tell = () => {
    listen();
    changed();
  };
  listen();
  return () => here?.removeEventListener('change', tell);
}
