import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { personNow } from '../../../store/person-now.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import {
  type FoundMembers,
  type MemberCard,
  type MemberPointer,
  MOST_NAMESAKES,
  type PendingTransfer,
} from '../queries.ts';
import { searchedMembers } from './member-search.ts';
import { searchValues } from './members.ts';

/** A row of a card statement. */
export interface CardRow extends MembershipRow {
  person_id: string | null;
  name: string;
  language: Language;
  time_zone: string;
  messenger: NonNullable<MemberCard['address']>['messenger'] | null;
  private_chat_id: string | null;
  joined_at: Date;
  invited_by: string | null;
  accounts: { username: string | null; messengers: MemberCard['messengers']; seen: number } | null;
  keystone_holders: number;
  holders: Readonly<Record<string, number>> | null;
  transfer_id: string | null;
  transfer_from_id: string;
  transfer_to_id: string;
  transfer_to_name: string;
  transfer_expires_at: Date;
}

/** Active members who hold the role of the placeholder with no end. */
const holdersForGood = (role: string): string => `
  select count(*)::int from membership_roles r join memberships h on h.id = r.membership_id and h.state = 'active'
   where r.workspace_id = $1::uuid and r.role = ${role} and r.until is null`;

/** `picked (id, place)` of each kind of pointer; `$1` workspace, `$2` what the pointer says. */
const POINTED = {
  membership: `picked as (select id, 1 as place from memberships where id = $2::uuid and workspace_id = $1)`,
  account: `picked as (
    select m.id, 1 as place from accounts a join memberships m on m.person_id = a.person_id
     where a.messenger = $3 and a.account_id = $2 and m.workspace_id = $1 and m.state in ('active', 'suspended'))`,
  username: `picked as (
    select m.id, row_number() over (order by a.last_seen_at desc) as place
      from accounts a join memberships m on m.person_id = a.person_id
     where a.messenger = $3 and a.username = $2 and m.workspace_id = $1 and m.state in ('active', 'suspended')
     order by 2 limit 1)`,
  email: `picked as (
    select m.id, 1 as place from persons k join memberships m on m.person_id = k.id
     where k.email = $2 and m.workspace_id = $1 and m.state in ('active', 'suspended'))`,
  phone: `picked as (
    select m.id, 1 as place from persons k join memberships m on m.person_id = k.id
     where k.phone = $2 and m.workspace_id = $1 and m.state in ('active', 'suspended'))`,
  name: searchedMembers('after'),
} as const;

/** Where the parameters of the pointer end: `$n` is the keystone role, then the counted ones, then the time. */
const POINTER_VALUES = { membership: 2, account: 3, username: 3, email: 2, phone: 2, name: 4 } as const;

function cardStatement(kind: keyof typeof POINTED): string {
  const [keystone, count, now] = [1, 2, 3].map((place) => `$${POINTER_VALUES[kind] + place}`);
  return `with ${POINTED[kind]}, rules as (
  select (${holdersForGood(`${keystone}::text`)}) as keystone_holders,
         (select json_object_agg(counted.role, counted.holders) from (
            select r.role, count(*)::int as holders from membership_roles r
              join memberships h on h.id = r.membership_id and h.state = 'active'
             where r.workspace_id = $1 and r.role = any (${count}::text[])
               and (r.until is null or r.until > ${now}::timestamptz) group by r.role) counted) as holders
)
select rules.keystone_holders, rules.holders,
       t.id as transfer_id, t.from_id as transfer_from_id, t.to_id as transfer_to_id, t.expires_at as transfer_expires_at,
       (select name from persons where id = t.to_id) as transfer_to_name,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id,
       m.joined_at, (select name from persons where id = ${personNow('m.invited_by_id')}) as invited_by, known.accounts, ${membershipColumns}
  from rules
  left join transfers t on t.workspace_id = $1 and t.state = 'pending'
  left join picked on true
  left join memberships m on m.id = picked.id
  left join persons p on p.id = m.person_id
  left join lateral (
    select json_build_object('username', (array_agg(username order by last_seen_at desc))[1],
                             'messengers', json_agg(distinct messenger),
                             'seen', extract(epoch from max(last_seen_at)) * 1000) as accounts
      from accounts where person_id = p.id having count(*) > 0) known on true
  ${addressJoin}
  ${membershipJoins}
 order by picked.place limit ${MOST_NAMESAKES + 1}`;
}

