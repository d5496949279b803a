import type { Pool } from 'pg';
import type { Found, Query, QueryKind } from '../../src/domain/queries.ts';
import { createQueryRunner } from '../../src/features/find.ts';
import type { Reader } from '../../src/store/define-query.ts';

/** Answers one question. */
export function find<K extends QueryKind>(reader: Reader, query: Query<K>): Promise<Found<K>> {
  return createQueryRunner(reader)(query);
}

/** Answers a question that takes no Prisma Client, for those who have a pool only. */
export function findOnPool<K extends QueryKind>(pool: Pool, query: Query<K>): Promise<Found<K>> {
  return find({ pool, prisma: () => Promise.reject(new Error(`${query.kind} needs Prisma Client`)) }, query);
}
