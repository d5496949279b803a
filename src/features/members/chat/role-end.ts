/** When roles end: at a time, never, or as they already do. */
export type RoleEnd = Date | 'never' | 'kept';

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** Beginnings of the words for a unit, in every language; the first that fits counts. */
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(min|мин|хв)/, 'minute'],
  [/^(h|час|ч$|годин)/, 'hour'],
  [/^(d|д)/, 'day'],
  [/^(w|нед|тиж)/, 'week'],
  [/^(mo|мес|міс)/, 'month'],
  [/^(y|год|лет|рік|рок)/, 'year'],
];

const FOR = new Set(['for', 'на']);
const UNTIL = new Set(['until', 'till', 'до']);
const NEVER = new Set(['forever', 'permanently', 'навсегда', 'бессрочно', 'назавжди', 'безстроково']);

/** No end lies further ahead: a mistyped number is no promise for centuries. */
const MOST_YEARS = 10;

/**
 * Takes an end out of the words of a line: `for 3d`, `for 2 weeks`, `until 2026-12-31`, `forever`, and the same in
 * Russian and Ukrainian (`на 3 дня`, `до 31.12.2026`, `назавжди`). A day ends with its last second in `timeZone` (a name
 * of the tz database). Without an end all words come back, and the end is `kept`.
 */
export function takeEnd(
  words: readonly string[],
  now: Date,
  timeZone: string,
): { end: RoleEnd; rest: readonly string[] } {
  for (let place = words.length - 1; place >= 0; place--) {
    const word = words[place]?.toLowerCase() ?? '';
    const after = words.slice(place + 1);
    const found = NEVER.has(word)
      ? ({ end: 'never', taken: 0 } as const)
      : FOR.has(word)
        ? durationFrom(after, now)
        : UNTIL.has(word)
          ? dateFrom(after, timeZone)
          : null;
    if (found) return { end: found.end, rest: words.toSpliced(place, found.taken + 1) };
  }
  return { end: 'kept', rest: words };
}

/** `3d`, `3 days`. */
function durationFrom(words: readonly string[], now: Date): { end: Date; taken: number } | null {
  const together = /^(\d{1,4})(\p{L}+)\.?$/u.exec(words[0] ?? '');
  const apart = /^\d{1,4}$/.test(words[0] ?? '') && /^\p{L}+\.?$/u.test(words[1] ?? '');
  const [count, name, taken] = together
    ? [Number(together[1]), together[2] ?? '', 1]
    : apart
      ? [Number(words[0]), words[1] ?? '', 2]
      : [0, '', 0];
  const unit = UNITS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  if (unit === undefined || count === 0) return null;
  const end = later(now, count, unit);
  return end > later(now, MOST_YEARS, 'year') ? null : { end, taken };
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
