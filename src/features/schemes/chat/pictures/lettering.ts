/** Advance widths of PT Sans, in thousandths of the size, by what the letters have in common. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iіїjlІЇIJ.,:;!'’|()-]/, 300],
  [/[ ftrгґт/]/, 390],
  [/[mwшщмфыюжMWШЩЖЮЫФ—]/, 790],
  [/\p{Lu}/u, 660],
];
const ORDINARY = 560;

/** Width of a text at a size, in the units of the size; a little too much rather than too little. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? ORDINARY;
  return (width * size) / 1000;
}

/** Lines no wider than `width`, broken between words; a word wider than that has a line of its own. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The text, or as much of it as fits `width` with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Latin, Cyrillic and punctuation are what the font has; other letters would be empty boxes. */
const UNKNOWN = /[^\u0020-\u024f\u0400-\u052f\u2010-\u2026№]/gu;

/** A text that the font can show whole; "…" where it knows none of the letters. */
export function drawable(text: string): string {
  const known = text.replace(UNKNOWN, '').replace(/\s+/g, ' ').trim();
  return known === '' ? '…' : known;
}

/** A text inside SVG. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
