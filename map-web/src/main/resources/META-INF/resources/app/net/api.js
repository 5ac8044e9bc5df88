// @ts-check
/** Our server's requests by name (docs/api.md). */
import { get, getBytes, getFile, post, request } from './http.js';

/** @typedef {import('../lib/types.js').Incident} Incident */

/** @param {Record<string, unknown>} values leaves out what is empty */
function query(values) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  return params.size > 0 ? `?${params}` : '';
}

export const getSession = () => get('/api/session');
/** @param {string} login @param {string} password */
export const signIn = (login, password) => post('/api/session', { login, password });
export const signOut = () => request('DELETE', '/api/session');

/** @param {number | null} [parent] */
export const listAreas = (parent) => get(`/api/areas${query({ parent })}`);
/** @param {number} id */
export const getArea = (id) => get(`/api/areas/${id}`);
/** How many live there. @param {number} id */
export const getResidents = (id) => get(`/api/areas/${id}/residents`);
/** @param {number} id @param {'low' | 'high'} detail low is for a whole city on one screen */
export const getCells = (id, detail) => get(`/api/areas/${id}/cells.geojson?detail=${detail}`);
/** @param {number} lon @param {number} lat */
export const locate = (lon, lat) => get(`/api/locate${query({ lon, lat })}`);
export const listAreaTypes = () => get('/api/area-types');
/** @param {number} id 0 for all of the ground @param {string} level */
export const listFaults = (id, level) => get(`/api/areas/${id}/faults?level=${encodeURIComponent(level)}`);
/** @param {number} id @param {number} [before] */
export const listEdits = (id, before) => get(`/api/areas/${id}/edits${query({ before })}`);
/** A preview without `basis`, the edit itself with it. @param {number} id @param {'split' | 'merge' | 'reshape' | 'repairs' | 'divide'} edit @param {Record<string, unknown>} body */
export const editArea = (id, edit, body) => post(`/api/areas/${id}/${edit}`, body);
/** @param {number} area */
export const listDrafts = (area) => get(`/api/areas/${area}/drafts`);
/** @param {number} area @param {string} name @param {Record<string, unknown>} division as it was shown */
export const keepDraft = (area, name, division) => post(`/api/areas/${area}/drafts`, { name, division });
/** @param {number} id */
export const getDraft = (id) => get(`/api/area-drafts/${id}`);
/** @param {number} id @param {string} [effectiveAt] */
export const adoptDraft = (id, effectiveAt) => post(`/api/area-drafts/${id}/adopt`, { effectiveAt });
/** @param {number} id */
export const dropDraft = (id) => request('DELETE', `/api/area-drafts/${id}`);
/** @param {import('../state/area-export.js').Wanted} wanted */
export const exportAreas = ({ format, level, crs }) => getFile(`/api/areas/export?${new URLSearchParams({ format, level, crs })}`);
/** @param {number} area 0 for all of the ground */
export const listPlannedEdits = (area) => get(`/api/areas/${area}/planned-edits`);
/** @param {number} id */
export const getPlannedEdit = (id) => get(`/api/planned-edits/${id}`);
/** @param {number} id */
export const cancelPlannedEdit = (id) => request('DELETE', `/api/planned-edits/${id}`);
/** @param {number} id of the edit */
export const undoEdit = (id) => post(`/api/area-edits/${id}/undo`);
/** @param {File} file */
export const sendAreaFile = (file) => request('POST', `/api/area-imports${query({ name: file.name })}`, { form: file });
/** @param {string} id @param {Record<string, string>} reading */
export const previewAreaFile = (id, reading) => get(`/api/area-imports/${id}/preview${query(reading)}`);
/** @param {string} id @param {Record<string, unknown>} choice */
export const startAreaImport = (id, choice) => post(`/api/area-imports/${id}/runs`, choice);
/** @param {string} id */
export const getAreaImport = (id) => get(`/api/area-imports/${id}`);
/** @param {string} id */
export const cancelAreaImport = (id) => post(`/api/area-imports/${id}/cancel`);
export const listCategories = () => get('/api/categories');
export const getEscalationRules = () => get('/api/escalation-rules');
/** @param {{rungs: import('../lib/rules.js').Rung[], version: number}} rules as they were read, changed */
export const publishEscalationRules = (rules) => request('PUT', '/api/escalation-rules', { body: rules });
export const getDispatchRules = () => get('/api/dispatch-rules');
/** @param {{ladder: string[], nearbyLevelsUp: number, maxAttempts: number}} rules */
export const publishDispatchRules = (rules) => request('PUT', '/api/dispatch-rules', { body: rules });

