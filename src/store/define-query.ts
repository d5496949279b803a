import type { Pool } from 'pg';
import type { Found, Query, QueryKind } from '../domain/queries.ts';
import { createBatch } from './commit/batch.ts';
import { run, type Statement } from './define-statement.ts';
import type { PrismaClient } from './generated/client.ts';

/** What questions are answered from. */
export interface Reader {
  /** For the statements on the way of an update. */
  readonly pool: Pool;
  /** For all other reads. Loaded at its first use, then kept. */
  prisma(): Promise<PrismaClient>;
  /** The key of the installation for a purpose; without it what is sealed cannot be read. */
  readonly keyFor?: (purpose: string) => Uint8Array;
}

type Answer<K extends QueryKind> = (query: Query<K>) => Promise<Found<K>>;

/** How one kind of question is answered. */
export interface QuerySpec<K extends QueryKind> {
  readonly kind: K;
  /** Opens the answering of a store; what it keeps (a batch under way) belongs to that store. */
  readonly open: (reader: Reader) => Answer<K>;
}

/** A question that one statement answers. */
interface StatementSpec<K extends QueryKind, P, R extends object> {
  readonly statement: Statement<P, R> | ((query: Query<K>) => Statement<P, R>);
  readonly parameters: (query: Query<K>) => P;
  readonly found: (rows: R[], query: Query<K>) => Found<K>;
}

/** Defines a kind of question on the way of an update: a statement of its own on the pool. */
export function defineQuery<K extends QueryKind, P, R extends object>(
  kind: K,
  { statement, parameters, found }: StatementSpec<K, P, R>,
): QuerySpec<K> {
  const statementOf = typeof statement === 'function' ? statement : () => statement;
  return {
    kind,
    open:
      ({ pool }) =>
      async (query) =>
        found(await run(pool, statementOf(query), parameters(query)), query),
  };
}

/** A question whose askers share a statement: those who ask while one is under way go into the next together. */
interface BatchSpec<K extends QueryKind, P, R extends object> {
  readonly statement: Statement<P, R>;
  readonly parameters: (queries: readonly Query<K>[]) => P;
  /** One value for each query, in their order. */
  readonly found: (rows: R[], queries: readonly Query<K>[]) => Found<K>[];
}

/** Defines a kind of question that many ask at once. */
export function defineBatchedQuery<K extends QueryKind, P, R extends object>(
  kind: K,
  { statement, parameters, found }: BatchSpec<K, P, R>,
): QuerySpec<K> {
  return {
    kind,
    open: ({ pool }) =>
      createBatch(async (queries: readonly Query<K>[]) =>
        found(await run(pool, statement, parameters(queries)), queries),
      ),
  };
}

/** Defines a kind of question that Prisma Client answers, or several reads together. */
export function defineClientQuery<K extends QueryKind>(
  kind: K,
  read: (reader: Reader, query: Query<K>) => Promise<Found<K>>,
): QuerySpec<K> {
  return { kind, open: (reader) => (query) => read(reader, query) };
}
