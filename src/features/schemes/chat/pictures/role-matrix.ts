import type { CompiledScheme } from '../../../../access/compile.ts';
import type { RoleRight } from '../../../../access/diff.ts';
import type { Right } from '../../../../access/vocabulary.ts';
import type { Translator } from '../../../../chat/i18n.ts';
import { actionsOf, resourceTitle, rightsInline } from '../../../../chat/parts/rights.ts';
import { roleTitle } from '../../../../chat/parts/role-titles.ts';
import { drawable, widthOf, wrapped } from './lettering.ts';
import { type Mark, type Matrix, type MatrixBlock, matrixOf } from './matrix.ts';
import {
  BLOCK_PADDING,
  drawPage,
  fitsHead,
  headHeight,
  LABELS,
  LEGEND_HEIGHT,
  LINE,
  MARGIN,
  MAX_HEIGHT,
  notesHeight,
  type Page,
  ROW_PADDING,
  type Row,
  TEXT,
  TOP,
  WIDTH,
} from './matrix-page.ts';

/** Narrower columns would put the marks together. */
const MAX_ROLES = 12;
const LEGEND_ORDER: readonly Mark[] = ['yes', 'no', 'own', 'never'];

/**
 * The matrix of a scheme as pictures (SVG): rows are rights by kind of resource, columns are roles. As many pages as
 * legible letters take; each is a picture of its own, with its roles and the legend.
 */
export function roleMatrix(scheme: CompiledScheme, t: Translator): string[] {
  const matrix = matrixOf(scheme);
  const numbers = numbersRoles(scheme, t);
  const titles = titlesIn(scheme, t).map((title, place) =>
    numbers ? `${place + 1}. ${drawable(title)}` : drawable(title),
  );
  const pages = chunks(titles, MAX_ROLES).flatMap((roles, part, parts) => {
    const first = parts.slice(0, part).reduce((sum, earlier) => sum + earlier.length, 0);
    return pagesOf(matrix, roles, first, t);
  });
  const used = new Set(matrix.blocks.flatMap(({ rows }) => rows.flatMap((row) => row.marks)));
  const legend = LEGEND_ORDER.filter((mark) => used.has(mark)).map(
    (mark) => [mark, t.text(`matrix-${mark}`)] as const,
  );
  return pages.map((page, index) => {
    const count = pages.length > 1 ? `${index + 1} / ${pages.length}` : '';
    return drawPage(page, t.text('matrix-title'), count, legend);
  });
}

/**
 * Whether the columns bear numbers, because some title cannot be shown whole: a person who shows the pictures then names
 * the roles beside them.
 */
export function numbersRoles(scheme: CompiledScheme, t: Translator): boolean {
  return titlesIn(scheme, t).some((title) => drawable(title) !== title || !fitsHead(title));
}

function titlesIn({ roles, declaration }: CompiledScheme, t: Translator): string[] {
  return roles.map(({ key }) => roleTitle(t, declaration.key, key));
}

function chunks<T>(items: readonly T[], most: number): T[][] {
  const parts = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(part * size, (part + 1) * size));
}

function pagesOf(matrix: Matrix, roles: readonly string[], first: number, t: Translator): Page[] {
  const blocks = matrix.blocks.map((block) => rowsOf(block, first, roles.length, t));
  const notes = matrix.nobody.length === 0 ? [] : noteLines(matrix.nobody, t);
  const noteHeight = notesHeight(notes);
  const room = MAX_HEIGHT - TOP - headHeight(roles) - LEGEND_HEIGHT - MARGIN;
  const heights = blocks.map((rows) => rows.reduce((sum, row) => sum + row.height, 0));
  const parts = evenly(noteHeight === 0 ? heights : [...heights, noteHeight], room);
  return parts.map(({ from, to }) => ({
    roles,
    rows: blocks.slice(from, to).flat(),
    notes: to > blocks.length ? notes : [],
  }));
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** As few parts as the room allows, and among such the most even: a page with a single row looks like a mistake. */
function evenly(heights: readonly number[], room: number): Part[] {
  let best = filled(heights, room);
  for (let limit = room - LINE; limit > 0; limit -= LINE) {
    const parts = filled(heights, limit);
    if (parts.length > best.length) break;
    best = parts;
  }
  return best;
}

/** Parts no higher than the limit, each as full as can be; what is higher alone has a part of its own. */
function filled(heights: readonly number[], limit: number): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let used = 0;
  for (const [index, height] of heights.entries()) {
    if (used > 0 && used + height > limit) {
      parts.push({ from, to: index });
      from = index;
      used = 0;
    }
    used += height;
  }
  return [...parts, { from, to: heights.length }];
}

function rowsOf({ resource, rows }: MatrixBlock, first: number, count: number, t: Translator): Row[] {
  return rows.map(({ rights, marks }, index): Row => {
    const opens = index === 0;
    const bold = opens ? titleOf(resource, t) : '';
    const text = actions(resource, rights, t);
    const together = opens && widthOf(`${bold}: ${text}`, TEXT) <= LABELS - 16;
    const lines = together ? [`: ${text}`] : wrapped(text, TEXT, LABELS - 16);
    if (opens && !together) lines.unshift('');
    const height = lines.length * LINE + 2 * ROW_PADDING + (opens ? BLOCK_PADDING : 0);
    return { bold, lines, marks: marks.slice(first, first + count), height, opens };
  });
}

/** What other systems added is called as there, and that may be in any letters. */
function titleOf(resource: string, t: Translator): string {
  return drawable(resourceTitle(resource, t));
}

function actions(resource: string, rights: readonly Right[], t: Translator): string {
  return drawable(actionsOf(resource, whole(rights), t));
}

function whole(rights: readonly Right[]): RoleRight[] {
  return rights.map((right) => ({ right, only: null }));
}

/** "Nobody here: campaigns; bots: export, import." */
function noteLines(nobody: readonly Right[], t: Translator): string[] {
  const text = t.text('matrix-nobody', { resources: { composed: rightsInline(whole(nobody), t) } });
  return wrapped(drawable(text), TEXT, WIDTH - 2 * MARGIN);
}
