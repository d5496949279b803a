const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\uFFFC]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text with NUL and lone surrogates replaced by U+FFFD, unit for unit, so offsets keep their meaning.
 * Neither Postgres nor the Bot API ("strings must be encoded in UTF-8") takes them.
 */
export function storable(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');
}

/** Whether a reader would see anything at all. Telegram refuses a message without a visible character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * The last place at or before `limit` (UTF-16 units from the start) that splits neither a surrogate pair nor,
 * unless one grapheme alone is longer than half of the limit, a grapheme.
 */
export function graphemeBoundary(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const boundary = graphemes.segment(text.slice(0, limit + 64)).containing(limit)?.index ?? 0;
  if (boundary >= limit / 2) return boundary;
  const next = text.codePointAt(limit - 1) ?? 0;
  return next > 0xffff ? limit - 1 : limit;
}

/** The text, cut with `…` to at most `limit` UTF-16 units. */
export function ellipsize(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, graphemeBoundary(text, limit - 1))}…`;
}
