import { plainWord } from '../../../chat/i18n/words.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { inZone, shownIn } from './zone-clock.ts';

/** A day of the calendar; months from 1. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface FoundDay {
  readonly day: Day;
  readonly taken: number;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** After the last second of the day nothing of it is left. */
const END_OF_DAY = { hour: 23, minute: 59, second: 59 } as const;

/**
 * The end that the first words say: a day (`2026-12-31`, `31.12.26`, `31 december`, `tomorrow`, `friday`, `end of
 * month`), a time of today (`18:00`), or both. A day without a year is the next one; a weekday is never today.
 *
 * Throws `Refusal` `date_ambiguous` for `03/04/2026`, which is a day of March or of April.
 */
export function dateFrom(
  words: readonly string[],
  now: Date,
  t: Translator,
): { readonly end: Date; readonly taken: number } | null {
  const shown = shownIn(now, t.timeZone);
  const found = dayFrom(words, shown, t);
  const time = timeFrom(words.slice(found?.taken ?? 0), t);
  if (!found && !time) return null;
  const { year, month, day } = found?.day ?? dayOf(shown);
  const { hour, minute, second } = time ?? END_OF_DAY;
  const end = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return { end: inZone(end, t.timeZone), taken: (found?.taken ?? 0) + (time?.taken ?? 0) };
}

function dayFrom(words: readonly string[], shown: Date, t: Translator): FoundDay | null {
  const day = writtenDay(words[0] ?? '', shown, t) ?? relativeDay(words[0] ?? '', shown, t);
  if (day) return { day, taken: 1 };
  return namedMonth(words, shown, t) ?? endOfUnit(words, shown, t);
}

/** `2026-12-31`, `31.12.2026`, `31.12.26`, `31.12`, `31/12/2026`. */
function writtenDay(word: string, shown: Date, t: Translator): Day | null {
  const text = word.replace(/[,;]$|(?<=\d)\.$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!written) return null;
  const [first, second] = [Number(written[1]), Number(written[3])];
  const year = written[4] === undefined ? null : fullYear(Number(written[4]));
  const dayFirst = inYear(year, second, first, shown);
  if (written[2] === '.') return dayFirst;
  const monthFirst = inYear(year, first, second, shown);
  if (dayFirst && monthFirst && first !== second)
    throw new Refusal('date_ambiguous', {
      values: {
        typed: text,
        one: spelt(dayFirst, t),
        other: spelt(monthFirst, t),
        plain: plainDay(dayFirst),
      },
    });
  return dayFirst ?? monthFirst;
}

function relativeDay(word: string, shown: Date, t: Translator): Day | null {
  const ahead = (['today', 'tomorrow', 'overmorrow'] as const).findIndex((key) =>
    t.words(`words-${key}`).has(word),
  );
  if (ahead !== -1) return dayOf(shown, ahead);
  const weekday = named(word, WEEKDAYS, 'words-weekday', t);
  return weekday === null ? null : dayOf(shown, ((weekday - shown.getUTCDay() + 6) % 7) + 1);
}

/** `31 december`, `december 31`, and a year after it. */
function namedMonth(words: readonly string[], shown: Date, t: Translator): FoundDay | null {
  const first = named(words[0] ?? '', MONTHS, 'words-month', t);
  const month = first ?? named(words[1] ?? '', MONTHS, 'words-month', t);
  const number = /^(\d{1,2})-?(\p{L}*),?$/u.exec(words[first === null ? 0 : 1] ?? '');
  if (month === null || !number) return null;
  if (number[2] && !t.words('words-ordinal').has(number[2])) return null;
  const year = /^(\d{4})[,.]?$/.exec(words[2] ?? '');
  const day = inYear(year ? Number(year[1]) : null, month + 1, Number(number[1]), shown);
  return day ? { day, taken: year ? 3 : 2 } : null;
}

/** `end of month`, `the end of the year`. */
function endOfUnit(words: readonly string[], shown: Date, t: Translator): FoundDay | null {
  const filling = t.words('words-filling');
  let place = 0;
  const skip = (): void => {
    while (filling.has(words[place] ?? '')) place++;
  };
  skip();
  if (!t.words('words-end').has(words[place++] ?? '')) return null;
  skip();
  const unit = (['day', 'week', 'month', 'year'] as const).find((one) =>
    t.words(`words-end-${one}`).has(words[place] ?? ''),
  );
  if (!unit) return null;
  const { year, month } = dayOf(shown);
  const day = {
    day: dayOf(shown),
    week: dayOf(shown, (7 - shown.getUTCDay()) % 7),
    month: dayOf(new Date(Date.UTC(year, month, 0))),
    year: { year, month: 12, day: 31 },
  }[unit];
  return { day, taken: place + 1 };
}

/** `18:00`, `at 18:00`, `6pm`. */
function timeFrom(
  words: readonly string[],
  t: Translator,
): { hour: number; minute: number; second: number; taken: number } | null {
  const lead = t.words('words-at').has(words[0] ?? '') ? 1 : 0;
  const clock = /^(\d{1,2}):(\d{2})$/.exec(words[lead] ?? '');
  const twelve = /^(1[0-2]|[1-9])(?::(\d{2}))?([ap])m$/i.exec(words[lead] ?? '');
  if (!clock && !twelve) return null;
  const hour = clock
    ? Number(clock[1])
    : (Number(twelve?.[1]) % 12) + (twelve?.[3]?.toLowerCase() === 'p' ? 12 : 0);
  const minute = Number((clock ?? twelve)?.[2] ?? 0);
  return hour < 24 && minute < 60 ? { hour, minute, second: 0, taken: lead + 1 } : null;
}

/** The place of the name that a word is, or begins with where the list has a star; the longest counts. */
function named(word: string, names: readonly string[], key: string, t: Translator): number | null {
  const plain = plainWord(word).replace(/[.,]$/, '');
  const fitting = names.flatMap((name, place) =>
    t
      .words(`${key}-${name}`)
      .all.filter((one) => (one.endsWith('*') ? plain.startsWith(one.slice(0, -1)) : plain === one))
      .map((one) => ({ place, length: one.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.place ?? null;
}

/** The day in a year, or the next one of that name where no year is said. */
function inYear(year: number | null, month: number, day: number, shown: Date): Day | null {
  if (year !== null) return valid(year, month, day);
  const today = dayOf(shown);
  const isOver = month < today.month || (month === today.month && day < today.day);
  return valid(today.year + (isOver ? 1 : 0), month, day);
}

/** Null where there is no such day: the 31st of a short month would silently become one of the next. */
function valid(year: number, month: number, day: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? { year, month, day } : null;
}

function dayOf(shown: Date, ahead = 0): Day {
  const at = new Date(shown.getTime() + ahead * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function spelt({ year, month, day }: Day, t: Translator): string {
  const format = new Intl.DateTimeFormat(t.language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}

function plainDay({ year, month, day }: Day): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