/** @param {number} area */
export const getSnapshot = (area) => get(`/api/live/snapshot${query({ area })}`);

/** @param {number} area */
export const getWallFigures = (area) => get(`/api/wall/figures${query({ area })}`);
export const listWallScenes = () => get('/api/wall/scenes');
/** @param {Record<string, unknown>} scene */
export const createWallScene = (scene) => post('/api/wall/scenes', scene);
/** @param {number} id @param {Record<string, unknown>} scene */
export const updateWallScene = (id, scene) => request('PUT', `/api/wall/scenes/${id}`, { body: scene });
/** @param {number} id */
export const removeWallScene = (id) => request('DELETE', `/api/wall/scenes/${id}`);

/** @param {Record<string, unknown>} report @param {string} key the same key again has the same effect once */
export const report = (report, key) => post('/api/incidents', report, { key });
/** @param {Record<string, unknown>} values */
export const listIncidents = (values) => get(`/api/incidents${query(values)}`);
export const listSavedFilters = () => get('/api/saved-filters');
/** The same name again replaces the filter. @param {string} name @param {Record<string, unknown>} filter */
export const saveFilter = (name, filter) => post('/api/saved-filters', { name, filter });
/** @param {number} id */
export const removeSavedFilter = (id) => request('DELETE', `/api/saved-filters/${id}`);
/** @param {string} id */
export const getIncident = (id) => get(`/api/incidents/${id}`);
/** @param {string} id */
export const getStory = (id) => get(`/api/incidents/${id}/story`);
/** @param {string} id @param {string} language */
export const getDecisions = (id, language) => get(`/api/incidents/${id}/decisions`, { language });
/** @param {string} id */
export const getReporter = (id) => get(`/api/incidents/${id}/reporter`);
/** @param {string} id @param {string} language */
export const getCandidates = (id, language) => get(`/api/incidents/${id}/candidates`, { language });
/** @param {string} id @param {string} command @param {Record<string, unknown>} body */
export const command = (id, command, body) => post(`/api/incidents/${id}/commands/${command}`, body);
/** @param {string} id @param {'assign' | 'recall' | 'dispatch'} step @param {Record<string, unknown>} body */
export const dispatchStep = (id, step, body) => post(`/api/incidents/${id}/${step}`, body);

/** Where it may be, by its words. @param {string} id */
export const listPlaceSuggestions = (id) => get(`/api/incidents/${id}/place-suggestions`);
/** @param {Record<string, unknown>} values */
export const countIncidents = (values) => get(`/api/incidents/count${query(values)}`);
/** @param {Record<string, unknown>} values */
export const getShiftSummary = (values) => get(`/api/shift-summary${query(values)}`);
/** @param {Record<string, unknown>} body */
export const writeShiftNote = (body) => post('/api/shift-notes', body);
/** Takes back the caller's last step. @param {string} id @param {number} version */
export const undoIncident = (id, version) => post(`/api/incidents/${id}/undo`, { version });
export const listKeepers = () => get('/api/incidents/keepers');
/** @param {string} id who else could take the case */
export const listColleagues = (id) => get(`/api/incidents/${id}/colleagues`);
/** @param {string} id @param {'hand-over' | 'escalate' | 'give-back'} order @param {Record<string, unknown>} body */
export const keepIncident = (id, order, body) => post(`/api/incidents/${id}/${order}`, body);

/** @param {string} id */
export const listLikely = (id) => get(`/api/incidents/${id}/duplicate-candidates`);
/** @param {Record<string, unknown>} typed what has been typed of a report so far */
export const listLikelyTyped = (typed) => post('/api/incidents/duplicate-candidates', typed);
/** @param {string} id */
export const listMerged = (id) => get(`/api/incidents/${id}/duplicates`);
/** @param {string} id @param {Record<string, unknown>} body */
export const mergeIncident = (id, body) => post(`/api/incidents/${id}/merge`, body);
/** @param {string} id @param {Record<string, unknown>} body */
export const unmergeIncident = (id, body) => post(`/api/incidents/${id}/unmerge`, body);
/** @param {string} id @param {Record<string, unknown>} body @param {string} key the same key again has the same effect once */
export const addReport = (id, body, key) => post(`/api/incidents/${id}/reports`, body, { key });

