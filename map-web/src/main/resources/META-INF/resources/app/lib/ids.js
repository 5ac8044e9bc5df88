// @ts-check
/** @returns {string} a key that no other request has; also where the page has no secure context */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
