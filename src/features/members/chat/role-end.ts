import { plainWord } from '../../../chat/i18n/words.ts';
import type { Translator } from '../../../chat/i18n.ts';

/** When roles end: at a time, never, or as they already do. */
export type RoleEnd = Date | 'never' | 'kept';

type Unit = (typeof UNITS)[number];

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** No end lies further ahead: a mistyped number is no promise for centuries. */
const MAX_YEARS = 10;

/**
 * Takes an end out of the words of a line: `for 3d`, `for 2 weeks`, `until 2026-12-31`, `forever`, and the same in
 * the words of every language. A day ends with its last second in the person's zone. Without an end all words come back, and the end is `kept`.
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
      : t.words('words-for').has(word)
        ? durationFrom(after, now, t)
        : t.words('words-until').has(word)
          ? dateFrom(after, t.timeZone)
          : null;
    if (found) return { end: found.end, rest: words.toSpliced(place, found.taken + 1) };
  }
  return { end: 'kept', rest: words };
}

/** The end that all of the words are: `3d`, `2026-12-31`, and whatever `takeEnd` takes. Null where they are none. */
export function endFrom(words: readonly string[], now: Date, t: Translator): Date | 'never' | null {
  const { end, rest } = takeEnd(words, now, t);
  if (end !== 'kept' && rest.length === 0) return end;
  const found = durationFrom(words, now, t) ?? dateFrom(words, t.timeZone);
  return found?.taken === words.length ? found.end : null;
}

/** `3d`, `3 days`. */
function durationFrom(
  words: readonly string[],
  now: Date,
  t: Translator,
): { end: Date; taken: number } | null {
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

/** `2026-12-31`, `31.12.2026`, `31/12/2026`. */
function dateFrom(words: readonly string[], timeZone: string): { end: Date; taken: number } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words[0] ?? '');
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(words[0] ?? '');
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : written
      ? [written[3], written[2], written[1]].map(Number)
      : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const end = new Date(Date.UTC(year, month - 1, day, 23, 59, 59));
  // The 31st of a short month would silently become a day of the next.
  const isDay = end.getUTCMonth() === month - 1 && end.getUTCDate() === day;
  return isDay ? { end: inZone(end, timeZone), taken: 1 } : null;
}

/** The moment at which clocks of a zone show what those of UTC show at `shown`. */
function inZone(shown: Date, timeZone: string): Date {
  const first = new Date(shown.getTime() - aheadOfUtc(shown, timeZone));
  // The zone may have moved its clocks between the two.
  return new Date(shown.getTime() - aheadOfUtc(first, timeZone));
}

/** By how many milliseconds clocks of a zone are ahead of UTC at a moment without parts of a second. */
function aheadOfUtc(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [read('year'), read('month') - 1, read('day')];
  return Date.UTC(year, month, day, read('hour'), read('minute'), read('second')) - at.getTime();
}
