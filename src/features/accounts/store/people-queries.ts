import type { Query } from '../../../domain/queries.ts';
import { addresseeOf, type KnownPerson, type Resolved, type Who } from '../../../domain/who.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement } from '../../../store/define-statement.ts';
import { escapeLike } from '../../../store/escape-like.ts';
import type { Account } from '../../../store/generated/client.ts';
import { addressJoin } from '../../../store/rows/address.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import {
  type RecipientRow,
  recipientColumns,
  recipientFrom,
  recipientTypes,
} from '../../../store/rows/recipient-row.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { type Fitting, fittingParameters, fittingResources } from '../../resources/store/queries.ts';
import { type ResourceRow, resourceFrom } from '../../resources/store/resource-row.ts';

interface ResolvedRow extends MembershipRow, RecipientRow, Columns<Pick<Account, 'username'>> {
  place: number;
  pending_id: string | null;
  pending_version: number;
  pending_roles: readonly string[];
  pending_expires_at: Date;
  holders: Readonly<Record<string, number>> | null;
  resources: readonly ResourceRow[] | null;
}

interface Pointers {
  readonly messenger: string;
  readonly workspaceId: string;
  readonly places: readonly number[];
  readonly kinds: readonly Who['kind'][];
  readonly values: readonly string[];
  readonly addressees: readonly (string | null)[];
  readonly count: readonly string[];
  readonly now: Date;
  readonly resources: Fitting;
}

const columns = {
  ...membershipTypes,
  ...recipientTypes,
  username: 'text',
  place: 'int4',
  pending_id: 'uuid',
  pending_version: 'int4',
  pending_roles: 'text[]',
  pending_expires_at: 'timestamptz',
  holders: 'json',
  resources: 'json',
} as const;

/**
 * Pointers by name look among the living members only and stop at three: more than one is a question back anyway.
 * `offset 0` keeps the order out of the search: walking the list by name until three fit would walk all of it
 * where none do, while the trigram index finds them at once.
 */
function resolveSql(pointers: Pointers, resources: Sql): Sql {
  const { messenger, places, kinds, values, addressees, count, now } = pointers;
  const workspaceId = sql`${pointers.workspaceId}::uuid`;
  return sql`
with asked as (
  select * from unnest(${places}::int[], ${kinds}::text[], ${values}::text[], ${addressees}::text[]) as a (place, kind, value, addressee)
), hit as (
  select asked.place, a.person_id from asked join accounts a
      on a.messenger = ${messenger} and asked.kind = 'account' and a.account_id = asked.value
  union
  select asked.place, latest.person_id from asked cross join lateral (
      select person_id from accounts where messenger = ${messenger} and username = asked.value
       order by last_seen_at desc limit 1) latest where asked.kind = 'username'
  union
  select asked.place, k.id from asked join persons k on asked.kind = 'email' and k.email = asked.value
  union
  select asked.place, k.id from asked join persons k on asked.kind = 'phone' and k.phone = asked.value
  union
  select asked.place, named.person_id from asked cross join lateral (
      select person_id from (
        select person_id, sort_name, id from memberships where workspace_id = ${workspaceId} and state in ('active', 'suspended')
           and search like '%' || asked.value || '%' offset 0) fitting
       order by sort_name, id limit 3) named where asked.kind = 'name'
)
select asked.place, ${recipientColumns}, seen.username, ${membershipColumns},
       i.id as pending_id, i.version as pending_version, i.roles as pending_roles, i.expires_at as pending_expires_at,
       (select json_object_agg(role, holders) from (
          select r.role, count(*)::int as holders from membership_roles r
            join memberships h on h.id = r.membership_id and h.state = 'active'
           where r.workspace_id = ${workspaceId} and r.role = any (${count}::text[]) and (r.until is null or r.until > ${now})
           group by r.role) counted) as holders,
       ${resources} as resources
  from asked
  left join hit on hit.place = asked.place
  left join persons p on p.id = hit.person_id
  left join lateral (select username from accounts where person_id = p.id
                      order by last_seen_at desc limit 1) seen on true
  ${addressJoin}
  left join memberships m on m.workspace_id = ${workspaceId} and m.person_id = p.id
  ${membershipJoins}
  left join invitations i on i.workspace_id = ${workspaceId} and i.state = 'pending' and i.expires_at > ${now}
        and i.addressee in (asked.addressee, 'person:' || p.id::text)
 order by asked.place, p.id`;
}

const resolve = defineStatement<Pointers, ResolvedRow>({
  name: 'resolve-people',
  columns,
  sql: (pointers) => resolveSql(pointers, sql`null::json`),
});

const resolveWithResources = defineStatement<Pointers, ResolvedRow>({
  name: 'resolve-people-and-resources',
  columns,
  sql: (pointers) =>
    resolveSql(pointers, sql`(select json_agg(fit) from (${fittingResources(pointers.resources)}) fit)`),
});

/** The people that pointers mean, with their memberships, pending invitations and the counts that rules need. */
export const peopleResolve = defineQuery('people.resolve', {
  statement: ({ resources }) => (resources === null ? resolve : resolveWithResources),
  parameters: ({
    messenger,
    workspaceId,
    who,
    count,
    now,
    resources,
  }: Query<'people.resolve'>): Pointers => ({
    messenger,
    workspaceId,
    places: who.map((_, place) => place),
    kinds: who.map(({ kind }) => kind),
    values: who.map(lookupValue),
    addressees: who.map((one) => addresseeOf(messenger, one, null)),
    count,
    now,
    resources: fittingParameters(workspaceId, resources),
  }),
  found: (rows, { who }) => ({
    resolved: who.map((one, place) =>
      resolvedFrom(
        one,
        rows.filter((row) => row.place === place),
      ),
    ),
    holders: new Map(Object.entries(rows[0]?.holders ?? {})),
    resources: (rows[0]?.resources ?? []).map(resourceFrom),
  }),
});

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
  const recipient = recipientFrom(row);
  return recipient === null
    ? []
    : [{ ...recipient, username: row.username, membership: membershipFrom(row) }];
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
      return escapeLike(who.name.toLowerCase());
  }
}
