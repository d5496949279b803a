/** Scripts of which many letters look like those of another one of them. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * Whether a word has letters of two scripts that look alike, as Latin and Cyrillic: such a name passes for another. Words of different scripts side by side are in order.
 */
export function mixesLookAlikes(text: string): boolean {
  return (text.match(WORDS) ?? []).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);
}
