import type { Reader } from '../../../store/define-query.ts';

/** Nobody needs to know the last use to the second, and a write a request would cost more than the answer. */
const EVERY_MS = 60_000;

/** Notes when keys are used, at most once a minute each, whatever the number of processes. */
export interface UseNotes {
  note(keyId: string): void;
  /** Resolves when every note is written. */
  settled(): Promise<void>;
}

/** Creates the notes of a process. A note that cannot be written is not worth failing a request for. */
export function createUseNotes({ prisma }: Pick<Reader, 'prisma'>, now: () => Date): UseNotes {
  const notedAt = new Map<string, number>();
  const writing = new Set<Promise<void>>();
  return {
    note(keyId) {
      const at = now();
      if (at.getTime() - (notedAt.get(keyId) ?? 0) < EVERY_MS) return;
      notedAt.set(keyId, at.getTime());
      const written = writeUse(keyId, at)
        .catch(() => undefined)
        .finally(() => writing.delete(written));
      writing.add(written);
    },
    settled: async () => {
      await Promise.all(writing);
    },
  };

  async function writeUse(keyId: string, at: Date): Promise<void> {
    const minuteAgo = new Date(at.getTime() - EVERY_MS);
    await (await prisma()).apiKey.updateMany({
      where: { id: keyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteAgo } }] },
      data: { lastUsedAt: at },
    });
  }
}
