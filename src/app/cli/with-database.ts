import { startEmbeddedPostgres } from '../../postgres/embedded-postgres.ts';
import { migrate } from '../../postgres/migrate.ts';
import { type Database, openDatabase } from '../../store/database.ts';
import { createDatabaseClock } from '../../store/database-clock.ts';
import type { Config } from '../config.ts';
import { createLifecycle } from '../lifecycle.ts';

/**
 * Runs something on the database of this installation, migrated, and releases it whatever happens, also where the
 * command is interrupted or nobody reads its output.
 */
export async function withDatabase<T>(
  config: Config,
  run: (database: Database, now: () => Date) => Promise<T>,
): Promise<T> {
  const lifecycle = createLifecycle();
  const embedded = config.databaseUrl
    ? null
    : await lifecycle.start(
        startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined }),
        (server) => server.stop(),
        true,
      );
  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    await migrate(url);
    const database = openDatabase({ url, poolSize: 1, limits: config.databaseLimits });
    try {
      const clock = createDatabaseClock(database.pool, () => performance.now());
      await clock.sync();
      return await run(database, clock.now);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}
