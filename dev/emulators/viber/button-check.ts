import { z } from 'zod';
import type { ViberButton } from './types.ts';

/** Rows of a keyboard that a phone shows upright (developers.viber.com, FAQ). */
const MAX_KEYBOARD_ROWS = 12;
/** Cards of a rich media message, and rows of each at most. */
const MAX_CARDS = 6;
const MAX_CARD_ROWS = 7;
const MAX_LABEL = 250;

/** What the server itself checks; the rest is left to the phone. */
const shape = z.looseObject({
  Type: z.string(),
  Buttons: z.array(z.looseObject({ ActionBody: z.string() })).min(1),
});

const button = z.object({
  Columns: z.int().min(1).max(6).default(6),
  Rows: z.int().min(1).default(1),
  ActionType: z
    .enum(['reply', 'open-url', 'location-picker', 'share-phone', 'none', 'open-map'])
    .default('reply'),
  ActionBody: z.string().min(1),
  Text: z.string().max(MAX_LABEL).default(''),
  Silent: z.boolean().default(false),
});

/** A keyboard or rich media after both checks: the phone's complaint, where it has one, is an event. */
export interface CheckedButtons {
  readonly buttons: readonly ViberButton[];
  /** Why the phone does not show it; null where it does. */
  readonly complaint: string | null;
}

/**
 * Checks what carries buttons. Null: the server refuses it.
 *
 * @param type `keyboard` or `rich_media`, which the object must name itself
 */
export function checkButtons(given: unknown, type: 'keyboard' | 'rich_media'): CheckedButtons | null {
  const parsed = shape.safeParse(given);
  if (!parsed.success || parsed.data.Type !== type) return null;
  const buttons: ViberButton[] = [];
  for (const one of parsed.data.Buttons) {
    const checked = button.safeParse(one);
    if (!checked.success)
      return { buttons: [], complaint: `button: ${checked.error.issues[0]?.path.join('.')}` };
    buttons.push(checked.data);
  }
  return {
    buttons,
    complaint: type === 'keyboard' ? keyboardComplaint(buttons) : richComplaint(buttons, parsed.data),
  };
}

function keyboardComplaint(buttons: readonly ViberButton[]): string | null {
  if (buttons.some(({ Rows }) => Rows > 2)) return 'a button is higher than 2 rows';
  const rows = rowsOf(buttons);
  if (rows.length > MAX_KEYBOARD_ROWS) return `${rows.length} rows do not fit`;
  return null;
}

function richComplaint(
  buttons: readonly ViberButton[],
  rich: Readonly<Record<string, unknown>>,
): string | null {
  const columns = rich['ButtonsGroupColumns'] ?? 6;
  const height = rich['ButtonsGroupRows'] ?? MAX_CARD_ROWS;
  if (typeof columns !== 'number' || columns < 1 || columns > 6) return 'ButtonsGroupColumns';
  if (typeof height !== 'number' || height < 1 || height > MAX_CARD_ROWS) return 'ButtonsGroupRows';
  if (buttons.some(({ ActionType }) => ActionType === 'share-phone' || ActionType === 'location-picker'))
    return 'only keyboards share a phone or a place';
  const rows = rowsOf(buttons).length;
  return rows > MAX_CARDS * height ? `${rows} rows make more than ${MAX_CARDS} cards` : null;
}

/** Buttons as they stand: a row is full at six columns. */
export function rowsOf(buttons: readonly ViberButton[]): ViberButton[][] {
  const rows: ViberButton[][] = [];
  let width = 6;
  for (const one of buttons) {
    if (width + one.Columns > 6) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(one);
    width += one.Columns;
  }
  return rows;
}
