import { startEmbeddedPostgres } from '../../postgres/embedded-postgres.ts';
import { migrate } from '../../postgres/migrate.ts';
import { type Database, openDatabase } from '../../store/database.ts';
import type { Config } from '../config.ts';

/** Runs something on the database of this installation, migrated, and releases it whatever happens. */
export async function withDatabase<T>(config: Config, run: (database: Database) => Promise<T>): Promise<T> {
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined });
  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    await migrate(url);
    const database = openDatabase({ url, poolSize: 1 });
    try {
      return await run(database);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}
