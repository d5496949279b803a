import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import {
  type WholePersonRow,
  wholePersonColumns,
  wholePersonFrom,
  wholePersonJoins,
} from '../../privacy/store/whole-person.ts';
import type { Account, WholePerson } from '../person.ts';

interface LinkRow extends WholePersonRow {
  misses: number;
  link_id: string | null;
  shown_to: Account | null;
  side: 'keep' | 'gone' | null;
}

const LINK = `
with link as (
  select l.id, l.person_id, a.messenger, a.account_id, a.name, a.username, a.private_chat_id
    from link_codes l join accounts a on a.messenger = l.messenger and a.account_id = l.account_id and a.person_id = l.person_id
   where (l.code_hash = $1 or l.id = $2) and l.expires_at > $6
), sides as (
  select person_id, 'keep' as side from link union all select $3::uuid, 'gone' from link
)
select coalesce((select tries from code_tries
                  where messenger = $4 and account_id = $5 and since > $6 - interval '1 hour'), 0) as misses,
       link.id as link_id, sides.side,
       json_build_object('messenger', link.messenger, 'accountId', link.account_id, 'name', link.name,
                         'username', link.username, 'privateChatId', link.private_chat_id) as shown_to, ${wholePersonColumns}
  from (values (true)) as one (present)
  left join link on true
  left join sides on true
  left join persons p on p.id = sides.person_id
  ${wholePersonJoins}`;

/** Finds the code that was typed, and whom it would make one. */
export async function findLink(pool: Pool, query: Query<'people.link'>): Promise<Found<'people.link'>> {
  const { rows } = await pool.query<LinkRow>({
    name: 'people-link',
    text: LINK,
    values: [
      'codeHash' in query.by ? query.by.codeHash : null,
      'linkId' in query.by ? query.by.linkId : null,
      query.personId,
      query.messenger,
      query.accountId,
      query.now,
    ],
  });
  const [first] = rows;
  const side = (name: 'keep' | 'gone') => wholePersonFrom(rows.filter((row) => row.side === name));
  const keep = side('keep');
  // Whoever writes for the first time is written down only with the answer.
  const gone = side('gone') ?? newcomer(query.personId, query.now);
  return {
    misses: first?.misses ?? 0,
    link:
      first?.link_id && first.shown_to && keep
        ? { linkId: first.link_id, shownTo: first.shown_to, keep, gone }
        : null,
  };
}

function newcomer(personId: string, createdAt: Date): WholePerson {
  return {
    personId,
    name: '',
    language: 'en',
    timeZone: 'UTC',
    email: null,
    phone: null,
    createdAt,
    version: 0,
    accounts: [],
    activeWorkspaceId: null,
    memberships: [],
    invitations: [],
  };
}

/** Finds everything that is one person's. */
export async function findWhole(pool: Pool, query: Query<'people.whole'>): Promise<Found<'people.whole'>> {
  const { rows } = await pool.query<WholePersonRow>({
    name: 'people-whole',
    text: `select ${wholePersonColumns} from persons p ${wholePersonJoins} where p.id = $1`,
    values: [query.personId],
  });
  return wholePersonFrom(rows);
}

interface EmailRow {
  email: string | null;
  code_hash: Buffer | null;
  tries: number;
  sends: number;
  expires_at: Date;
  to_others: number;
}

/** Finds the code on its way to an address, and how many went there. */
export async function findEmailCode(
  pool: Pool,
  query: Query<'people.email'>,
): Promise<Found<'people.email'>> {
  const { rows } = await pool.query<EmailRow>({
    name: 'people-email',
    text: `select c.email, c.code_hash, c.tries, c.expires_at,
                  case when c.since > $3::timestamptz - interval '1 hour' then c.sends else 0 end as sends,
                  (select coalesce(sum(o.sends), 0)::int from email_codes o
                    where o.email = $2 and o.person_id <> $1::uuid and o.since > $3::timestamptz - interval '1 hour') as to_others
             from (values (true)) as one (present) left join email_codes c on c.person_id = $1::uuid`,
    values: [query.personId, query.email, query.now],
  });
  const [row] = rows;
  return {
    pending:
      row?.email && row.code_hash
        ? { email: row.email, codeHash: row.code_hash, tries: row.tries, expiresAt: row.expires_at }
        : null,
    sends: Math.max(row?.sends ?? 0, row?.to_others ?? 0),
  };
}

interface LeavingRow extends WholePersonRow {
  governance: number;
  shared_roles: readonly string[];
}

/** Finds everything that is one person's, and whether their workspaces can spare them. */
export async function findLeaving(
  pool: Pool,
  query: Query<'people.leaving'>,
): Promise<Found<'people.leaving'>> {
  const { rows } = await pool.query<LeavingRow>({
    name: 'people-leaving',
    text: `select w.governance,
                  array(select r.role from membership_roles r where r.membership_id = m.id and exists (
                    select 1 from membership_roles o join memberships h on h.id = o.membership_id and h.state = 'active'
                     where o.workspace_id = m.workspace_id and o.role = r.role and o.until is null and o.membership_id <> m.id)) as shared_roles,
                  ${wholePersonColumns}
             from persons p ${wholePersonJoins} where p.id = $1`,
    values: [query.personId],
  });
  const whole = wholePersonFrom(rows);
  if (whole === null) return null;
  const shared = rows.flatMap(({ membership_id, governance, shared_roles: roles }) =>
    membership_id === null ? [] : [[membership_id, { governance, roles }] as const],
  );
  return { whole, shared: new Map(shared) };
}
