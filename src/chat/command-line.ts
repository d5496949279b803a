import type { Who } from '../domain/who.ts';
import type { Act } from './act.ts';
import { findAddressees } from './addressees.ts';
import type { CommandLine, Word } from './command.ts';
import type { Mention, Profile, UpdateEvent } from './update.ts';

type MessageEvent = Extract<UpdateEvent, { kind: 'message' }>;

/** A person as a messenger's profile points at them. */
export function whoFrom(profile: Profile): Who {
  return { kind: 'account', accountId: profile.accountId, name: profile.name, username: profile.username };
}

/** The country of the person who wrote: the messenger's word for it, else that of their language. */
export function countryOf({ update, t }: Pick<Act, 'update' | 't'>): string {
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
