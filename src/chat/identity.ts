import type { PersonChange } from '../domain/changes.ts';
import type { Language } from '../domain/state.ts';
import type { AccountState } from '../store/context.ts';
import { displayName, MAX_NAME } from './display-name.ts';
import { languageOf } from './i18n.ts';
import type { Update } from './update.ts';

/** The person behind an update, and what has to be written down about them. */
export interface Identity {
  readonly person: { readonly id: string; readonly name: string; readonly language: Language };
  readonly timeZone: string;
  readonly change: PersonChange | null;
}

/** "Last active" on a card need not be finer; writing it at every update would be a write at every read. */
const SEEN_EVERY_MS = 10 * 60_000;

/**
 * Who wrote: the known person, or a new one the first time an account writes. What the messenger shows of
 * the account is refreshed when it differs or was last seen a while ago. Of someone anonymous nothing is kept.
 */
export function identify(
  update: Update,
  account: AccountState | null,
  { languages, defaultLanguage }: { languages: readonly Language[]; defaultLanguage: Language },
  now: Date,
  newId: () => string,
): Identity {
  const { messenger, sender, chat } = update;
  if (update.anonymous) {
    const nobody = { id: newId(), name: sender.name, language: defaultLanguage };
    return { person: nobody, timeZone: 'UTC', change: null };
  }
  const shown = displayName(sender.name, MAX_NAME);
  // Some events name nobody but the account; that is no reason to forget the name it had.
  const name = account !== null && sender.name === sender.accountId ? account.name : shown;
  const privateChatId = chat.kind === 'private' ? chat.id : null;
  if (account === null) {
    const person = { id: newId(), name, language: languageOf(sender.language, languages) ?? defaultLanguage };
    return {
      person,
      timeZone: 'UTC',
      change: {
        kind: 'person.appeared',
        messenger,
        accountId: sender.accountId,
        personId: person.id,
        name,
        username: sender.username,
        language: person.language,
        privateChatId,
      },
    };
  }
  const leaves = update.event.kind === 'reachability';
  const reachable = privateChatId === null || leaves ? account.reachable : true;
  const changed =
    account.name !== name ||
    account.username !== (sender.username?.toLowerCase() ?? null) ||
    (privateChatId !== null && account.privateChatId !== privateChatId) ||
    account.reachable !== reachable ||
    now.getTime() - account.lastSeenAt.getTime() > SEEN_EVERY_MS;
  return {
    person: { id: account.personId, name: changed ? name : account.personName, language: account.language },
    timeZone: account.timeZone,
    change: changed
      ? {
          kind: 'account.seen',
          messenger,
          accountId: sender.accountId,
          personId: account.personId,
          name,
          username: sender.username,
          privateChatId,
          reachable,
        }
      : null,
  };
}
