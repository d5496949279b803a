import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { offeredThings } from '../../invitations/store/invitation-row.ts';
import type { JoinedWorkspace } from '../queries.ts';

interface JoinedRow extends MembershipRow {
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
}

const JOINED_COLUMNS = `w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance,
       w.invitation_ttl_hours, ${membershipColumns}`;

/** Roles granted by their holder are those of creating a workspace and of accepting its ownership. */
export async function countOwned(
  pool: Pool,
  query: Query<'workspaces.owned'>,
): Promise<Found<'workspaces.owned'>> {
  const { rows } = await pool.query<{ owned: number }>({
    name: 'workspaces-owned',
    text: `select count(distinct m.workspace_id)::int as owned
             from memberships m join membership_roles r on r.membership_id = m.id
            where m.person_id = $1 and r.granted_by_id = m.person_id`,
    values: [query.personId],
  });
  return rows[0]?.owned ?? 0;
}

const PAGES = { after: pageOf('>', 'asc'), before: pageOf('<', 'desc') };

/** Ids are picked first; roles and grants are read for the page only. */
function pageOf(beyond: '>' | '<', order: 'asc' | 'desc'): string {
  return `
with picked as (
  select m.id, w.id as workspace_id from memberships m join workspaces w on w.id = m.workspace_id
   where m.person_id = $1 and m.state in ('active', 'suspended')
     and ($2::uuid is null or (lower(w.name), w.id) ${beyond} (select lower(name), id from workspaces where id = $2))
   order by lower(w.name) ${order}, w.id ${order} limit $3
)
select ${JOINED_COLUMNS}
  from picked join memberships m on m.id = picked.id join workspaces w on w.id = picked.workspace_id
  ${membershipJoins}
 order by lower(w.name), w.id`;
}

/** A page of a person's workspaces; one row more than asked for tells whether there are others. */
export async function pageWorkspaces(
  pool: Pool,
  query: Query<'workspaces.mine'>,
): Promise<Found<'workspaces.mine'>> {
  const { rows } = await pool.query<JoinedRow>({
    name: `workspaces-mine-${query.direction}`,
    text: PAGES[query.direction],
    values: [query.personId, query.at, query.limit + 1],
  });
  const more = rows.length > query.limit;
  const forward = query.direction === 'after';
  const kept = forward ? rows.slice(0, query.limit) : rows.slice(more ? 1 : 0);
  return {
    page: kept.flatMap(joinedFrom),
    hasPrevious: forward ? query.at !== null : more,
    hasNext: forward ? more : true,
  };
}

/** One workspace with the person's living membership in it. */
export async function findWorkspace(
  pool: Pool,
  query: Query<'workspaces.one'>,
): Promise<Found<'workspaces.one'>> {
  const { rows } = await pool.query<JoinedRow>({
    name: 'workspaces-one',
    text: `select ${JOINED_COLUMNS} from memberships m join workspaces w on w.id = m.workspace_id ${membershipJoins}
            where m.workspace_id = $1 and m.person_id = $2 and m.state in ('active', 'suspended')`,
    values: [query.workspaceId, query.personId],
  });
  return rows.flatMap(joinedFrom)[0] ?? null;
}

/** Only who holds some role can configure anything: the rest is for the permission core to say. */
export async function findBindable(
  pool: Pool,
  query: Query<'workspaces.bindable'>,
): Promise<Found<'workspaces.bindable'>> {
  const { rows } = await pool.query<JoinedRow>({
    name: 'workspaces-bindable',
    text: `
with picked as (
  select m.id, (w.id = a.active_workspace_id) is true as active
    from memberships m join workspaces w on w.id = m.workspace_id
    left join accounts a on a.messenger = $2 and a.account_id = $3
   where m.person_id = $1 and m.state = 'active'
     and exists (select 1 from membership_roles r where r.membership_id = m.id)
   order by active desc, lower(w.name), w.id limit $4
)
select ${JOINED_COLUMNS}
  from picked join memberships m on m.id = picked.id join workspaces w on w.id = m.workspace_id
  ${membershipJoins}
 order by picked.active desc, lower(w.name), w.id`,
    values: [query.personId, query.messenger, query.accountId, query.limit],
  });
  return rows.flatMap(joinedFrom);
}

/** Counts from the maintained numbers: at most sixteen rows, however many members there are. */
export async function countMembers(
  pool: Pool,
  query: Query<'workspaces.card'>,
): Promise<Found<'workspaces.card'>> {
  const { rows } = await pool.query<{ members: number }>({
    name: 'workspaces-card',
    text: 'select coalesce(sum(members), 0)::int as members from member_counts where workspace_id = $1',
    values: [query.workspaceId],
  });
  return { members: rows[0]?.members ?? 0 };
}

interface WelcomeRow {
  is_member: boolean;
  invitation_id: string | null;
  workspace_name: string;
  scheme: string;
  inviter: string | null;
  roles: readonly string[];
  offered_things: readonly { readonly name: string }[] | null;
  note: string | null;
  access_until: Date | null;
  expires_at: Date;
}

/** Invitations to the person, their account or their username; the partial index on addressees finds them. */
export async function welcome(
  pool: Pool,
  query: Query<'workspaces.welcome'>,
): Promise<Found<'workspaces.welcome'>> {
  const { messenger, accountId, username } = query;
  const { rows } = await pool.query<WelcomeRow>({
    name: 'workspaces-welcome',
    text: `select exists (select 1 from memberships where person_id = $1 and state in ('active', 'suspended')) as is_member,
                  i.id as invitation_id, w.name as workspace_name, w.scheme, p.name as inviter, i.roles, i.note,
                  case when i.things <> '[]' then (${offeredThings('i')}) end as offered_things,
                  i.access_until, i.expires_at
             from (values (true)) as one (present)
             left join lateral (select * from invitations where addressee = any ($2::text[] || array(
                                     select named.name from persons k, lateral (values ('email:' || k.email), ('phone:' || k.phone)) as named (name)
                                      where k.id = $1 and named.name is not null)) and state = 'pending'
                                   and expires_at > $3 order by created_at desc, id desc limit 5) i on true
             left join workspaces w on w.id = i.workspace_id
             left join persons p on p.id = i.inviter_id
            order by i.created_at desc, i.id desc`,
    values: [
      query.personId,
      [
        `person:${query.personId}`,
        `${messenger}:${accountId}`,
        ...(username === null ? [] : [`${messenger}:@${username.toLowerCase()}`]),
        ...(query.phone === undefined ? [] : [`phone:${query.phone}`]),
      ],
      query.now,
    ],
  });
  return {
    isMember: rows[0]?.is_member ?? false,
    invitations: rows.flatMap((row) =>
      row.invitation_id === null
        ? []
        : [
            {
              invitationId: row.invitation_id,
              workspace: { name: row.workspace_name, scheme: row.scheme },
              actorName: row.inviter ?? '',
              roles: row.roles,
              things: (row.offered_things ?? []).map(({ name }) => name),
              note: row.note,
              accessUntil: row.access_until,
              expiresAt: row.expires_at,
            },
          ],
    ),
  };
}

function joinedFrom(row: JoinedRow): JoinedWorkspace[] {
  const membership = membershipFrom(row);
  if (membership === null) return [];
  return [
    {
      workspace: {
        id: row.workspace_id,
        name: row.workspace_name,
        scheme: row.scheme,
        governance: row.governance,
        invitationTtlHours: row.invitation_ttl_hours,
      },
      membership,
    },
  ];
}
