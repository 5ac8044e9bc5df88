// @ts-check
/** The only door to our own server. Answers are JSON; faults are `Problem`s with a stable code. */

/** What the server refused, or could not be asked. `code` is 'offline' when there was no answer at all. */
export class Problem extends Error {
  /** @param {number} status @param {string} code @param {Record<string, any>} fields */
  constructor(status, code, fields = {}) {
    super(fields.detail ?? code);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  get offline() {
    return this.code === 'offline';
  }
}

/**
 * @param {string} method @param {string} path
 * @param {{body?: unknown, form?: FormData | Blob, key?: string, language?: string, signal?: AbortSignal}} [options]
 * @returns {Promise<any>} the parsed answer, null when there is none
 */
export async function request(method, path, options = {}) {
  const answer = await send(method, path, options);
  if (answer.ok) return answer.status === 204 ? null : parse(answer);
  const problem = await problemOf(answer);
  if (mayBeStaleToken(method, problem)) return retryOnce(method, path, options);
  throw problem;
}

/** @param {string} path @param {{signal?: AbortSignal, language?: string}} [options] */
export function get(path, options) {
  return request('GET', path, options);
}

/** @param {string} path @param {{signal?: AbortSignal}} [options] @returns {Promise<ArrayBuffer | null>} null when the answer is empty */
export async function getBytes(path, options = {}) {
  const answer = await send('GET', path, options);
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? null : whole(answer.arrayBuffer());
}

/** A file that is to be kept. @param {string} path @returns {Promise<{content: Blob, name: string}>} by the name that the server gives it */
export async function getFile(path) {
  const answer = await send('GET', path, {});
  if (!answer.ok) throw await problemOf(answer);
  const [, name = ''] = /filename="([^"]*)"/.exec(answer.headers.get('Content-Disposition') ?? '') ?? [];
  return { content: await whole(answer.blob()), name };
}

/** @param {string} path @param {unknown} [body] @param {{key?: string}} [options] */
export function post(path, body = {}, options = {}) {
  return request('POST', path, { ...options, body });
}

/** @param {string} method @param {string} path @param {any} options */
async function retryOnce(method, path, options) {
  await send('GET', '/api/session', {});
  const answer = await send(method, path, options);
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? null : parse(answer);
}

/** A new session makes a new token; the page may still hold the old one. @param {string} method @param {Problem} problem */
function mayBeStaleToken(method, problem) {
  return method !== 'GET' && problem.status === 403 && (!problem.code || /csrf|forbidden|403/.test(problem.code));
}

/** @param {string} method @param {string} path @param {any} options */
async function send(method, path, { body, form, key, language, signal }) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  if (key) headers['Idempotency-Key'] = key;
  if (language) headers['Accept-Language'] = language;
  try {
    return await fetch(path, { method, headers, body: form ?? (body === undefined ? undefined : JSON.stringify(body)), signal });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new Problem(0, 'offline');
  }
}

/** Whole, or not at all. @template T @param {Promise<T>} content @returns {Promise<T>} */
function whole(content) {
  return content.catch((fault) => {
    if (fault?.name === 'AbortError') throw fault;
    throw new Problem(0, 'offline');
  });
}

/** What breaks off on its way is no answer, nor is a page of something between us and the server. @param {Response} answer */
async function parse(answer) {
  return whole(answer.text().then((text) => (text ? JSON.parse(text) : null)));
}

/** @param {Response} answer */
async function problemOf(answer) {
  /** @type {Record<string, any>} */
  let fields = {};
  try {
    fields = (await parse(answer)) ?? {};
  } catch {
    fields = {};
  }
  return new Problem(answer.status, fields.code ?? String(answer.status), fields);
}

/** @param {string} name */
function cookie(name) {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : '';
}
