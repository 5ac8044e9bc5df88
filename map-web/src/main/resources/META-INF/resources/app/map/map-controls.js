// @ts-check
/** The buttons for closer and wider, and whose data the map shows. */
import { L } from './leaflet.js';

export class MapControls {
  #credit = L.control.attribution({ prefix: false, position: 'bottomright' });

  /** @param {L.Map} map @param {boolean} zoom whether there are buttons */
  open(map, zoom) {
    this.#credit.addTo(map); // at the very edge, under the zoom buttons
    if (zoom) L.control.zoom({ position: 'bottomright' }).addTo(map);
  }

  /** @param {string} whose */
  credit(whose) {
    this.#credit.addAttribution(whose);
  }

  /** @param {ParentNode} root in which the map stands @param {string[]} labels closer, wider */
  name(root, labels) {
    root.querySelectorAll('.leaflet-control-zoom a').forEach((button, i) => {
      button.setAttribute('aria-label', labels[i]);
      button.setAttribute('title', labels[i]);
    });
  }
}
