/**
 * A pressed button comes back as a text, so its body begins with two characters that nobody sees or types
 * (INVISIBLE SEPARATOR, INVISIBLE TIMES). They make a text a press, not a lawful one: that takes the seal.
 */
const MARK = '\u2063\u2062';

/** The ActionBody of a button with this payload. */
export function actionBody(payload: string): string {
  return MARK + payload;
}

/** The payload of a pressed button; null for a text that was typed. */
export function pressedPayload(text: string): string | null {
  return text.startsWith(MARK) ? text.slice(MARK.length) : null;
}
