// @ts-check
/** What the console's map shows and which tool is in the hand; the layers are kept on this device. */
import { Store } from './store.js';

const KEPT = 'gridward.console.layers';
/** @typedef {{tint: 'load' | 'late' | 'none', incidents: boolean, workers: boolean, streets: boolean}} Layers */
/** @type {Layers} */
const PLAIN = { tint: 'load', incidents: true, workers: true, streets: true };

export class MapChoice extends Store {
  /** @type {Layers} */
  layers = read();
  /** @type {'none' | 'lasso' | 'measure'} */
  tool = 'none';

  /** @param {Partial<Layers>} layers what is to be other than now */
  show(layers) {
    this.layers = { ...this.layers, ...layers };
    localStorage.setItem(KEPT, JSON.stringify(this.layers));
    this.changed();
  }

  /** Takes a tool up, or puts it away. @param {MapChoice['tool']} tool */
  take(tool) {
    this.tool = this.tool === tool ? 'none' : tool;
    this.changed();
  }
}

/** @returns {Layers} */
function read() {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') };
  } catch {
    return PLAIN;
  }
}
