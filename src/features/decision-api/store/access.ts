import type { Pool } from 'pg';
import type { Subject } from '../../../access/subject.ts';
import { subjectOf } from '../../../domain/subject.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import type { KeyScope } from '../../api-keys/key.ts';
import type { SubjectRef } from '../subject-ref.ts';

/** Beyond this a read has lost its connection. `pg` reads it beside a query, its types do not know. */
const timeLimit = { query_timeout: 5_000 };

/** A living API key, with all that a request by it is answered on. */
export interface KeyRecord {
  readonly id: string;
  readonly publicId: string;
  readonly secretHash: Buffer;
  readonly workspaceId: string;
  /** Key of the workspace's role scheme. */
  readonly scheme: string;
  readonly scopes: readonly KeyScope[];
  readonly ratePerMinute: number;
}

interface KeyRow {
  id: string;
  public_id: string;
  secret_hash: Buffer;
  workspace_id: string;
  scheme: string;
  scopes: readonly KeyScope[];
  rate_per_minute: number;
}

const KEYS = `
select k.id, k.public_id, k.secret_hash, k.workspace_id, w.scheme, k.scopes, k.rate_per_minute
  from api_keys k join workspaces w on w.id = k.workspace_id
 where k.public_id = any ($1::text[]) and k.revoked_at is null`;

/** The living keys with these public ids, in the order asked; null where there is none. */
export async function readKeys(
  pool: Pool,
  publicIds: readonly string[],
): Promise<readonly (KeyRecord | null)[]> {
  const { rows } = await pool.query<KeyRow>({
    name: 'access-keys',
    text: KEYS,
    values: [publicIds],
    ...timeLimit,
  });
  const found = new Map(rows.map((row) => [row.public_id, keyFrom(row)]));
  return publicIds.map((publicId) => found.get(publicId) ?? null);
}

function keyFrom(row: KeyRow): KeyRecord {
  return {
    id: row.id,
    publicId: row.public_id,
    secretHash: row.secret_hash,
    workspaceId: row.workspace_id,
    scheme: row.scheme,
    scopes: row.scopes,
    ratePerMinute: row.rate_per_minute,
  };
}

/** Somebody asked about in a workspace. */
export interface AskedIn {
  readonly workspaceId: string;
  readonly ref: SubjectRef;
}

/**
 * An account or an e-mail address is looked for among the workspace's members only: to others it is nobody's. A
 * person's former id, from before they were merged with another, stands for who they are now.
 */
const SUBJECTS = `
select asked.place, ${membershipColumns.text}
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
       with ordinality as asked (workspace_id, person_id, messenger, account_id, email, place)
  left join accounts a on a.messenger = asked.messenger and a.account_id = asked.account_id
  left join persons e on e.email = asked.email
  left join former_persons f on f.id = asked.person_id
  join memberships m on m.workspace_id = asked.workspace_id
                    and m.person_id = coalesce(f.person_id, asked.person_id, a.person_id, e.id)
  ${membershipJoins.text}`;

/** Those asked about as their workspaces know them, in the order asked; strangers are subjects too. */
export async function readSubjects(pool: Pool, asked: readonly AskedIn[]): Promise<readonly Subject[]> {
  const { rows } = await pool.query<MembershipRow & { place: string }>({
    name: 'access-subjects',
    text: SUBJECTS,
    values: [
      asked.map(({ workspaceId }) => workspaceId),
      asked.map(({ ref }) => (ref.kind === 'person' ? ref.id : null)),
      asked.map(({ ref }) => (ref.kind === 'account' ? ref.messenger : null)),
      asked.map(({ ref }) => (ref.kind === 'account' ? ref.id : null)),
      asked.map(({ ref }) => (ref.kind === 'email' ? ref.id : null)),
    ],
    ...timeLimit,
  });
  const found = new Map(rows.map((row) => [Number(row.place) - 1, membershipFrom(row)]));
  return asked.map(({ ref }, place) => {
    const membership = found.get(place) ?? null;
    return subjectOf(membership, membership?.personId ?? (ref.kind === 'person' ? ref.id : ''));
  });
}
