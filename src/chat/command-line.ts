import type { Who } from '../domain/who.ts';
import { findAddressees } from './addressees.ts';
import type { Translator } from './i18n.ts';
import type { Mention, Profile, Update, UpdateEvent } from './update.ts';

/** A word of a command line: text, or a person pointed at. */
type Word =
  | {
      readonly kind: 'text';
      readonly text: string;
      /**
       * `name`: may be the display name of the address behind it. `unreadable`: looks like an address or a number and
       * is none; kept whole.
       */
      readonly as?: 'name' | 'unreadable';
    }
  | { readonly kind: 'person'; readonly who: Who };

/** What was written after the command's name. */
export interface CommandLine {
  /** The rest of the line as typed, trimmed. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The author of the message replied to, where there is one. */
  readonly replyTo: Who | null;
}

type MessageEvent = Extract<UpdateEvent, { kind: 'message' }>;

/** A person as a messenger's profile points at them. */
export function whoFrom(profile: Profile): Who {
  return { kind: 'account', accountId: profile.accountId, name: profile.name, username: profile.username };
}

/** The country of the person who wrote: the messenger's word for it, else that of their language. */
export function countryOf({ update, t }: { readonly update: Update; readonly t: Translator }): string {
  return update.sender.country ?? t.text('language-country');
}

/**
 * Reads what was written after the first `skip` UTF-16 units of a message: mentions that carry an account stay whole,
 * addressees become people (see `findAddressees`), the rest is split at white space, commas and semicolons.
 *
 * @param country ISO 3166 code that phone numbers without a country code belong to; null where it is unknown
 */
export function parseCommandLine(event: MessageEvent, skip: number, country: string | null): CommandLine {
  const words: Word[] = [];
  let from = skip;
  const mentions = event.mentions
    .filter((mention) => mention.offset >= skip)
    .sort((a, b) => a.offset - b.offset);
  for (const mention of mentions) {
    words.push(...wordsOf(event.text.slice(from, mention.offset), country), personOf(mention));
    from = mention.offset + mention.length;
  }
  words.push(...wordsOf(event.text.slice(from), country));
  return {
    text: event.text.slice(skip).trim(),
    words,
    replyTo: event.replyTo ? whoFrom(event.replyTo) : null,
  };
}

/** The words of a line that point at nobody, without what is only the display name of an address. */
export function typedWords(words: CommandLine['words']): readonly string[] {
  return words.flatMap((word) => (word.kind === 'text' && word.as !== 'name' ? [word.text] : []));
}

function personOf(mention: Mention): Word {
  return { kind: 'person', who: whoFrom(mention.profile) };
}

function wordsOf(text: string, country: string | null): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const found of findAddressees(text, country)) {
    const { who, start, end } = found;
    const nameStart = who === null ? start : Math.max(found.nameStart, from);
    words.push(
      ...plainWords(text.slice(from, nameStart)),
      ...plainWords(text.slice(nameStart, start), 'name'),
    );
    words.push(
      who === null
        ? { kind: 'text', text: text.slice(start, end), as: 'unreadable' }
        : { kind: 'person', who },
    );
    from = end;
  }
  return [...words, ...plainWords(text.slice(from))];
}

/** Words without what only stands around an addressee, such as the full stop behind it. */
function plainWords(text: string, as?: 'name'): Word[] {
  return text
    .split(/[\s,;]+/u)
    .filter((word) => /[^.!?:()<>"'«»“”]/u.test(word))
    .map((word) => ({ kind: 'text', text: word, ...(as && { as }) }));
}
