/** A string, or a number with all that may belong to it. */
const TOKENS = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LARGE_INTEGER = /^-?\d{16,}$/;

/**
 * `JSON.parse`, with whole numbers of 16 digits and more as text: message tokens are 64-bit numbers, and a double
 * holds 53 bits. Throws a SyntaxError.
 */
export function parseLossless(json: string): unknown {
  // Only what is JSON is searched: elsewhere a quote without an end would be looked for from every other quote.
  const parsed: unknown = JSON.parse(json);
  if (!/\d{16}/.test(json)) return parsed;
  return JSON.parse(json.replace(TOKENS, (token) => (LARGE_INTEGER.test(token) ? `"${token}"` : token)));
}
