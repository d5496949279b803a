import { once } from 'node:events';
import { Pool, type PoolClient } from 'pg';
import type { PrismaClient } from './generated/client.ts';

export interface Database {
  /** For the hot statements. */
  readonly pool: Pool;
  /** For all other reads and writes, on the same pool. Loaded at its first use, then kept. */
  prisma(): Promise<PrismaClient>;
  /** Waits for the connections in use, then ends all of them. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; each process has so many. */
  readonly poolSize?: number;
  readonly limits?: Partial<DatabaseLimits>;
}

/** How long the database is waited for, in milliseconds; 0 waits without end. */
export interface DatabaseLimits {
  /** For a connection, a free one of the pool included. */
  readonly connectMs: number;
  /** For a statement; the server ends it, and where the server does not answer, we end the connection. */
  readonly statementMs: number;
  /** A transaction in which nothing happens is ended by the server, so that its locks do not stay. */
  readonly idleTransactionMs: number;
}

/** A statement on the way of an update takes milliseconds, the longest search about a second. */
const DEFAULT_LIMITS: DatabaseLimits = {
  connectMs: 10_000,
  statementMs: 15_000,
  idleTransactionMs: 30_000,
};

/** The server is given so long to end a statement itself, before the connection is ended. */
const ANSWER_MS = 1_000;

/** Beyond so many texts a statement is no longer prepared by name: lists of every length must not fill the server. */
const preparedStatements = 500;

/** Opens a pool on `url`. Nothing connects before its first use. */
export function openDatabase({ url, poolSize = 8, limits }: DatabaseOptions): Database {
  const { connectMs, statementMs, idleTransactionMs } = { ...DEFAULT_LIMITS, ...limits };
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'castellan',
    connectionTimeoutMillis: connectMs,
    ...(statementMs > 0 && { statement_timeout: statementMs, query_timeout: statementMs + ANSWER_MS }),
    ...(idleTransactionMs > 0 && { idle_in_transaction_session_timeout: idleTransactionMs }),
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // A connection that breaks while idle leaves the pool by itself; without a listener it would end the process.
  pool.on('error', () => undefined);
  const open = new Set<PoolClient>();
  pool.on('connect', (client) => {
    open.add(client);
    // One that breaks while it is lent out fails its statement; without a listener it would end the process.
    client.on('error', () => undefined);
  });
  pool.on('remove', (client) => open.delete(client));

  let prisma: Promise<PrismaClient> | undefined;
  let closed: Promise<void> | undefined;
  return {
    pool,
    prisma: () => {
      prisma ??= openPrisma(pool);
      return prisma;
    },
    close: () => {
      closed ??= closeAll(pool, open, prisma);
      return closed;
    },
  };
}

async function openPrisma(pool: Pool): Promise<PrismaClient> {
  // Half a second of loading that must not stand between the start of the process and its first update.
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('./generated/client.ts'),
  ]);
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
}

/** `pool.end()` resolves when it has asked the server to close the connections; a stopping server must find none. */
async function closeAll(
  pool: Pool,
  open: ReadonlySet<PoolClient>,
  prisma: Promise<PrismaClient> | undefined,
): Promise<void> {
  await (await prisma)?.$disconnect();
  await pool.end();
  while (open.size > 0) await once(pool, 'remove');
}

/** Names statements by their text. An empty name means an unnamed, unprepared statement. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= preparedStatements) return '';
    const name = `prisma_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
