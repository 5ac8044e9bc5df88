// @ts-check
/** What stands at the right of the console: a case, a new incident, a service place, or nothing. */
import { html } from 'lit';

const JUMP_ZOOM = 17;
/** Not needed for the first look at the console. @type {Record<string, {name: string, bring: () => Promise<unknown>}>} */
const PANELS = {
  form: { name: 'gw-incident-form', bring: () => import('./incident-form.js') },
  case: { name: 'gw-case', bring: () => import('./case-panel.js') },
  place: { name: 'gw-facility-side', bring: () => import('./facility-side.js') },
  'place-form': { name: 'gw-facility-side', bring: () => import('./facility-side.js') },
};

/** So that the first case opens at once. */
export function bringPanels() {
  for (const { bring } of Object.values(PANELS)) bring();
}

/**
 * @param {import('./console-state.js').ConsoleState} state @param {import('./console-commands.js').ConsoleCommands} commands
 * @param {() => any} around what the map shows
 */
export function sidePart(state, commands, around) {
  const wanted = PANELS[state.panel];
  if (wanted && !customElements.get(wanted.name)) {
    wanted.bring().then(() => state.changed());
    return '';
  }
  switch (state.panel) {
    case 'form':
      return html`<gw-incident-form
        class="side"
        .report=${state.report}
        .around=${around}
        @place-pick=${(/** @type {CustomEvent} */ { detail }) => state.reveal(detail.lon, detail.lat, JUMP_ZOOM)}
        @form-filed=${(/** @type {CustomEvent} */ { detail }) => commands.filed(detail)}
        @form-close=${() => commands.back()}
      ></gw-incident-form>`;
    case 'case':
      return html`<gw-case
        class="side"
        .store=${state.case}
        .facilities=${state.facilities}
        ?mayAct=${state.mayAct}
        @step-ask=${(/** @type {CustomEvent} */ { detail }) => commands.ask(detail)}
        @incident-pick=${(/** @type {CustomEvent} */ { detail }) => commands.show(detail.id)}
        @facility-show=${(/** @type {CustomEvent} */ { detail }) => commands.pointAtFacility(detail)}
        @case-close=${() => commands.back()}
        @case-map=${() => commands.showOnMap()}
      ></gw-case>`;
    case 'place':
    case 'place-form':
      return html`<gw-facility-side
        class="side"
        .store=${state.facilities}
        .draft=${state.draft}
        ?editing=${state.panel === 'place-form'}
        @facility-close=${() => commands.back()}
        @facility-edit=${(/** @type {CustomEvent} */ { detail }) => commands.editFacility(detail.editing)}
        @facility-saved=${(/** @type {CustomEvent} */ { detail }) => commands.facilitySaved(detail.id)}
      ></gw-facility-side>`;
    default:
      return '';
  }
}
