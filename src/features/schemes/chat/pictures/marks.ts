import type { Mark } from './matrix.ts';

/** A mark around its centre. Shapes differ, not only colours: they are told apart in grey and by the colour-blind. */
export function markAt(mark: Mark, x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">${SHAPES[mark]}</g>`;
}

const SHAPES: Readonly<Record<Mark, string>> = {
  yes:
    '<circle r="17" fill="#1f9d57"/>' +
    '<path d="M-8 0.5 L-2.5 6.5 L8.5 -6" fill="none" stroke="#fff" stroke-width="4.4" stroke-linecap="round" stroke-linejoin="round"/>',
  own:
    '<circle r="15" fill="#fff" stroke="#c77700" stroke-width="4"/>' +
    '<path d="M0 -15 A15 15 0 0 0 0 15 Z" fill="#c77700"/>',
  never:
    '<circle r="15" fill="#fff" stroke="#cc2f3c" stroke-width="4.4"/>' +
    '<path d="M-10.6 10.6 L10.6 -10.6" stroke="#cc2f3c" stroke-width="4.4"/>',
  no: '<circle r="4" fill="#c3cad3"/>',
};
