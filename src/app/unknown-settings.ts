import { type SettingName, settings } from './settings.ts';

/** A name in the environment that looks like one of our settings and is none. */
export interface UnknownSetting {
  readonly name: string;
  /** What was probably meant; null where only its beginning is ours. */
  readonly meant: SettingName | null;
}

/** What names of ours begin with. */
const PREFIXES = ['TELEGRAM_', 'VK_', 'VIBER_', 'SMTP_', 'MAIL_', 'DATABASE_', 'APP_'];
const NAMES = Object.keys(settings) as SettingName[];

/** Finds the names that look like settings of ours: slips of the pen, and words that another program uses for them. */
export function unknownSettings(names: readonly string[]): UnknownSetting[] {
  return names.flatMap((name): UnknownSetting[] => {
    if (name in settings || !/^[A-Z][A-Z0-9_]*$/.test(name)) return [];
    const meant = nearest(name);
    return meant !== null || PREFIXES.some((prefix) => name.startsWith(prefix)) ? [{ name, meant }] : [];
  });
}

/**
 * The setting that a name is nearly the same as: by words, as `TELEGRAM_TOKEN` and `BOT_TOKEN` for
 * `TELEGRAM_BOT_TOKEN`, else by letters, as `TELGRAM_BOT_TOKEN`. Null where nothing is near.
 */
function nearest(name: string): SettingName | null {
  const words = name.split('_');
  const near = NAMES.map((known) => ({
    known,
    shared: known.split('_').filter((word) => words.includes(word)).length,
    distance: distanceOf(name, known),
  })).filter(({ shared, distance }) => shared >= 2 || distance <= Math.min(2, Math.floor(name.length / 5)));
  near.sort((one, other) => other.shared - one.shared || one.distance - other.distance);
  return near[0]?.known ?? null;
}

/** Letters to insert, remove or replace until one word is the other (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
