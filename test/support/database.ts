import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { databaseUrl } from './start-postgres.ts';

export interface TestDatabase extends Database {
  readonly url: string;
}

/**
 * A database of one's own with all migrations applied: a copy of the run's template, made in some tens of
 * milliseconds. `close` ends its connections, whoever holds them, and drops it.
 */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { url: server, template } = inject('postgres');
  const name = `castellan_test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name} template ${template} strategy file_copy`);
  const url = databaseUrl(server, name);
  const database = openDatabase({ url, ...options });
  let closed: Promise<void> | undefined;
  const close = async () => {
    await database.close();
    await run(server, `drop database ${name} with (force)`);
  };
  return {
    ...database,
    url,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
