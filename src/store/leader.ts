import { Client } from 'pg';
import { sql } from './sql.ts';
import { literal } from './sql-literal.ts';

/** Advisory locks of ours, by what they guard; the numbers are arbitrary but must never change. */
const LOCKS = { 'poll telegram': 710_001, 'poll vk': 710_002 } as const;

type LeaderOf = keyof typeof LOCKS;

/** Pause between two tries to lead. */
const TRY_EVERY_MS = 2_000;
/** The leader shows at this pace that it lives. */
const RENEW_EVERY_MS = 2_000;
/**
 * A leader that the server has not heard for so long has lost the lease: the server ends its session, and with it
 * the lock. With the pause between two tries another process leads within eleven seconds.
 */
const LEASE_MS = 9_000;
/** An answer to a renewal takes longer only where the server hangs or the network is cut. */
const ANSWER_MS = 4_000;

/** What leading takes. */
interface LeaderParts {
  readonly url: string;
  readonly what: LeaderOf;
  readonly signal: AbortSignal;
  /** Runs while this process leads; the signal aborts when it does not any more. */
  readonly lead: (signal: AbortSignal) => Promise<void>;
  /** The pause between two tries. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Hears that this process leads or could have led: the database answered. */
  readonly asked: () => void;
}

/**
 * Runs `lead` in one process at a time, until `signal` aborts. The lease is an advisory lock on a connection that the
 * leader uses every two seconds; the server closes it when nothing comes for nine, by its own clock (the limit on idle
 * sessions), so a leader that hangs or whose host is lost is replaced like one that died.
 *
 * Rejects when the database cannot be asked, or with what `lead` rejects with.
 */
export async function leadAlone(parts: LeaderParts): Promise<void> {
  const { signal, wait, asked } = parts;
  while (!signal.aborted) {
    await tryToLead(parts);
    asked();
    if (!signal.aborted) await wait(TRY_EVERY_MS, signal);
  }
}

async function tryToLead({ url, what, signal, lead, asked }: LeaderParts): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: `castellan ${what}`,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  try {
    await client.query(sql`set idle_session_timeout = ${literal(LEASE_MS)}`);
    const { rows } = await client.query<{ won: boolean }>(
      sql`select pg_try_advisory_lock(${LOCKS[what]}) as won`,
    );
    if (!rows[0]?.won) return;
    asked();
    const renewing = setInterval(() => {
      client.query(sql`select`).catch(() => lost.abort());
    }, RENEW_EVERY_MS);
    try {
      await lead(AbortSignal.any([signal, lost.signal]));
    } finally {
      clearInterval(renewing);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
