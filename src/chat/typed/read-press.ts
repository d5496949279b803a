import type { WordList } from '../i18n/words.ts';
import type { Button, PressButton } from '../reply.ts';
import { fold, opensWith } from './fold.ts';

/** How typed words may press a button. */
export interface PressWords {
  readonly yes: WordList;
  readonly no: WordList;
  /**
   * `any`: the label, its beginning, its number, yes or no. `names`: the same, but the marked entries of a choice are
   * left to the dialogue, which reads their names itself. `label`: nothing but a whole label, where free text is asked for.
   */
  readonly by: 'any' | 'names' | 'label';
}

/** Longer texts are no label: Telegram shows far fewer characters on a button. */
const MAX_TYPED = 128;

/** So many letters of an unfinished word tell a label from a short name such as "Can". */
const MIN_BEGINNING = 4;

/** An entry of a choice that is or is not chosen. */
const CHOICE = /^\s*[▫☑✅]/u;

/**
 * The button that typed words press, or null. Buttons are numbered from 1 in reading order; words that fit several buttons
 * press none.
 */
export function pressedBy(
  typed: string,
  rows: readonly (readonly Button[])[],
  { yes, no, by }: PressWords,
): PressButton | null {
  if (typed.length > MAX_TYPED) return null;
  const text = fold(typed);
  if (text === '') return null;
  const all = rows.flat();
  const pressable = all.filter((button) => button.kind === 'press');
  const named =
    by === 'names'
      ? pressable.filter(({ label, tone }) => tone !== undefined || !CHOICE.test(label))
      : pressable;
  const same = named.filter(({ label }) => fold(label) === text);
  if (same.length > 0 || by === 'label') return only(same);
  if (/^\s*[#№]?\s*\d{1,2}\s*[.)]?\s*$/u.test(typed)) {
    const numbered = all[Number(/\d+/.exec(typed)?.[0]) - 1];
    if (numbered) return numbered.kind === 'press' ? numbered : null;
  }
  if (yes.has(text)) {
    const way = only(pressable.filter(({ tone }) => tone === 'primary'));
    return way ?? pressable.find(({ label }) => opensWith(label, yes)) ?? null;
  }
  if (no.has(text)) return pressable.find(({ label }) => opensWith(label, no)) ?? null;
  const begun = named.filter(({ label }) => begins(fold(label), text));
  return only(begun);
}

function begins(label: string, text: string): boolean {
  return label.startsWith(`${text} `) || (text.length >= MIN_BEGINNING && label.startsWith(text));
}

function only(buttons: readonly PressButton[]): PressButton | null {
  return buttons.length === 1 ? (buttons[0] ?? null) : null;
}
