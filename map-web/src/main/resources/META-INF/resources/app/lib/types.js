// @ts-check
/**
 * The shapes that the server's answers have (docs/api.md); type definitions only.
 *
 * @typedef {Record<string, string>} Names
 * @typedef {{workerId: number, name: string, state: string, assignmentId: string}} Assignee
 * @typedef {{names: Names, near: boolean}} Address what a point that came without words is called
 * @typedef {object} Incident
 * @property {string} id
 * @property {number} number
 * @property {string} category
 * @property {string} severity
 * @property {string} stage
 * @property {string} placement
 * @property {number | null} lon
 * @property {number | null} lat
 * @property {number | null} cellId
 * @property {string} areaPath
 * @property {string | null} placeText
 * @property {Address | null} [address]
 * @property {string} reportedAt
 * @property {string | null} dueAt
 * @property {number} version
 * @property {Assignee | null} [assignee]
 * @property {number | null} [keeper] the user who has the case
 * @property {string | null} [waiting] why it waits for an operator
 * @property {string} [description]
 *
 * @typedef {object} Entry
 * @property {string} cursor
 * @property {string} at
 * @property {string} kind
 * @property {string} areaPath
 * @property {number | null} workerId
 * @property {string} actor
 * @property {string} [actorName]
 * @property {any} payload
 *
 * @typedef {object} Worker
 * @property {number} id
 * @property {string} name
 * @property {string | null} rank
 * @property {string[]} skills
 * @property {number} capacity
 * @property {boolean} onDuty
 * @property {number} activeAssignments
 * @property {Position | null} position
 *
 * @typedef {{lon: number, lat: number, at: string, headingDegrees?: number | null}} Position
 * @typedef {{code: string, version: number, names: Names, severity: string, autoFile: boolean}} Category
 * @typedef {{role: string, areaId: number, areaCode: string | null, areaNames: Names | null, areaPath: string}} Role
 * @typedef {{id: number, login: string, name: string, roles: Role[], workerId: number | null}} User
 *
 * @typedef {object} Assignment
 * @property {string} id
 * @property {string} state
 * @property {number} version
 * @property {string} offeredAt
 * @property {string | null} expiresAt
 * @property {Incident & {categoryNames?: Names, attachments?: {id: string}[]}} incident
 */
export {};
