import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language, NoticeAddress } from '../../../domain/state.ts';
import { addresseeOf, type KnownPerson, type Resolved, type Who } from '../../../domain/who.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { fittingThings, fittingValues } from '../../resources/store/queries.ts';
import { type ThingRow, thingFrom } from '../../resources/store/thing-row.ts';
import { addressOf } from './address.ts';

interface ResolvedRow extends MembershipRow {
  place: number;
  person_id: string | null;
  person_name: string;
  language: Language;
  time_zone: string;
  username: string | null;
  messenger: NonNullable<KnownPerson['address']>['messenger'] | null;
  private_chat_id: string | null;
  pending_id: string | null;
  pending_version: number;
  pending_roles: readonly string[];
  pending_expires_at: Date;
  holders: Readonly<Record<string, number>> | null;
  things?: readonly ThingRow[] | null;
}

/** Where a person `p` is told something: `written.messenger` and `written.private_chat_id`. */
export const addressJoin = addressOf('p', 'written');

/**
 * Pointers by name look among the living members only and stop at three: more than one is a question back anyway.
 * `offset 0` keeps the order out of the search: walking the list by name until three fit would walk all of it
 * where none do, while the trigram index finds them at once.
 */
const resolveStatement = (things: string): string => `
with asked as (
  select * from unnest($3::int[], $4::text[], $5::text[], $6::text[]) as a (place, kind, value, addressee)
), hit as (
  select asked.place, a.person_id from asked join accounts a
      on a.messenger = $1 and asked.kind = 'account' and a.account_id = asked.value
  union
  select asked.place, latest.person_id from asked cross join lateral (
      select person_id from accounts where messenger = $1 and username = asked.value
       order by last_seen_at desc limit 1) latest where asked.kind = 'username'
  union
  select asked.place, k.id from asked join persons k on asked.kind = 'email' and k.email = asked.value
  union
  select asked.place, k.id from asked join persons k on asked.kind = 'phone' and k.phone = asked.value
  union
  select asked.place, named.person_id from asked cross join lateral (
      select person_id from (
        select person_id, sort_name, id from memberships where workspace_id = $2 and state in ('active', 'suspended')
           and search like '%' || asked.value || '%' offset 0) fitting
       order by sort_name, id limit 3) named where asked.kind = 'name'
)
select asked.place, p.id as person_id, p.name as person_name, p.language, p.time_zone, seen.username,
       written.messenger, written.private_chat_id, ${membershipColumns},
       i.id as pending_id, i.version as pending_version, i.roles as pending_roles, i.expires_at as pending_expires_at,
       (select json_object_agg(role, holders) from (
          select r.role, count(*)::int as holders from membership_roles r
            join memberships h on h.id = r.membership_id and h.state = 'active'
           where r.workspace_id = $2 and r.role = any ($7::text[]) and (r.until is null or r.until > $8)
           group by r.role) counted) as holders${things}
  from asked
  left join hit on hit.place = asked.place
  left join persons p on p.id = hit.person_id
  left join lateral (select username from accounts where person_id = p.id
                      order by last_seen_at desc limit 1) seen on true
  ${addressJoin}
  left join memberships m on m.workspace_id = $2 and m.person_id = p.id
  ${membershipJoins}
  left join invitations i on i.workspace_id = $2 and i.state = 'pending' and i.expires_at > $8
        and i.addressee in (asked.addressee, 'person:' || p.id::text)
 order by asked.place, p.id`;

const RESOLVE = resolveStatement('');
const RESOLVE_WITH_THINGS = resolveStatement(
  `,\n       (select json_agg(fit) from (${fittingThings(9)}) fit) as things`,
);

/** Resolves pointers at people; see the question's own description. */
export async function resolvePeople(
  pool: Pool,
  query: Query<'people.resolve'>,
): Promise<Found<'people.resolve'>> {
  const { rows } = await pool.query<ResolvedRow>({
    name: query.things === null ? 'resolve-people' : 'resolve-people-and-things',
    text: query.things === null ? RESOLVE : RESOLVE_WITH_THINGS,
    values: [
      query.messenger,
      query.workspaceId,
      query.who.map((_, place) => place),
      query.who.map((who) => who.kind),
      query.who.map(lookupValue),
      query.who.map((who) => addresseeOf(query.messenger, who, null)),
      query.count,
      query.now,
      ...(query.things === null ? [] : fittingValues(query.workspaceId, query.things)),
    ],
  });
  return {
    resolved: query.who.map((who, place) =>
      resolvedFrom(
        who,
        rows.filter((row) => row.place === place),
      ),
    ),
    holders: new Map(Object.entries(rows[0]?.holders ?? {})),
    things: (rows[0]?.things ?? []).map(thingFrom),
  };
}

function resolvedFrom(who: Who, rows: readonly ResolvedRow[]): Resolved {
  const pending = rows.find((row) => row.pending_id !== null);
  return {
    who,
    people: rows.flatMap(personFrom),
    pending: pending?.pending_id
      ? {
          id: pending.pending_id,
          version: pending.pending_version,
          roles: pending.pending_roles,
          expiresAt: pending.pending_expires_at,
        }
      : null,
  };
}

function personFrom(row: ResolvedRow): KnownPerson[] {
  if (row.person_id === null) return [];
  return [
    {
      personId: row.person_id,
      name: row.person_name,
      language: row.language,
      timeZone: row.time_zone,
      username: row.username,
      address:
        row.messenger === null || row.private_chat_id === null
          ? null
          : { messenger: row.messenger, chatId: row.private_chat_id },
      membership: membershipFrom(row),
    },
  ];
}

/** What is compared in the store; `%`, `_` and `\` of a name are no wildcards. */
function lookupValue(who: Who): string {
  switch (who.kind) {
    case 'account':
      return who.accountId;
    case 'username':
      return who.username.toLowerCase();
    case 'phone':
      return who.phone;
    case 'email':
      return who.email.toLowerCase();
    case 'name':
      return who.name.toLowerCase().replace(/[\\%_]/g, '\\$&');
  }
}

/** Where a person is told something now, and in which language; null where nobody can tell them anything. */
export async function findAddress(
  pool: Pool,
  personId: string,
): Promise<{ readonly language: Language; readonly address: NoticeAddress } | null> {
  const { rows } = await pool.query<{
    language: Language;
    messenger: NoticeAddress['messenger'] | null;
    private_chat_id: string | null;
  }>({
    name: 'people-address',
    text: `select p.language, written.messenger, written.private_chat_id from persons p ${addressJoin} where p.id = $1`,
    values: [personId],
  });
  const [row] = rows;
  if (!row?.messenger || row.private_chat_id === null) return null;
  return { language: row.language, address: { messenger: row.messenger, chatId: row.private_chat_id } };
}
