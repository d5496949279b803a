import { Client } from 'pg';
import { inject } from 'vitest';
import type { TestDatabase } from './database.ts';

/** Cuts every connection to a database and lets nobody in until the returned function is called. */
export async function cutOff(database: TestDatabase): Promise<() => Promise<void>> {
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
  const name = rows[0]?.name;
  const server = new Client({ connectionString: inject('postgres').url });
  await server.connect();
  await server.query(`alter database ${name} with allow_connections false`);
  await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return async () => {
    await server.query(`alter database ${name} with allow_connections true`);
    await server.end();
  };
}
