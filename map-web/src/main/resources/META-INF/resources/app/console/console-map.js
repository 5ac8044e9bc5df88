// @ts-check
/** The map of the console with what lies over it: service places, hints, legend. */
import { html } from 'lit';
import { LEGEND } from '../lib/marks.js';
import { language, t } from '../state/language.js';
import '../map/area-map.js';
import '../ui/facility-filter.js';
import '../ui/state-mark.js';
import './map-tools.js';

/** One and the same, so that the map sees no change. @type {any[]} */
const NOTHING = [];

/** What the switches, the tools and the legend take of the map; on a small screen the case lies over it as well. */
const COVERED = { top: 64, right: 64, bottom: 60, left: 12 };
const COVERED_BY_CASE = { ...COVERED, right: 424 };
const NARROW = matchMedia('(min-width: 721px) and (max-width: 1080px)');

/** @typedef {import('./console-state.js').ConsoleState} ConsoleState */
/** @typedef {import('./console-commands.js').ConsoleCommands} ConsoleCommands */

/** @typedef {{holds: boolean, moved: () => void, whole: () => void, share: () => void}} Page what the page does for the map; `holds`: the map stands where the address says */

/** @param {ConsoleState} state @param {ConsoleCommands} commands @param {Page} page */
export function mapPart(state, commands, page) {
  const { areas, facilities, map } = state;
  return html`<section class="map" aria-label=${t('console.map')}>
    <gw-map
      .cells=${areas.cells}
      .boxes=${areas.chosen === null || page.holds ? NOTHING : areas.boxes()}
      .incidents=${map.layers.incidents ? state.incidents : NOTHING}
      .workers=${map.layers.workers ? state.workers : NOTHING}
      .covered=${NARROW.matches && state.panel !== 'none' ? COVERED_BY_CASE : COVERED}
      .tint=${map.layers.tint}
      .streets=${map.layers.streets}
      .tool=${map.tool}
      .facilities=${facilities.shown}
      .facilityKinds=${facilities.kinds}
      .facility=${facilities.selected}
      .selected=${state.selected}
      .pin=${state.pin}
      .language=${language.current}
      ?picking=${state.picking !== 'none' || state.panel === 'place-form'}
      label=${t('console.map')}
      zoomInLabel=${t('map.in')}
      zoomOutLabel=${t('map.out')}
      @map-move=${page.moved}
      @lasso-done=${(/** @type {CustomEvent} */ { detail }) => commands.markWithin(detail.ring)}
      @tool-end=${() => map.take('none')}
      @incident-pick=${(/** @type {CustomEvent} */ { detail }) => commands.show(detail.id)}
      @map-pick=${(/** @type {CustomEvent} */ { detail }) => commands.pickPlace(detail.lon, detail.lat)}
      @worker-pick=${(/** @type {CustomEvent} */ { detail }) => commands.pickWorker(detail.id)}
      @facility-pick=${(/** @type {CustomEvent} */ { detail }) => commands.pickFacility(detail.id)}
    ></gw-map>
    <gw-facility-filter class="places" .store=${facilities}>
      ${state.mayKeepPlaces ? html`<button data-add-place @click=${() => commands.newFacility()}>${t('facility.add')}</button>` : ''}
    </gw-facility-filter>
    <gw-map-tools class="tools" .choice=${map} .facilities=${facilities} @map-whole=${page.whole} @view-share=${page.share}></gw-map-tools>
    ${pickingHint(state)} ${toolHint(map.tool)} ${notice(state)}
    <ul class="legend">
      ${LEGEND.map(({ key, mark }) => html`<li><gw-mark .mark=${mark}></gw-mark>${t(`legend.${key}`)}</li>`)}
      <li><i class="worker"></i>${t('legend.worker')}</li>
    </ul>
  </section>`;
}

/** @param {ConsoleState} state */
function pickingHint({ picking, report }) {
  if (picking === 'none' || (picking === 'new' && report.placed)) return '';
  return html`<p class="hint" role="status">${t(`picking.${picking}`)} <kbd>Esc</kbd></p>`;
}

/** @param {import('../state/map-choice.js').MapChoice['tool']} tool */
function toolHint(tool) {
  return tool === 'none' ? '' : html`<p class="hint" role="status">${t(`tool.${tool}`)} <kbd>Esc</kbd></p>`;
}

/** What the operator must know before believing the map. @param {ConsoleState} state */
function notice({ areas, watch }) {
  if (areas.state === 'failed' || areas.cellsState === 'failed') return hint('console.cellsFailed', 'alert');
  if (areas.state === 'ready' && areas.chosen === null) return hint('console.noAreas', 'status');
  if (watch.state === 'forbidden') return hint('console.areaForbidden', 'alert');
  if (areas.cellsState === 'ready' && areas.cells?.features.length === 0) return hint('console.noCells', 'status');
  return '';
}

/** @param {string} key @param {'alert' | 'status'} role */
function hint(key, role) {
  return html`<p class="hint" role=${role}>${t(key)}</p>`;
}
