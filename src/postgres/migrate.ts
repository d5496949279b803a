import { Pool } from 'pg';
import { z } from 'zod';
import { type Migration, readMigrations } from './migrations.ts';

/** The key of the advisory lock that Prisma's own tools take while they migrate. */
const migrationLock = 72_707_369;

/** A server that does not let us in within this is away. The statements themselves may take long. */
const CONNECT_MS = 10_000;

/** Rows of `_prisma_migrations`. Ours are never half-done, but `prisma migrate` leaves such. */
const appliedRows = z.array(
  z.object({ name: z.string(), checksum: z.string(), finished: z.boolean(), logs: z.string().nullable() }),
);
type Applied = z.infer<typeof appliedRows>[number];

/**
 * Brings the database at `url` up to the migrations in `prisma/migrations`, and returns the names of those it had
 * to apply. Keeps the same books as `prisma migrate deploy` (`_prisma_migrations`). Processes that start at once
 * wait for each other; where there is nothing to do it costs two small queries.
 *
 * Each migration runs in one transaction with its entry in the books: one that fails, or is killed, leaves nothing.
 * Migrations that this version does not know (a newer one runs on the same database) are let be.
 *
 * Throws, naming the migration, when one fails, or was edited after it had been applied.
 */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  // One connection, so that the lock, the transaction and the engine's statements meet on it.
  const pool = new Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: 'castellan migrate',
    connectionTimeoutMillis: CONNECT_MS,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    if (pending(wanted, await applied(pool)).length === 0) return [];
    await pool.query('select pg_advisory_lock($1)', [migrationLock]);
    const due = pending(wanted, await applied(pool));
    if (due.length > 0) await applyAll(pool, wanted, due);
    return due.map(({ name }) => name);
  } finally {
    await pool.end();
  }
}

async function applied(pool: Pool): Promise<Applied[]> {
  // Asked first, for a statement that fails would cost the pool its connection, and with it the lock.
  const books = await pool.query("select to_regclass('_prisma_migrations') as books");
  if (books.rows[0]?.books === null) return [];
  const { rows } = await pool.query(
    `select migration_name as name, checksum, finished_at is not null as finished, logs
       from _prisma_migrations where rolled_back_at is null`,
  );
  return appliedRows.parse(rows);
}

function pending(wanted: readonly Migration[], done: readonly Applied[]): Migration[] {
  const failed = done.find((row) => !row.finished);
  if (failed) {
    throw new Error(
      `The migration ${failed.name} was begun on this database by other means and did not finish` +
        `${failed.logs ? ` (${failed.logs.trim()})` : ''}. Repair what it left, then mark it with ` +
        '"npx prisma migrate resolve".',
    );
  }
  const checksums = new Map(done.map((row) => [row.name, row.checksum]));
  const edited = wanted.find(({ name, checksum }) => (checksums.get(name) ?? checksum) !== checksum);
  if (edited) {
    throw new Error(
      `The migration ${edited.name} was edited after it had been applied to this database. ` +
        'Put its text back, and write the change as a new migration.',
    );
  }
  return wanted.filter(({ name }) => !checksums.has(name));
}

async function applyAll(pool: Pool, wanted: readonly Migration[], due: readonly Migration[]): Promise<void> {
  const { everything, migrationList, openSchemaEngine } = await import('./schema-engine.ts');
  const engine = await openSchemaEngine(pool);
  try {
    for (const migration of due) {
      // The engine applies what is missing of a list, which is then the last of it.
      const migrationsList = migrationList(wanted.slice(0, wanted.indexOf(migration) + 1));
      await pool.query('begin');
      await engine.applyMigrations({ migrationsList, filters: everything }).catch((error: unknown) => {
        throw failure(migration, error);
      });
      await pool.query('commit');
    }
  } finally {
    engine.free();
  }
}

function failure({ name }: Migration, error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return new Error('The database holds tables that are not ours. Give Castellan a database of its own.');
  }
  // After its message the engine prints where in its own code it was.
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\n\s+0: /);
  const told = reason.replace('external connector error\n', '').trim();
  return new Error(`The migration ${name} failed, and nothing of it was kept. ${told}`, { cause: error });
}
