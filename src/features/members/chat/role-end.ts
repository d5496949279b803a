import { plainWord } from '../../../chat/i18n/words.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { dateFrom } from './end-date.ts';

/** When roles end: at a time, never, or as they already do. */
export type RoleEnd = Date | 'never' | 'kept';

type Unit = (typeof UNITS)[number];

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** No end lies further ahead: a mistyped number is no promise for centuries. */
const MAX_YEARS = 10;

/**
 * Takes an end out of the words of a line: `for 3d`, `for a week`, `in 2 weeks`, `until 31.12.26`, `until tomorrow
 * 18:00`, `until friday`, `forever`, and the same in the words of every language. A day ends with its last second in
 * the person's zone. Without an end all words come back, and the end is `kept`.
 *
 * Throws `Refusal`: `date_unreadable`, `date_ambiguous`.
 */
export function takeEnd(
  words: readonly string[],
  now: Date,
  t: Translator,
): { end: RoleEnd; rest: readonly string[] } {
  for (let place = words.length - 1; place >= 0; place--) {
    const word = words[place] ?? '';
    const after = words.slice(place + 1);
    const found = t.words('words-forever').has(word)
      ? ({ end: 'never', taken: 0 } as const)
      : t.words('words-for').has(word) || t.words('words-after').has(word)
        ? durationFrom(after, now, t)
        : t.words('words-until').has(word)
          ? dateFrom(after, now, t)
          : null;
    if (found) return { end: found.end, rest: words.toSpliced(place, found.taken + 1) };
    if (meansDate(word, after, t))
      throw new Refusal('date_unreadable', { values: { typed: after.join(' ') } });
  }
  return { end: 'kept', rest: words };
}

/**
 * The end that all of the words are: `3d`, `2026-12-31`, `tomorrow`, and whatever `takeEnd` takes. Null where they are
 * none. Throws `Refusal`: `date_ambiguous`, and `date_unreadable` after a word that only an end follows.
 */
export function endFrom(words: readonly string[], now: Date, t: Translator): Date | 'never' | null {
  const found = durationFrom(words, now, t) ?? dateFrom(words, now, t);
  if (found?.taken === words.length) return found.end;
  const { end, rest } = takeEnd(words, now, t);
  return end !== 'kept' && rest.length === 0 ? end : null;
}

/** Whether only a date can follow: in Russian the same word leads to bots, too, and then no digit follows. */
function meansDate(word: string, after: readonly string[], t: Translator): boolean {
  if (!t.words('words-until').has(word) || after.length === 0) return false;
  return !t.words('words-on').has(word) || /^\d/.test(after[0] ?? '');
}

/** `3d`, `3 days`, `a week`, `week`. */
function durationFrom(
  words: readonly string[],
  now: Date,
  t: Translator,
): { end: Date; taken: number } | null {
  const one = oneUnit(words, t);
  if (one) return { end: later(now, 1, one.unit), taken: one.taken };
  const together = /^(\d{1,4})(\p{L}+)\.?$/u.exec(words[0] ?? '');
  const apart = /^\d{1,4}$/.test(words[0] ?? '') && /^\p{L}+\.?$/u.test(words[1] ?? '');
  const [count, name, taken] = together
    ? [Number(together[1]), together[2] ?? '', 1]
    : apart
      ? [Number(words[0]), words[1] ?? '', 2]
      : [0, '', 0];
  const unit = unitNamed(name, t);
  if (unit === null || count === 0) return null;
  const end = later(now, count, unit);
  return end > later(now, MAX_YEARS, 'year') ? null : { end, taken };
}

/** One unit without its number: whole words only, since a beginning may be that of the name of a bot. */
function oneUnit(words: readonly string[], t: Translator): { unit: Unit; taken: number } | null {
  const article = t.words('words-one').has(words[0] ?? '') ? 1 : 0;
  const unit = UNITS.find((one) => t.words(`words-one-${one}`).has(words[article] ?? ''));
  return unit ? { unit, taken: article + 1 } : null;
}

/** The unit whose longest word, or beginning of a word (`min*`), fits. */
function unitNamed(name: string, t: Translator): Unit | null {
  const plain = plainWord(name);
  const fitting = UNITS.flatMap((unit) =>
    t
      .words(`words-unit-${unit}`)
      .all.filter((word) => (word.endsWith('*') ? plain.startsWith(word.slice(0, -1)) : plain === word))
      .map((word) => ({ unit, length: word.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.unit ?? null;
}

function later(now: Date, count: number, unit: Unit): Date {
  const end = new Date(now);
  if (unit === 'year') end.setUTCFullYear(end.getUTCFullYear() + count);
  else if (unit === 'month') end.setUTCMonth(end.getUTCMonth() + count);
  else end.setTime(end.getTime() + count * MINUTES[unit] * 60_000);
  return end;
}

const MINUTES = { minute: 1, hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
