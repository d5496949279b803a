import type { Pool } from 'pg';
import type { Subject } from '../../../access/subject.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import type { ApiKey } from '../../../store/generated/client.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import { sql } from '../../../store/sql.ts';
import type { KeyScope } from '../../api-keys/key.ts';
import type { SubjectRef } from '../subject-ref.ts';

/** Beyond this a read has lost its connection. */
export const READ_MS = 5_000;

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

interface KeyRow
  extends Columns<Pick<ApiKey, 'id' | 'publicId' | 'secretHash' | 'workspaceId' | 'ratePerMinute'>> {
  scheme: string;
  scopes: readonly KeyScope[];
}

const livingKeys = defineStatement<{ readonly publicIds: readonly string[] }, KeyRow>({
  name: 'access-keys',
  columns: {
    id: 'uuid',
    public_id: 'text',
    secret_hash: 'bytea',
    workspace_id: 'uuid',
    scheme: 'text',
    scopes: 'text[]',
    rate_per_minute: 'int4',
  },
  timeoutMs: READ_MS,
  sql: ({ publicIds }) => sql`
select k.id, k.public_id, k.secret_hash, k.workspace_id, w.scheme, k.scopes, k.rate_per_minute
  from api_keys k join workspaces w on w.id = k.workspace_id
 where k.public_id = any (${publicIds}::text[]) and k.revoked_at is null`,
});

/** The living keys with these public ids, in the order asked; null where there is none. */
export async function readKeys(
  pool: Pool,
  publicIds: readonly string[],
): Promise<readonly (KeyRecord | null)[]> {
  const rows = await run(pool, livingKeys, { publicIds });
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

/** A subject asked about in a workspace. */
export interface AskedIn {
  readonly workspaceId: string;
  readonly ref: SubjectRef;
}

interface SubjectRow extends MembershipRow {
  place: string;
}

interface AskedSubjects {
  readonly workspaceIds: readonly string[];
  /** Of these four one is not null for each subject, or the two of an account. */
  readonly personIds: readonly (string | null)[];
  readonly messengers: readonly (string | null)[];
  readonly accountIds: readonly (string | null)[];
  readonly emails: readonly (string | null)[];
}

/**
 * An account or an e-mail address is looked for among the workspace's members only: to others it belongs to no person.
 * A person's former id, from before they were merged with another, means who they are now.
 */
const subjects = defineStatement<AskedSubjects, SubjectRow>({
  name: 'access-subjects',
  columns: { ...membershipTypes, place: 'int8' },
  timeoutMs: READ_MS,
  sql: ({ workspaceIds, personIds, messengers, accountIds, emails }) => sql`
select asked.place, ${membershipColumns}
  from unnest(${workspaceIds}::uuid[], ${personIds}::uuid[], ${messengers}::text[], ${accountIds}::text[], ${emails}::text[])
       with ordinality as asked (workspace_id, person_id, messenger, account_id, email, place)
  left join accounts a on a.messenger = asked.messenger and a.account_id = asked.account_id
  left join persons e on e.email = asked.email
  left join former_persons f on f.id = asked.person_id
  join memberships m on m.workspace_id = asked.workspace_id
                    and m.person_id = coalesce(f.person_id, asked.person_id, a.person_id, e.id)
  ${membershipJoins}`,
});

/** Those asked about as their workspaces know them, in the order asked; strangers are subjects too. */
export async function readSubjects(pool: Pool, asked: readonly AskedIn[]): Promise<readonly Subject[]> {
  const rows = await run(pool, subjects, {
    workspaceIds: asked.map(({ workspaceId }) => workspaceId),
    personIds: asked.map(({ ref }) => (ref.kind === 'person' ? ref.id : null)),
    messengers: asked.map(({ ref }) => (ref.kind === 'account' ? ref.messenger : null)),
    accountIds: asked.map(({ ref }) => (ref.kind === 'account' ? ref.id : null)),
    emails: asked.map(({ ref }) => (ref.kind === 'email' ? ref.id : null)),
  });
  const found = new Map(rows.map((row) => [Number(row.place) - 1, membershipFrom(row)]));
  return asked.map(({ ref }, place) => {
    const membership = found.get(place) ?? null;
    return subjectOf(membership, membership?.personId ?? (ref.kind === 'person' ? ref.id : ''));
  });
}
