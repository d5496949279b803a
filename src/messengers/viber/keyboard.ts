import type { Ask, Button } from '../../chat/reply.ts';
import { ellipsize, isVisible, storable } from '../characters.ts';
import type { Keyboard, ViberButton } from './body.ts';
import { actionBody } from './pressed.ts';
import { jsonBytes } from './text.ts';

/** A row is six columns wide. */
const COLUMNS = 6;
/** Rows that a phone held upright shows (developers.viber.com, FAQ). */
const MAX_ROWS = 12;
/** Rows of a rich media message: six cards of seven. */
const MAX_RICH_ROWS = 42;
/** Characters of a button's text are 250; phones show far less, and put an ellipsis themselves. */
const MAX_LABEL = 128;
/** Bytes of a keyboard as JSON: with a text as large, a request stays below 30 KB. */
const MAX_BYTES = 13_000;
/** What `viber://forward` passes on (developers.viber.com, deep links). */
const MAX_FORWARDED = 200;
/** Characters that can be read on a button so many columns wide; what needs more gets a wider one. */
const READABLE: Readonly<Record<number, number>> = { 1: 4, 2: 16, 3: 30, 6: Number.POSITIVE_INFINITY };
/** Light enough for the dark text that every client writes. */
const TONES = { primary: '#DCD8F5', danger: '#F8D7DA' } as const;

type Cell = Omit<ViberButton, 'Columns'>;

/** Buttons of a screen: what does not fit on the keyboard goes into rich media messages before it. */
export interface Layout {
  readonly rich: readonly (readonly ViberButton[])[];
  /** Null when there are no buttons. */
  readonly keyboard: Keyboard | null;
}

/**
 * The rows as a keyboard: order kept, no button dropped. The client shows only the last keyboard sent to it, so
 * there is one; rows share lines where there are too many, and the first of them move to rich media, which stays
 * in the chat, where even that is not enough.
 */
export function layout(rows: readonly (readonly Button[])[], ask: Ask | undefined): Layout {
  const cells = rows.map((row) => row.map(cellOf));
  // Nobody can be picked in Viber: the screen's words say what else to do.
  const asked: ViberButton[] = ask?.kind === 'contact' ? [{ Columns: COLUMNS, ...askCell(ask.label) }] : [];
  const room = MAX_ROWS - asked.length;
  const all = cells.flat();
  if (all.length === 0) return { rich: [], keyboard: keyboardOf(asked) };

  const natural = cells.flatMap(lines);
  if (natural.length <= room && jsonBytes(natural.map(widths)) <= MAX_BYTES)
    return { rich: [], keyboard: keyboardOf([...natural.flatMap(widths), ...asked]) };

  const fitting = fittingFromEnd(all, room * COLUMNS);
  const kept = all.slice(all.length - fitting);
  const perLine = [1, 2, 3, COLUMNS].find((n) => Math.ceil(kept.length / n) <= room) ?? COLUMNS;
  return {
    rich: richPages(all.slice(0, all.length - fitting)),
    keyboard: keyboardOf([...chunks(kept, perLine).flatMap(widths), ...asked]),
  };
}

/** One row of the screen as lines on which each label can be read. */
function lines(row: readonly Cell[]): Cell[][] {
  const longest = Math.max(...row.map(({ Text }) => Text.length));
  const wanted = Math.min(row.length, COLUMNS);
  const perLine =
    [COLUMNS, 5, 4, 3, 2].find((n) => n <= wanted && longest <= (READABLE[Math.floor(COLUMNS / n)] ?? 0)) ??
    1;
  return chunks(row, perLine);
}

/** A line fills all six columns: a gap would be filled with the buttons of the next. */
function widths(line: readonly Cell[]): ViberButton[] {
  const width = Math.floor(COLUMNS / line.length);
  const wider = COLUMNS % line.length;
  return line.map((cell, place) => ({ Columns: width + (place < wider ? 1 : 0), ...cell }));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}

/** How many of the last cells make a keyboard within the limits. */
function fittingFromEnd(cells: readonly Cell[], most: number): number {
  let bytes = 100;
  let count = 0;
  for (const cell of [...cells].reverse()) {
    bytes += jsonBytes({ Columns: COLUMNS, ...cell }) + 1;
    if (count === most || bytes > MAX_BYTES) break;
    count++;
  }
  return count;
}

/** Cells for rich media messages, one message a page. */
function richPages(cells: readonly Cell[]): ViberButton[][] {
  const pages: ViberButton[][] = [];
  let bytes = 0;
  for (const cell of cells) {
    const button = { Columns: COLUMNS, ...cell };
    const size = jsonBytes(button) + 1;
    const page = pages.at(-1);
    if (page === undefined || page.length === MAX_RICH_ROWS || bytes + size > MAX_BYTES) {
      pages.push([button]);
      bytes = 100 + size;
    } else {
      page.push(button);
      bytes += size;
    }
  }
  return pages;
}

function keyboardOf(buttons: readonly ViberButton[]): Keyboard | null {
  return buttons.length === 0 ? null : { Type: 'keyboard', DefaultHeight: false, Buttons: [...buttons] };
}

function cellOf(button: Button): Cell {
  const shared = { Rows: 1, Text: label(button.label), Silent: true };
  switch (button.kind) {
    case 'press':
      return {
        ...shared,
        ActionType: 'reply',
        ActionBody: actionBody(button.payload),
        ...(button.tone === undefined ? {} : { BgColor: TONES[button.tone] }),
      };
    case 'link':
      return { ...shared, ActionType: 'open-url', ActionBody: storable(button.url) };
    case 'share':
      return { ...shared, ActionType: 'open-url', ActionBody: forwardLink(button.url, button.text) };
  }
}

/** Opens the client's choice of people; the answer is a contact message. */
function askCell(text: string): Cell {
  return { Rows: 1, ActionType: 'share-phone', ActionBody: 'share-phone', Text: label(text), Silent: true };
}

function forwardLink(url: string, text: string): string {
  const room = MAX_FORWARDED - url.length - 1;
  const said = room > 0 ? `${ellipsize(storable(text), room)} ${storable(url)}` : storable(url);
  return `viber://forward?text=${encodeURIComponent(said)}`;
}

/** Labels are read as HTML: a name must not bring tags along. */
function label(text: string): string {
  const clean = storable(text).replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim();
  return isVisible(clean) ? ellipsize(clean, MAX_LABEL) : '…';
}
