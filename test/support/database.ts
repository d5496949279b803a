import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { inject } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { changeRegistry } from '../../src/features/changes.ts';
import { type Statement, statementOf } from '../../src/store/commit/act-rows.ts';
import type { Commit } from '../../src/store/commit/commit.ts';
import { batchItemOf } from '../../src/store/commit/commit-statement.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/store/database.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { databaseUrl } from './start-postgres.ts';

export interface TestDatabase extends Database {
  readonly url: string;
  readonly store: Store<Change>;
}

/**
 * A database of one's own with all migrations applied: a copy of the run's template, made in some tens of
 * milliseconds. `close` ends its connections, whoever holds them, and drops it.
 */
export async function createTestDatabase(
  options: Pick<DatabaseOptions, 'poolSize' | 'limits'> = {},
): Promise<TestDatabase> {
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
    store: storeOf(database.pool),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

const stores = new WeakMap<Pool, Store<Change>>();

/** The store over a pool, one for each as in a process. */
export function storeOf(pool: Pool): Store<Change> {
  const store = stores.get(pool) ?? createStore(pool, changeRegistry);
  stores.set(pool, store);
  return store;
}

/** Makes the store of an app the one of its pool. */
export function useStore(store: Store<Change>): void {
  stores.set(store.pool, store);
}

/** The statement that commits an effect by itself, for a test that runs it in a transaction of its own. */
export function commitStatement(effect: Commit<Change>): Statement {
  const { statementKey, row } = batchItemOf(changeRegistry, effect);
  return statementOf(statementKey, [row]);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
