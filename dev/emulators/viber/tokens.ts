/**
 * Message tokens: 19 digits, more than a double holds, and raw numbers on the wire. They begin with the clock, so
 * that a bot which remembers those it has seen takes the messages of the next emulator for new ones.
 */
export function createTokens(now: () => Date): () => string {
  let next = BigInt(now().getTime()) * 1_000_000n + 1n;
  return () => String(next++);
}

/** The object as JSON, with the token as a raw number, which `JSON.stringify` could not write. */
export function jsonWithToken(token: string, object: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(object);
  return json === '{}' ? `{"message_token":${token}}` : `${json.slice(0, -1)},"message_token":${token}}`;
}
