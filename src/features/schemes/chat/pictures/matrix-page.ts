import { escaped, fitted, widthOf, wrapped } from './lettering.ts';
import { markAt } from './marks.ts';
import type { Mark } from './matrix.ts';

/**
 * Telegram shows a picture at 1280 pixels at most; upright and within that, every letter is shown as it is drawn.
 */
export const WIDTH = 960;
export const MAX_HEIGHT = 1280;
export const MARGIN = 32;
export const LABELS = 400;
export const TEXT = 27;
export const LINE = 33;
export const ROW_PADDING = 9;
export const BLOCK_PADDING = 6;
const TITLE = 40;
/** Room for the picture's title above the roles. */
export const TOP = 84;
const MAX_ROLE = 300;
const INK = '#17202b';
const QUIET = '#566372';
const RULE = '#8b97a5';

/** One row as it is drawn. */
export interface Row {
  /** The kind of resource, in bold at the beginning of the first line. */
  readonly bold: string;
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly height: number;
  /** The first row of its kind of resource. */
  readonly opens: boolean;
}

/** One page: so many roles, so many rows, and on the last one what nobody may do. */
export interface Page {
  readonly roles: readonly string[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}
/** Titles stand upright side by side where they fit their columns, and on their heads where they do not. */
function isUpright(roles: readonly string[]): boolean {
  return roles.every((role) =>
    wrapped(role, TEXT, columnWidth(roles) - 16).every(
      (line) => widthOf(line, TEXT) <= columnWidth(roles) - 16,
    ),
  );
}

function columnWidth(roles: readonly string[]): number {
  return (WIDTH - 2 * MARGIN - LABELS) / roles.length;
}

/** Whether a role's title is shown whole above its column. */
export function fitsHead(title: string): boolean {
  return widthOf(title, TEXT) <= MAX_ROLE;
}

/** Height of the roles' titles. */
export function headHeight(roles: readonly string[]): number {
  if (!isUpright(roles))
    return Math.min(MAX_ROLE, Math.max(...roles.map((role) => widthOf(role, TEXT)))) + 28;
  const lines = roles.map((role) => wrapped(role, TEXT, columnWidth(roles) - 16).length);
  return Math.max(...lines) * LINE + 24;
}

const LEGEND_LINE = LINE + 6;
/** Two lines at most: there are four marks. */
export const LEGEND_HEIGHT = 2 * LEGEND_LINE + 8;

/** Height of the lines below the rows. */
export function notesHeight(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : lines.length * LINE + 2 * ROW_PADDING;
}

/** One page as SVG; `count` says which of how many. */
export function drawPage(
  page: Page,
  title: string,
  count: string,
  legend: readonly (readonly [Mark, string])[],
): string {
  const head = headHeight(page.roles);
  const rowsHeight = page.rows.reduce((sum, row) => sum + row.height, 0);
  const noteHeight = notesHeight(page.notes);
  const bottom = TOP + head + rowsHeight;
  const legendHeight = Math.ceil(legend.length / 2) * LEGEND_LINE + 8;
  const height = Math.round(bottom + noteHeight + legendHeight + MARGIN - 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="PT Sans" fill="${INK}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    label(title, MARGIN, 60, { size: TITLE, bold: true }),
    label(count, WIDTH - MARGIN, 60, { size: TEXT, anchor: 'end', fill: QUIET }),
    ...page.roles.map((_, column) => stripe(page.roles, column, bottom)),
    ...heads(page.roles, head),
    ...drawnRows(page),
    `<rect x="${MARGIN}" y="${bottom}" width="${WIDTH - 2 * MARGIN}" height="2" fill="${RULE}"/>`,
    ...page.notes.map((line, index) =>
      label(line, MARGIN, bottom + ROW_PADDING + (index + 1) * LINE - 8, { fill: QUIET }),
    ),
    ...drawnLegend(legend, bottom + noteHeight),
    '</svg>',
  ].join('\n');
}

/** Every second column is shaded, so that the eye finds its way down from the title. */
function stripe(roles: readonly string[], column: number, bottom: number): string {
  if (column % 2 === 1) return '';
  const width = columnWidth(roles);
  const x = MARGIN + LABELS + column * width;
  return `<rect x="${x}" y="${TOP}" width="${width}" height="${bottom - TOP}" fill="#f0f4f9"/>`;
}

function heads(roles: readonly string[], head: number): string[] {
  const width = columnWidth(roles);
  const upright = isUpright(roles);
  return roles.flatMap((role, column) => {
    const x = MARGIN + LABELS + (column + 0.5) * width;
    if (!upright) {
      const title = fitted(role, TEXT, MAX_ROLE);
      return [
        `<g transform="translate(${x + 9} ${TOP + head - 14}) rotate(-90)">${label(title, 0, 0, { bold: true })}</g>`,
      ];
    }
    const lines = wrapped(role, TEXT, width - 16);
    return lines.map((line, index) =>
      label(line, x, TOP + head - 16 - (lines.length - 1 - index) * LINE, { bold: true, anchor: 'middle' }),
    );
  });
}

function drawnRows({ roles, rows }: Page): string[] {
  const width = columnWidth(roles);
  let y = TOP + headHeight(roles);
  return rows.flatMap((row) => {
    const top = y;
    y += row.height;
    const text = top + ROW_PADDING + (row.opens ? BLOCK_PADDING : 0);
    return [
      `<rect x="${MARGIN}" y="${top}" width="${WIDTH - 2 * MARGIN}" height="${row.opens ? 2 : 1}" fill="${row.opens ? RULE : '#d9dfe6'}"/>`,
      ...row.lines.map((line, index) =>
        label(line, MARGIN, text + (index + 1) * LINE - 8, { lead: index === 0 ? row.bold : '' }),
      ),
      ...row.marks.map((mark, column) =>
        markAt(mark, MARGIN + LABELS + (column + 0.5) * width, top + row.height / 2 + (row.opens ? 3 : 0)),
      ),
    ];
  });
}

/** The marks that occur, two in a line. */
function drawnLegend(legend: readonly (readonly [Mark, string])[], y: number): string[] {
  return [
    `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="2" fill="${RULE}"/>`,
    ...legend.flatMap(([mark, text], index) => {
      const x = MARGIN + 20 + (index % 2) * ((WIDTH - 2 * MARGIN) / 2);
      const middle = y + 32 + Math.floor(index / 2) * LEGEND_LINE;
      return [markAt(mark, x, middle), label(text, x + 32, middle + 9)];
    }),
  ];
}

function label(
  text: string,
  x: number,
  y: number,
  look: { size?: number; bold?: boolean; lead?: string; anchor?: 'middle' | 'end'; fill?: string } = {},
): string {
  const { size = TEXT, bold = false, lead = '', anchor = 'start', fill } = look;
  const styles = `${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${fill === undefined ? '' : ` fill="${fill}"`}`;
  const first = lead === '' ? '' : `<tspan font-weight="700">${escaped(lead)}</tspan>`;
  return `<text x="${x}" y="${y}" font-size="${size}"${styles}>${first}${escaped(text)}</text>`;
}
