// @ts-check
/** The fields of a service place; `draft` is a FacilityDraft, `kinds` the FacilityKinds. */
import { html } from 'lit';
import { language, t } from '../state/language.js';

/** @param {any} draft @param {any[]} kinds */
export function facilityFields(draft, kinds) {
  const { values, pin } = draft;
  return html`<div class="field">
      <label for="kind">${t('facility.kind')}</label>
      <select id="kind" name="kind" required>
        <option value="" ?selected=${!values.kind}>${t('facility.chooseKind')}</option>
        ${kinds.map(({ code, names }) => html`<option value=${code} ?selected=${values.kind === code}>${language.name(names)}</option>`)}
      </select>
    </div>
    <div class="two">${textField(draft, 'en', 'facility.nameEn')} ${textField(draft, 'zh', 'facility.nameZh')}</div>
    <p class="small ${pin ? 'second' : ''}" role="status">${pin ? t('facility.placed', { place: `${pin.lat.toFixed(5)}, ${pin.lon.toFixed(5)}` }) : t('facility.clickMap')}</p>
    ${textField(draft, 'address', 'facility.address')}
    <div class="field">
      <label for="hours">${t('facility.hours')}</label>
      <input id="hours" name="hours" autocomplete="off" spellcheck="false" placeholder="Mo-Fr 09:00-17:00; Sa 10:00-14:00" aria-describedby="hours-hint" .value=${values.hours ?? ''} />
      <p id="hours-hint" class="small second">${t('facility.hoursHint')}</p>
    </div>
    <div class="two">${textField(draft, 'phone', 'facility.phone', 'tel')} ${textField(draft, 'capacity', 'facility.capacity', 'number')}</div>
    ${textField(draft, 'website', 'facility.website', 'url')}
    <div class="field">
      <label for="services">${t('facility.services')}</label>
      <textarea id="services" name="services" .value=${values.services ?? ''}></textarea>
    </div>`;
}

/** @param {any} draft @param {string} name @param {string} key @param {string} [type] */
function textField(draft, name, key, type = 'text') {
  return html`<div class="field">
    <label for=${name}>${t(key)}</label>
    <input id=${name} name=${name} type=${type} min="0" autocomplete="off" .value=${String(draft.values[name] ?? '')} />
  </div>`;
}
