/**
 * Characters that could make a name pretend to be other text: controls, line breaks, reordering marks and
 * everything invisible. The joiner and the variation selectors stay: emoji need them.
 */
const TREACHEROUS = /(?!\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Foreign text as one line without anything invisible or reordering; may come out empty. */
export function plainText(text: string): string {
  return text.slice(0, 4096).replace(/\s+/gu, ' ').replace(TREACHEROUS, '').trim();
}
