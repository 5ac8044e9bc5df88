// @ts-check
/** What the colours of the insight page's map mean now. */
import { html } from 'lit';
import { densityAt } from '../lib/insight.js';
import { language, t } from '../state/language.js';
import { shortNumber } from './formats.js';
import './map-legend.js';

/** @typedef {import('../state/insight.js').InsightStore} Store */
/** @typedef {import('./area-tint.js').AreaTint} Tint */

/** @param {Store} store @param {Tint} tint @param {{lon: number, lat: number} | null} probe where the pointer is @param {Uint8ClampedArray} ramp */
export function legendOf(store, tint, probe, ramp) {
  if (store.view.mode === 'reach') return reachLegend(store, tint);
  return store.view.mode === 'areas' ? areaLegend(store, tint) : heatLegend(store, probe, ramp);
}

/** @param {Store} store @param {{lon: number, lat: number} | null} probe @param {Uint8ClampedArray} ramp */
function heatLegend({ heat, view }, probe, ramp) {
  const head = heat.answer?.head.difference === (view.mode === 'change') ? heat.answer.head : null;
  if (!head) return '';
  const value = probe && heat.answer && densityAt(heat.answer, probe.lon, probe.lat);
  const here = value === null || value === undefined ? t('insight.inView', { n: head.inside }) : t('insight.here', { value: `${head.difference && value > 0 ? '+' : ''}${shortNumber(value)}` });
  return html`<gw-map-legend
    .head=${head}
    .ramp=${ramp}
    heading=${t(view.mode === 'change' ? 'insight.perKm2Change' : 'insight.perKm2')}
    here=${head.difference && !probe ? t('insight.comparedWith', { n: head.inside > 0 ? `+${language.number(head.inside)}` : language.number(head.inside) }) : here}
    ?busy=${heat.state === 'loading'}
  ></gw-map-legend>`;
}

/** @param {Store} store @param {Tint} tint */
function areaLegend({ view, table }, tint) {
  if (!table.answer || tint.classes.length === 0) return '';
  return html`<gw-map-legend .classes=${tint.classes} heading=${t(`insight.metricName.${view.metric}`)} ?busy=${table.state === 'loading'}></gw-map-legend>`;
}

/** @param {Store} store @param {Tint} tint */
function reachLegend({ reach, view, kinds }, tint) {
  if (!reach.answer || tint.classes.length === 0) return '';
  const kind = language.name(kinds.find(({ code }) => code === view.reach.kind)?.names);
  const heading = t('reach.legend', { who: t(`reach.of.${view.reach.of}`), kind, time: language.span(view.reach.minutes * 60_000) });
  return html`<gw-map-legend .classes=${tint.classes} heading=${heading} ?busy=${reach.state === 'loading'}></gw-map-legend>`;
}
