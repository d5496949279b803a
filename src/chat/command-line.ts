import { mailAddress } from '../domain/email-address.ts';
import type { Who } from '../domain/who.ts';
import type { Mention, Profile, UpdateEvent } from './update.ts';

/** A word of a command line: text, or a person pointed at. */
export type Word =
  | { readonly kind: 'text'; readonly text: string }
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

/**
 * Reads what was written after the first `skip` UTF-16 units of a message: words split at white space, commas
 * and semicolons; mentions that carry an account stay whole; `@name`, e-mails and phones become people.
 */
export function parseCommandLine(event: MessageEvent, skip: number): CommandLine {
  const words: Word[] = [];
  let from = skip;
  const mentions = event.mentions
    .filter((mention) => mention.offset >= skip)
    .sort((a, b) => a.offset - b.offset);
  for (const mention of mentions) {
    words.push(...wordsOf(event.text.slice(from, mention.offset)), personOf(mention));
    from = mention.offset + mention.length;
  }
  words.push(...wordsOf(event.text.slice(from)));
  return {
    text: event.text.slice(skip).trim(),
    words,
    replyTo: event.replyTo ? whoFrom(event.replyTo) : null,
  };
}

function personOf(mention: Mention): Word {
  return { kind: 'person', who: whoFrom(mention.profile) };
}

function wordsOf(text: string): Word[] {
  return text
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .map(wordFrom);
}

function wordFrom(text: string): Word {
  const username = /^(?:@|(?:https?:\/\/)?t\.me\/)([A-Za-z]\w{3,31})$/.exec(text)?.[1];
  if (username) return { kind: 'person', who: { kind: 'username', username } };
  const email = mailAddress(text);
  if (email !== null) return { kind: 'person', who: { kind: 'email', email } };
  const digits = text.replace(/[\s()-]/g, '');
  if (/^\+\d{7,15}$/.test(digits))
    return { kind: 'person', who: { kind: 'phone', phone: digits, name: null } };
  return { kind: 'text', text };
}
