// @ts-check
/** Lets the corners of a drawn line be taken and put elsewhere, with a mouse, a pen or a finger. */

const REACH_PIXELS = 14;

export class LineDrag {
  #taken = -1;
  #moved = false;
  /** The hand that has it; other fingers do not. */
  #hand = 0;

  /**
   * @param {import('leaflet').Map} map
   * @param {() => readonly (readonly [number, number])[]} corners longitude first
   * @param {(drag: {index: number, lon: number, lat: number, done: boolean}) => void} tell
   */
  constructor(map, corners, tell) {
    this.map = map;
    this.corners = corners;
    this.tell = tell;
    const element = (this.element = map.getContainer());
    element.addEventListener('pointerdown', this.#down, true);
    element.addEventListener('pointermove', this.#move, true);
    element.addEventListener('pointerup', this.#up, true);
    element.addEventListener('pointercancel', this.#up, true);
    element.addEventListener('click', this.#click, true);
  }

  close() {
    this.element.removeEventListener('pointerdown', this.#down, true);
    this.element.removeEventListener('pointermove', this.#move, true);
    this.element.removeEventListener('pointerup', this.#up, true);
    this.element.removeEventListener('pointercancel', this.#up, true);
    this.element.removeEventListener('click', this.#click, true);
  }

  #down = (/** @type {PointerEvent} */ event) => {
    if (this.#taken >= 0) return;
    this.#moved = false;
    if (!event.isPrimary || event.button !== 0) return;
    this.#taken = this.#near(event);
    if (this.#taken < 0) return;
    this.#hand = event.pointerId;
    this.map.dragging.disable();
    this.element.setPointerCapture(event.pointerId);
  };

  #move = (/** @type {PointerEvent} */ event) => {
    if (this.#taken < 0) {
      this.element.classList.toggle('grab', this.#near(event) >= 0);
      return;
    }
    if (event.pointerId !== this.#hand) return;
    event.stopPropagation();
    this.#moved = true;
    this.#report(this.#taken, event, false);
  };

  #up = (/** @type {PointerEvent} */ event) => {
    if (this.#taken < 0 || event.pointerId !== this.#hand) return;
    const taken = this.#taken;
    this.#taken = -1;
    this.map.dragging.enable();
    if (this.#moved) this.#report(taken, event, true);
  };

  /** The end of a drag is no click on the map. */
  #click = (/** @type {MouseEvent} */ event) => {
    if (!this.#moved) return;
    this.#moved = false;
    event.stopImmediatePropagation();
  };

  /** @param {MouseEvent} event */
  #spot({ clientX, clientY }) {
    const box = this.element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  /** @param {number} index @param {MouseEvent} event @param {boolean} done */
  #report(index, event, done) {
    const { x, y } = this.#spot(event);
    const { lat, lng } = this.map.containerPointToLatLng([x, y]).wrap();
    this.tell({ index, lon: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6, done });
  }

  /** @param {MouseEvent} event @returns {number} which corner is under it; -1 for none */
  #near(event) {
    const { x, y } = this.#spot(event);
    let best = -1;
    let least = REACH_PIXELS;
    this.corners().forEach((corner, index) => {
      const at = this.map.latLngToContainerPoint([corner[1], corner[0]]);
      const distance = Math.hypot(at.x - x, at.y - y);
      if (distance <= least) [best, least] = [index, distance];
    });
    return best;
  }
}
