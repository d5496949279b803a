import type { Change } from '../domain/changes.ts';
import type { Language } from '../domain/state.ts';
import type { ContextReader } from '../store/context.ts';
import type { Database } from '../store/database.ts';
import { recordFailure, storeDeadLetter } from '../store/failures.ts';
import { LEASE_MS } from '../store/lease.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { buttonMaker } from './actions/button-maker.ts';
import type { ButtonSigner } from './actions/button-signer.ts';
import { languageOf, type Translators } from './i18n.ts';
import type { Messenger, Outgoing } from './messenger.ts';
import { type OutboxMessage, outboxRows } from './outbox.ts';
import { apologyScreen } from './refusal-screen.ts';
import type { MessengerName, Update } from './update.ts';

/** What giving up an update needs. */
export interface DeadLetterParts {
  readonly database: Database;
  readonly store: Store<Change>;
  readonly readContext: ContextReader;
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
  readonly defaultLanguage: Language;
  readonly now: () => Date;
  readonly send: (rows: readonly OutboxRow[], before: ReadonlyMap<string, string>) => void;
}

/** Failures of one update after which it becomes a dead letter instead of being delivered once more. */
const MAX_ATTEMPTS = 3;

/** Notes a failure; at the last one the update becomes a dead letter, with an apology. True when it did. */
export async function deadLetterAtLimit(
  parts: DeadLetterParts,
  update: Update,
  error: unknown,
): Promise<boolean> {
  const now = parts.now();
  const attempts = await recordFailure(await parts.database.prisma(), update, error, now);
  if (attempts < MAX_ATTEMPTS) return false;
  const outgoing = await apology(parts, update);
  const committed = await storeDeadLetter(parts.database, parts.store, update, outgoing, now, LEASE_MS);
  if (committed.kind === 'committed') {
    const messages = outgoing.map(
      (one): OutboxMessage => ({ outgoing: one, tracking: null, attachments: [] }),
    );
    parts.send(outboxRows(committed, messages), committed.before);
  }
  return true;
}

/** What is said when an update is given up; an update that breaks even this gets no answer. */
async function apology(parts: DeadLetterParts, update: Update): Promise<Outgoing[]> {
  const { messenger, id: updateId, sender, chat } = update;
  // A person who cannot be read is answered without the button, which would be theirs.
  const read = { messenger, updateId, accountId: sender.accountId, chatId: chat.id, inGroup: false };
  const context = await parts.readContext(read).catch(() => null);
  const personId = context?.account?.personId;
  try {
    // What the person chose to be spoken to in may be the very resource that cannot be read.
    const language = languageOf(update.sender.language, parts.translators.languages) ?? parts.defaultLanguage;
    const screen = apologyScreen(
      parts.translators(language, 'UTC'),
      personId === undefined ? null : buttonMaker(parts.buttons, personId),
    );
    const to = { chatId: chat.id, topic: chat.topic };
    return parts.messengers.get(messenger)?.render({ kind: 'send', to, screen }) ?? [];
  } catch {
    return [];
  }
}
