import type { Commit, Committed } from './commit/commit.ts';
import type { Database } from './database.ts';
import type { PrismaClient } from './generated/client.ts';

interface FailingUpdate {
  readonly messenger: 'telegram' | 'vk' | 'viber';
  readonly id: string;
}

/** Notes that handling an update failed; returns how often it has now. The text of the error is kept short. */
export async function recordFailure(
  prisma: PrismaClient,
  update: FailingUpdate,
  error: unknown,
  now: Date,
): Promise<number> {
  const { messenger, id: updateId } = update;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const failure = { error: text.slice(0, 2000), failedAt: now };
  const { attempts } = await prisma.failedUpdate.upsert({
    where: { messenger_updateId: { messenger, updateId } },
    // Postgres keeps no NUL in JSON.
    create: {
      messenger,
      updateId,
      attempts: 1,
      update: JSON.parse(JSON.stringify(update, withoutSecrets).replaceAll('\\u0000', '')),
      ...failure,
    },
    update: { attempts: { increment: 1 }, ...failure },
    select: { attempts: true },
  });
  return attempts;
}

/** Words of a message so long may be tokens or keys, which nobody needs to find a failure. */
const SECRETIVE = /\S{24,}/g;

function withoutSecrets(key: string, value: unknown): unknown {
  return key === 'text' && typeof value === 'string' ? value.replace(SECRETIVE, '…') : value;
}

/** Sets an update aside for good: it is claimed like any other, and an apology is queued. */
export async function storeDeadLetter(
  { prisma }: Database,
  store: { commit(effect: Commit<never>): Promise<Committed> },
  update: FailingUpdate,
  apology: readonly { messenger: string; chatId: string; body: unknown }[],
  now: Date,
  leaseMs: number,
): Promise<Committed> {
  await (await prisma()).failedUpdate.updateMany({
    where: { messenger: update.messenger, updateId: update.id },
    data: { parkedAt: now },
  });
  return store.commit({
    update: { messenger: update.messenger, id: update.id },
    actorId: null,
    changes: [],
    audit: [],
    outbox: apology.map((one) => ({ ...one, tracking: null })),
    now,
    leaseMs,
    slot: 0,
  });
}
