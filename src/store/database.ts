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
}

/** Beyond so many texts a statement is no longer prepared by name: lists of every length must not fill the server. */
const preparedStatements = 500;

/** Opens a pool on `url`. Nothing connects before its first use. */
export function openDatabase({ url, poolSize = 8 }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'castellan',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // A connection that breaks while idle leaves the pool by itself; without a listener it would end the process.
  pool.on('error', () => undefined);
  const open = new Set<PoolClient>();
  pool.on('connect', (client) => open.add(client));
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
