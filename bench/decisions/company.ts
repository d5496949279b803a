import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { KEY_ENTROPY_BYTES, mintKey } from '../../src/features/api-keys/store/api-key-token.ts';
import { sqlIdOf } from '../people.ts';
import { seedMembers } from '../seed.ts';

/** A workspace of designers with some bots, and a key to ask about it. */
export interface SeededCompany {
  readonly token: string;
  readonly personIds: readonly string[];
  readonly botIds: readonly string[];
}

/** Beyond the numbers of the other figures' people. */
const FIRST = 600_000_000_000;
const MEMBERS = 1_000;
const BOTS = 10;
/** No load of ours comes to that. */
const RATE_PER_MINUTE = 2_000_000_000;

/** Seeds it. */
export async function seedCompany(pool: Pool): Promise<SeededCompany> {
  await seedMembers(pool, FIRST, MEMBERS);
  const { token, publicId, secretHash } = mintKey(randomBytes(KEY_ENTROPY_BYTES));
  const workspace = sqlIdOf('workspace', String(FIRST));
  await pool.query(
    `insert into api_keys (id, workspace_id, public_id, secret_hash, name, scopes, rate_per_minute, created_by_id, created_at)
     select gen_random_uuid(), ${workspace}, $1, $2, 'bench', array['evaluate', 'search'], $3, person_id, now()
       from memberships where workspace_id = ${workspace} limit 1`,
    [publicId, secretHash, RATE_PER_MINUTE],
  );
  const { rows } = await pool.query<{ person_id: string }>(
    `select person_id from memberships where workspace_id = ${workspace}`,
  );
  const bots = await pool.query<{ id: string }>(
    `insert into bots (id, workspace_id, name, created_at)
     select gen_random_uuid(), ${workspace}, 'Bot ' || n, now() from generate_series(1, ${BOTS}) as n returning id`,
  );
  return {
    token,
    personIds: rows.map(({ person_id }) => person_id),
    botIds: bots.rows.map(({ id }) => id),
  };
}
