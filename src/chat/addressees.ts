import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { mailAddress } from '../domain/email-address.ts';
import type { Who } from '../domain/who.ts';

/** An addressee found in a text, and the UTF-16 span that it was read from. */
export interface FoundAddressee {
  readonly who: Who;
  readonly start: number;
  readonly end: number;
  /** Begin of words before it that may be the display name of a mail program: `Erin Bar <erin@example.com>`. */
  readonly nameStart: number;
}

/** A span that looks like an addressee and is none: it must stay whole, so that no part of it is taken for one. */
export interface Unreadable {
  readonly who: null;
  readonly start: number;
  readonly end: number;
}

/** Telegram allows 5 to 32 characters, a few old names have 4. */
const TELEGRAM_NAME = /^[a-z]\w{3,31}$/i;

/** Characters that may stand around an addressee without being a part of it. */
const OPENING = /^[("'«„“‘[]+/u;
const CLOSING = /[)"'»“”’\].,;:!?…]+$/u;

const SEPARATORS = /[^\s,;<>]+/gu;
const ANGLED = /<\s*(?:mailto:)?([^<>\s]{1,320})\s*>/giu;
const TELEGRAM_LINK =
  /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)\/(?:s\/)?(@?[\w+-]+)\/?(?:[?#].*)?$/i;
const TELEGRAM_HOST = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)\//i;
const TELEGRAM_SCHEME = /^tg:(?:\/\/)?resolve\?(?:.*&)?(domain|phone)=([\w+]+)(?:&.*)?$/i;
const SUBDOMAIN_LINK = /^(?:https?:\/\/)?([a-z]\w{3,31})\.t\.me\/?(?:[?#].*)?$/i;

/**
 * Finds people in a text as people and mail programs write them: `@name`, links to Telegram profiles, e-mail addresses
 * (also `Name <address>`, `mailto:` and international domains) and phone numbers with spaces, brackets and national
 * prefixes. Spans come in the order of the text and do not overlap.
 *
 * @param country ISO 3166 code that numbers without a country code belong to; null where it is unknown
 */
export function findAddressees(
  text: string,
  country: string | null,
): readonly (FoundAddressee | Unreadable)[] {
  const found: (FoundAddressee | Unreadable)[] = [];
  for (const match of text.matchAll(ANGLED)) {
    const start = match.index;
    const end = start + match[0].length;
    const inner = readWord(match[1] ?? '', start, end) ?? { who: null, start, end };
    found.push(
      inner.who === null ? inner : { ...inner, nameStart: nameStartOf(text, start, found.at(-1)?.end ?? 0) },
    );
  }
  const taken = (start: number, end: number): boolean =>
    found.some((one) => start < one.end && end > one.start);
  for (const match of text.matchAll(SEPARATORS)) {
    if (taken(match.index, match.index + match[0].length)) continue;
    const span = trimmed(match[0], match.index);
    const one = span && readWord(span.text, span.start, span.end);
    if (one) found.push(one);
  }
  for (const run of phoneRuns(text)) {
    if (taken(run.start, run.end)) continue;
    found.push(...readPhones(text, run, country));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A phone number in E.164 form (`+380671110004`), or null where the text is not exactly one valid number. */
function phoneNumber(text: string, country: string | null): string | null {
  const plain = text.replace(/[\s\u00a0\u2007\u202f]+/gu, ' ').replace(/[‐-―−]/gu, '-');
  // Viber's own example calls Great Britain `UK`.
  const code = country === 'UK' ? 'GB' : country;
  const given: CountryCode | undefined = code !== null && isSupportedCountry(code) ? code : undefined;
  const withPlus = plain.replace(/^\s*00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(withPlus, {
    ...(given && { defaultCountry: given }),
    extract: false,
  });
  return parsed?.isValid() && parsed.ext === undefined ? parsed.number : null;
}

function withoutMailto(text: string): string {
  return text.replace(/^mailto:/i, '').replace(/\?.*$/, '');
}

/** Where the display name before `<address>` may begin: behind the last comma, line break or addressee. */
function nameStartOf(text: string, before: number, after: number): number {
  const part = text.slice(after, before);
  const quoted = /"[^"\n]*"\s*$/u.exec(part);
  if (quoted) return after + quoted.index;
  const broken = Math.max(...[',', ';', '\n'].map((mark) => part.lastIndexOf(mark)));
  return after + broken + 1;
}

function trimmed(word: string, at: number): { text: string; start: number; end: number } | null {
  const opening = OPENING.exec(word)?.[0].length ?? 0;
  const inner = word.slice(opening).replace(CLOSING, '');
  return inner === '' ? null : { text: inner, start: at + opening, end: at + opening + inner.length };
}

function readWord(word: string, start: number, end: number): FoundAddressee | Unreadable | null {
  const as = (who: Who): FoundAddressee => ({ who, start, end, nameStart: start });
  const bare = word.replace(/\/+$/, '');
  const linked =
    TELEGRAM_LINK.exec(word)?.[1] ??
    TELEGRAM_SCHEME.exec(word)?.[2] ??
    SUBDOMAIN_LINK.exec(word)?.[1] ??
    null;
  if (linked !== null) {
    const phone = /^\+?\d{7,15}$/.test(linked) ? phoneNumber(`+${linked.replace(/^\+/, '')}`, null) : null;
    if (phone !== null) return as({ kind: 'phone', phone, name: null });
    const username = linked.replace(/^@/, '');
    return TELEGRAM_NAME.test(username) &&
      !/^(joinchat|share|addstickers|proxy|socks|login|invoice)$/i.test(username)
      ? as({ kind: 'username', username })
      : { who: null, start, end };
  }
  // A post, a sticker set, an invitation into a group: links of Telegram to other resources than people.
  if (TELEGRAM_HOST.test(word)) return { who: null, start, end };
  if (bare.startsWith('@') && TELEGRAM_NAME.test(bare.slice(1)))
    return as({ kind: 'username', username: bare.slice(1) });
  if (!word.includes('@')) return null;
  const email = mailAddress(withoutMailto(bare));
  if (email !== null) return as({ kind: 'email', email });
  return { who: null, start, end };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Digits with what people put between them, from a word's beginning to a word's end. */
const PHONE_RUN =
  /(?<![\p{L}\p{N}@._/=+＋(-])(?:tel:)?[+＋(]{0,3}\d(?:[\d()\s\u00a0\u2007\u202f.‐-―−/-]*\d)?(?![\p{L}\p{N}@_])/gu;
/** Dates, and a day of a month before a year: no phone numbers, however many digits they have. */
const DATE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{1,2}[./]\d{1,2}|\d{1,2}:\d{2})$/;
/** The shortest subscriber numbers in use with their area code. */
const MIN_DIGITS = 7;

function phoneRuns(text: string): Run[] {
  return [...text.matchAll(PHONE_RUN)].flatMap(({ 0: whole, index }) =>
    partsWithoutDates(whole, index).filter(
      ({ start, end }) => digitsIn(text.slice(start, end)) >= MIN_DIGITS,
    ),
  );
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** A run of digits without the dates in it. */
function partsWithoutDates(run: string, at: number): Run[] {
  const parts: Run[] = [];
  let open: Run | null = null as Run | null;
  for (const { 0: token, index } of run.matchAll(/\S+/gu)) {
    if (DATE.test(token)) {
      open = null;
      continue;
    }
    const end = at + index + token.length;
    if (open) parts.pop();
    open = { start: open?.start ?? at + index, end };
    parts.push(open);
  }
  return parts;
}

/** The numbers that a run consists of; a run that is not made of whole numbers stays unread as a whole. */
function readPhones(text: string, run: Run, country: string | null): (FoundAddressee | Unreadable)[] {
  const tokens = [...text.slice(run.start, run.end).matchAll(/[^\s\u00a0\u2007\u202f]+/gu)].map(
    ({ 0: token, index }) => ({ start: run.start + index, end: run.start + index + token.length }),
  );
  const found: FoundAddressee[] = [];
  let from = 0;
  while (from < tokens.length) {
    const next = longestNumber(text, tokens, from, country);
    if (next === null) return [{ who: null, ...run }];
    found.push(next.found);
    from = next.after;
  }
  return found;
}

function longestNumber(
  text: string,
  tokens: readonly Run[],
  from: number,
  country: string | null,
): { found: FoundAddressee; after: number } | null {
  const start = tokens[from]?.start ?? 0;
  for (let after = tokens.length; after > from; after--) {
    const end = tokens[after - 1]?.end ?? start;
    const phone = phoneNumber(text.slice(start, end).replace(/^tel:/, '').replace('＋', '+'), country);
    if (phone === null) continue;
    return { found: { who: { kind: 'phone', phone, name: null }, start, end, nameStart: start }, after };
  }
  return null;
}
