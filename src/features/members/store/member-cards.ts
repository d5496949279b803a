import type { Query } from '../../../domain/queries.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement, type Statement } from '../../../store/define-statement.ts';
import type { Membership } from '../../../store/generated/client.ts';
import { addressJoin } from '../../../store/rows/address.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import { personNow } from '../../../store/rows/person-now.ts';
import {
  type RecipientRow,
  recipientColumns,
  recipientFrom,
  recipientTypes,
} from '../../../store/rows/recipient-row.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import {
  type FoundMembers,
  MAX_NAMESAKES,
  type MemberCard,
  type MemberPointer,
  type PendingTransfer,
} from '../queries.ts';
import { searchedMembers, searchTerms } from './member-search.ts';

/** A row of a card statement. */
export interface CardRow extends MembershipRow, RecipientRow, Columns<Pick<Membership, 'joinedAt'>> {
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

/** The types of a card statement's columns. */
export const cardTypes = {
  ...membershipTypes,
  ...recipientTypes,
  joined_at: 'timestamptz',
  invited_by: 'text',
  accounts: 'json',
  keystone_holders: 'int4',
  holders: 'json',
  transfer_id: 'uuid',
  transfer_from_id: 'uuid',
  transfer_to_id: 'uuid',
  transfer_to_name: 'text',
  transfer_expires_at: 'timestamptz',
} as const;

/** What a card statement takes. */
export interface CardParameters {
  readonly workspaceId: string;
  /** The messenger that an account or username is one of. */
  readonly messenger: string;
  /** What the pointer says: an id, a username, an address; of a name the text in lower case. */
  readonly pointer: string;
  /** Of a name: its LIKE pattern, where it is long enough. */
  readonly pattern: string | null;
  readonly ownerRole: string;
  readonly count: readonly string[];
  readonly now: Date;
}

const LIVING = sql`m.state in ('active', 'suspended')`;

/** `picked (id, place)` for each kind of pointer. */
const pointed = {
  membership: ({ workspaceId, pointer }) => sql`
    picked as (select id, 1 as place from memberships where id = ${pointer}::uuid and workspace_id = ${workspaceId}::uuid)`,
  account: ({ workspaceId, messenger, pointer }) => sql`
    picked as (
    select m.id, 1 as place from accounts a join memberships m on m.person_id = a.person_id
     where a.messenger = ${messenger} and a.account_id = ${pointer} and m.workspace_id = ${workspaceId}::uuid and ${LIVING})`,
  username: ({ workspaceId, messenger, pointer }) => sql`
    picked as (
    select m.id, row_number() over (order by a.last_seen_at desc) as place
      from accounts a join memberships m on m.person_id = a.person_id
     where a.messenger = ${messenger} and a.username = ${pointer} and m.workspace_id = ${workspaceId}::uuid and ${LIVING}
     order by 2 limit 1)`,
  email: ({ workspaceId, pointer }) => sql`
    picked as (
    select m.id, 1 as place from persons k join memberships m on m.person_id = k.id
     where k.email = ${pointer} and m.workspace_id = ${workspaceId}::uuid and ${LIVING})`,
  phone: ({ workspaceId, pointer }) => sql`
    picked as (
    select m.id, 1 as place from persons k join memberships m on m.person_id = k.id
     where k.phone = ${pointer} and m.workspace_id = ${workspaceId}::uuid and ${LIVING})`,
  name: ({ workspaceId, pointer: text, pattern }) =>
    searchedMembers('after', { workspaceId, edgeId: null, text, pattern }),
} as const satisfies Record<string, (parameters: CardParameters) => Sql>;

/** What a pointer at a member is made of. */
export type PointerKind = keyof typeof pointed;

/** The SELECT of a card, for a kind of pointer. */
export function cardSql(kind: PointerKind, parameters: CardParameters): Sql {
  const { ownerRole, count, now } = parameters;
  const workspaceId = sql`${parameters.workspaceId}::uuid`;
  return sql`with ${pointed[kind](parameters)}, rules as (
  select (select count(*)::int from membership_roles r
            join memberships h on h.id = r.membership_id and h.state = 'active'
           where r.workspace_id = ${workspaceId} and r.role = ${ownerRole}::text and r.until is null) as keystone_holders,
         (select json_object_agg(counted.role, counted.holders) from (
            select r.role, count(*)::int as holders from membership_roles r
              join memberships h on h.id = r.membership_id and h.state = 'active'
             where r.workspace_id = ${workspaceId} and r.role = any (${count}::text[])
               and (r.until is null or r.until > ${now}::timestamptz) group by r.role) counted) as holders
)
select rules.keystone_holders, rules.holders,
       t.id as transfer_id, t.from_id as transfer_from_id, t.to_id as transfer_to_id, t.expires_at as transfer_expires_at,
       (select name from persons where id = t.to_id) as transfer_to_name, ${recipientColumns}, m.joined_at,
       (select name from persons where id = ${personNow(sql`m.invited_by_id`)}) as invited_by, known.accounts, ${membershipColumns}
  from rules
  left join transfers t on t.workspace_id = ${workspaceId} and t.state = 'pending'
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
 order by picked.place limit ${literal(MAX_NAMESAKES + 1)}`;
}

function cardStatement(kind: PointerKind): Statement<CardParameters, CardRow> {
  return defineStatement<CardParameters, CardRow>({
    name: `members-find-${kind}`,
    columns: cardTypes,
    // A search by name is planned each time, as that of the list is.
    prepared: kind !== 'name',
    sql: (parameters) => cardSql(kind, parameters),
  });
}

/** The statement of each kind of pointer; a test looks at their plans. */
export const memberCards: Readonly<Record<PointerKind, Statement<CardParameters, CardRow>>> = {
  membership: cardStatement('membership'),
  account: cardStatement('account'),
  username: cardStatement('username'),
  email: cardStatement('email'),
  phone: cardStatement('phone'),
  name: cardStatement('name'),
};

/** The members that a pointer means, with the counts that rules about them need. */
export const membersFind = defineQuery('members.find', {
  statement: ({ pointer }) => memberCards[pointerKind(pointer)],
  parameters: cardParameters,
  found: foundMembers,
});

/** What the rows of a card statement say. */
export function foundMembers(rows: readonly CardRow[]): FoundMembers {
  const members = rows.flatMap(cardFrom);
  return {
    members: members.slice(0, MAX_NAMESAKES),
    more: members.length > MAX_NAMESAKES,
    ownerRoleHolders: rows[0]?.keystone_holders ?? 0,
    holders: rows[0]?.holders ?? {},
    transfer: rows[0] ? transferFrom(rows[0]) : null,
  };
}

/** Which statement finds what a pointer means. */
export function pointerKind(pointer: MemberPointer): PointerKind {
  return pointer.kind === 'membership' ? 'membership' : pointer.who.kind;
}

/** The parameters of a question about members. */
export function cardParameters({
  workspaceId,
  messenger,
  pointer,
  ownerRole,
  count,
  now,
}: Omit<Query<'members.find'>, 'kind'>): CardParameters {
  return { workspaceId, messenger, ...pointerValues(pointer), ownerRole, count, now };
}

function pointerValues(pointer: MemberPointer): Pick<CardParameters, 'pointer' | 'pattern'> {
  if (pointer.kind === 'membership') return { pointer: pointer.membershipId, pattern: null };
  const { who } = pointer;
  switch (who.kind) {
    case 'account':
      return { pointer: who.accountId, pattern: null };
    case 'username':
      return { pointer: who.username.toLowerCase(), pattern: null };
    case 'name': {
      const { text, pattern } = searchTerms(who.name);
      return { pointer: text, pattern };
    }
    case 'email':
      return { pointer: who.email.toLowerCase(), pattern: null };
    case 'phone':
      return { pointer: who.phone, pattern: null };
  }
}

function cardFrom(row: CardRow): MemberCard[] {
  const membership = membershipFrom(row);
  const recipient = recipientFrom(row);
  if (membership === null || recipient === null) return [];
  return [
    {
      ...recipient,
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
