import { parkUpdate, recordFailure } from '../store/failures.ts';
import { LEASE_MS } from '../store/lease.ts';
import { languageOf } from './i18n.ts';
import type { Outgoing } from './messenger.ts';
import { type Owed, rowsOf } from './owe.ts';
import type { PipelineParts } from './pipeline.ts';
import { apologyScreen } from './refusal-screen.ts';
import type { Update } from './update.ts';

/** The failure at which an update is parked instead of being redelivered once more. */
const PARK_AT = 3;

/** Notes a failure; at the third the update is parked with an apology. True when it was parked. */
export async function parkAtLast(parts: PipelineParts, update: Update, error: unknown): Promise<boolean> {
  const now = parts.now();
  const attempts = await recordFailure(await parts.database.prisma(), update, error, now);
  if (attempts < PARK_AT) return false;
  const outgoing = await apology(parts, update);
  const committed = await parkUpdate(
    parts.database,
    parts.store,
    update,
    outgoing,
    now,
    new Date(now.getTime() + LEASE_MS),
  );
  if (committed.kind === 'committed') {
    const owed = outgoing.map((one): Owed => ({ outgoing: one, tracking: null, attachments: [] }));
    parts.send(rowsOf(committed, owed), committed.before);
  }
  return true;
}

/** What is said when an update is given up; an update that breaks even this is parked in silence. */
async function apology(parts: PipelineParts, update: Update): Promise<Outgoing[]> {
  const { messenger, id: updateId, sender, chat } = update;
  // A person who cannot be read is answered without the button, which would be theirs.
  const read = { messenger, updateId, accountId: sender.accountId, chatId: chat.id, inGroup: false };
  const context = await parts.readContext(read).catch(() => null);
  const personId = context?.account?.personId;
  try {
    // What the person chose to be spoken to in may be the very thing that cannot be read.
    const language = languageOf(update.sender.language, parts.translators.languages) ?? parts.defaultLanguage;
    const screen = apologyScreen(
      parts.translators(language, 'UTC'),
      personId === undefined ? null : parts.buttons.sign({ verb: 'hm', args: [] }, personId),
    );
    const to = { chatId: chat.id, topic: chat.topic };
    return parts.messengers.get(messenger)?.render({ kind: 'send', to, screen }) ?? [];
  } catch {
    return [];
  }
}