/** The statements of each kind of pointer, for the store and for the test that looks at their plans. */
export const cardStatements = {
  membership: cardStatement('membership'),
  account: cardStatement('account'),
  username: cardStatement('username'),
  email: cardStatement('email'),
  phone: cardStatement('phone'),
  name: cardStatement('name'),
};

/** Finds members; see the question's own description. */
export async function findMembers(pool: Pool, query: Query<'members.find'>): Promise<Found<'members.find'>> {
  const { kind, values } = cardQuery(query);
  const { rows } = await pool.query<CardRow>({
    // A search by name is planned each time, as that of the list is.
    ...(kind === 'name' ? {} : { name: `members-find-${kind}` }),
    text: cardStatements[kind],
    values,
  });
  return foundMembers(rows);
}

/** What the rows of a card statement say. */
export function foundMembers(rows: readonly CardRow[]): FoundMembers {
  const members = rows.flatMap(cardFrom);
  return {
    members: members.slice(0, MOST_NAMESAKES),
    more: members.length > MOST_NAMESAKES,
    ownerRoleHolders: rows[0]?.keystone_holders ?? 0,
    holders: rows[0]?.holders ?? {},
    transfer: rows[0] ? transferFrom(rows[0]) : null,
  };
}

/** Which card statement answers a question about members, and its parameters. */
export function cardQuery(query: Omit<Query<'members.find'>, 'kind'>): {
  readonly kind: keyof typeof cardStatements;
  readonly values: unknown[];
} {
  const { kind, values } = pointerValues(query.pointer, query.messenger);
  return { kind, values: [query.workspaceId, ...values, query.ownerRole, query.count, query.now] };
}

function pointerValues(
  pointer: MemberPointer,
  messenger: string,
): { kind: keyof typeof POINTED; values: readonly unknown[] } {
  if (pointer.kind === 'membership') return { kind: 'membership', values: [pointer.membershipId] };
  const { who } = pointer;
  switch (who.kind) {
    case 'account':
      return { kind: 'account', values: [who.accountId, messenger] };
    case 'username':
      return { kind: 'username', values: [who.username.toLowerCase(), messenger] };
    case 'name':
      return { kind: 'name', values: [null, ...searchValues(who.name)] };
    case 'email':
      return { kind: 'email', values: [who.email.toLowerCase()] };
    case 'phone':
      return { kind: 'phone', values: [who.phone] };
  }
}

function cardFrom(row: CardRow): MemberCard[] {
  const membership = membershipFrom(row);
  if (membership === null || row.person_id === null) return [];
  return [
    {
      personId: row.person_id,
      name: row.name,
      language: row.language,
      timeZone: row.time_zone,
      address:
        row.messenger === null || row.private_chat_id === null
          ? null
          : { messenger: row.messenger, chatId: row.private_chat_id },
      username: row.accounts?.username ?? null,
      membership,
      joinedAt: row.joined_at,
      invitedBy: row.invited_by,
      lastActiveAt: row.accounts ? new Date(row.accounts.seen) : null,
      messengers: row.accounts?.messengers ?? [],
    },
  ];
}

function transferFrom(row: CardRow): PendingTransfer | null {
  if (row.transfer_id === null) return null;
  return {
    id: row.transfer_id,
    fromId: row.transfer_from_id,
    toId: row.transfer_to_id,
    toName: row.transfer_to_name,
    expiresAt: row.transfer_expires_at,
  };
}