/** @param {Blob} file */
export function uploadPhoto(file) {
  const form = new FormData();
  form.set('file', file);
  return request('POST', '/api/attachments', { form });
}
/** @param {string} code */
export const track = (code) => get(`/api/track/${encodeURIComponent(code)}`);

export const getMe = () => get('/api/workers/me');
/** @param {boolean} on */
export const setDuty = (on) => request('PUT', '/api/workers/me/duty', { body: { on } });
export const listMyAssignments = () => get('/api/assignments/mine');
/** @param {string} id @param {string} step @param {Record<string, unknown>} body @param {string} [key] */
export const assignmentStep = (id, step, body, key) => post(`/api/assignments/${id}/${step}`, body, { key });
/** @param {Record<string, unknown>[]} positions */
export const sendPositions = (positions) => post('/api/positions', { positions });

export const listFacilityKinds = () => get('/api/facility-kinds');
/** @param {Record<string, unknown>} body */
export const createFacilityKind = (body) => post('/api/facility-kinds', body);
/** @param {string} code @param {Record<string, unknown>} body */
export const updateFacilityKind = (code, body) => request('PUT', `/api/facility-kinds/${code}`, { body });
/** @param {string} code @param {number} version */
export const removeFacilityKind = (code, version) => request('DELETE', `/api/facility-kinds/${code}${query({ version })}`);
/** @param {number} area */
export const getFacilityMap = (area) => get(`/api/facilities/map${query({ area })}`);
/** @param {number} id */
export const getFacility = (id) => get(`/api/facilities/${id}`);
/** @param {number} lon @param {number} lat @param {string[]} kinds none: all @param {boolean} open @param {number} limit */
export const listFacilitiesAround = (lon, lat, kinds, open, limit) => get(`/api/facilities/nearest${query({ lon, lat, kind: kinds.join(','), open, limit })}`);
/** @param {string} kind @param {string} incident @param {boolean} open */
export const listNearestFacilities = (kind, incident, open) => get(`/api/facilities/nearest${query({ kind, incident, open, limit: 3 })}`);
/** @param {Record<string, unknown>} body */
export const createFacility = (body) => post('/api/facilities', body);
/** @param {number | null} id @param {Record<string, unknown>} body */
export const updateFacility = (id, body) => request('PUT', `/api/facilities/${id}`, { body });
/** @param {number} id @param {number} version */
export const removeFacility = (id, version) => request('DELETE', `/api/facilities/${id}${query({ version })}`);

export const getPlaceSummary = () => get('/api/places/summary');
/** @param {string} q @param {string | undefined} bbox @param {AbortSignal} signal */
export const searchPlaces = (q, bbox, signal) => get(`/api/places${query({ q, bbox })}`, { signal });
/** @param {number} lon @param {number} lat */
export const nearestPlace = (lon, lat) => get(`/api/places/nearest${query({ lon, lat })}`);

export const getBasemap = () => get('/api/basemap');
/** @param {string} version @param {string} place z/x/y @returns {Promise<ArrayBuffer | null>} null: nothing there */
export const getTile = (version, place) => getBytes(`/api/basemap/${version}/${place}.mvt`);

/** @param {'areas' | 'cells'} layer @param {number} area 0 is all that the reader sees */
export const getTileLayer = (layer, area) => get(`/api/tiles/${layer}${query({ area: area || null })}`);
/** @param {string} address with {z}, {x} and {y} @param {number} z @param {number} x @param {number} y @returns {Promise<ArrayBuffer | null>} null: nothing there */
export const getLayerTile = (address, z, x, y) => getBytes(address.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)));
/** @param {'areas' | 'histogram' | 'cases' | 'reach'} what @param {Record<string, unknown>} values @param {AbortSignal} signal */
export const getInsight = (what, values, signal) => get(`/api/insight/${what}${query(values)}`, { signal });
/** @param {Record<string, unknown>} values @param {AbortSignal} signal @returns {Promise<ArrayBuffer>} */
export const getHeat = async (values, signal) => /** @type {ArrayBuffer} */ (await getBytes(`/api/insight/heat${query(values)}`, { signal }));
