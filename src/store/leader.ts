import { Client } from 'pg';
import { queryConfig } from './define-statement.ts';
import { sql } from './sql.ts';

/** Advisory locks of ours, by what they guard; the numbers are arbitrary but must never change. */
const LOCKS = { 'poll telegram': 710_001, 'poll vk': 710_002 } as const;

export type LeaderOf = keyof typeof LOCKS;

/**
 * Runs `lead` in one process at a time: the process that holds the lock leads until `signal` aborts or the connection
 * that holds the lock breaks; then another process takes over. Resolves when `signal` has aborted and `lead`
 * has returned. `wait` is the pause between two tries.
 */
export async function leadAlone(
  url: string,
  what: LeaderOf,
  signal: AbortSignal,
  lead: (signal: AbortSignal) => Promise<void>,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await tryToLead(url, what, signal, lead).catch(() => undefined);
    if (!signal.aborted) await wait(2_000, signal);
  }
}

async function tryToLead(
  url: string,
  what: LeaderOf,
  signal: AbortSignal,
  lead: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: `castellan ${what}`,
    keepAlive: true,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query<{ won: boolean }>(
      queryConfig(null, sql`select pg_try_advisory_lock(${LOCKS[what]}) as won`),
    );
    if (rows[0]?.won) await lead(AbortSignal.any([signal, lost.signal]));
  } finally {
    await client.end().catch(() => undefined);
  }
}
