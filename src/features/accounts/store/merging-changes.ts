import type { Bind, Part, WriteContext, Writer } from '../../../store/commit/statement.ts';
import type { IdentityChange } from '../changes.ts';
import { searchText } from './person-changes.ts';

type Merged = Extract<IdentityChange, { kind: 'persons.merged' }>;

/**
 * Merges two persons. Both rows are locked first, in the order of their ids, then the memberships in the order of
 * theirs; everything else waits for that. The row of the person who is no more is deleted: foreign keys then refuse
 * the whole, or what another act writes for that person at the same time, so that nothing is left behind.
 */
export const merged: Writer<Merged> = (change, bind, at) => {
  const keep = `${bind(change.keep.personId)}::uuid`;
  const gone = `${bind(change.gone.personId)}::uuid`;
  const both = `(select count(*) from ${at.ref('people')}) = 2`;
  return [
    {
      name: 'people',
      sql: `select id from persons
             where (id = ${keep} and version = ${bind(change.keep.version)}::int)
                or (id = ${gone} and version = ${bind(change.gone.version)}::int)
             order by id for update`,
      expect: 2,
    },
    {
      name: 'link',
      sql: `delete from link_codes where id = ${bind(change.linkId)}::uuid and expires_at > ${at.now} and ${both} returning 1`,
      expect: 1,
    },
    ...membershipParts(change, keep, both, bind, at),
    ...referenceParts(change, keep, gone, both, bind, at),
    {
      name: 'accounts',
      sql: `update accounts set person_id = ${keep}, active_workspace_id = ${bind(change.activeWorkspaceId)}::uuid
             where person_id in (${keep}, ${gone}) and ${both} returning 1`,
      expect: null,
    },
    {
      name: 'gone',
      sql: `delete from persons where id = ${gone} and (select count(*) from ${at.ref('kept')}) = ${bind(change.kept.length)}::int
               and ${both} returning email, phone`,
      expect: 1,
    },
    {
      name: 'person',
      sql: `update persons p set version = p.version + 1, email = coalesce(p.email, g.email), phone = coalesce(p.phone, g.phone)
              from ${at.ref('gone')} g where p.id = ${keep} returning 1`,
      expect: 1,
    },
    {
      name: 'former',
      sql: `insert into former_persons (id, person_id, merged_at) values (${gone}, ${keep}, ${at.now}) returning 1`,
      expect: 1,
    },
    {
      name: 'chain',
      sql: `update former_persons set person_id = ${keep} where person_id = ${gone} and ${both} returning 1`,
      expect: null,
    },
  ];
};

function membershipParts(
  change: Merged,
  keep: string,
  both: string,
  bind: Bind,
  at: WriteContext,
): readonly Part[] {
  const { kept, dropped, rolesGiven, rolesTaken, grantsGiven, grantsTaken } = change;
  const name = `${bind(change.keep.name)}::text`;
  const text = searchText(name, `${bind(change.keep.username)}::text`);
  const lost = dropped.filter(({ living }) => living).map(({ workspaceId }) => workspaceId);
  const isKept = `(select count(*) from ${at.ref('kept')}) = ${bind(kept.length)}::int`;
  return [
    {
      name: 'dropped',
      sql: `delete from memberships where id = any (${bind(dropped.map(({ membershipId }) => membershipId))}::uuid[])
               and ${both} and ${at.locked} returning 1`,
      expect: dropped.length,
    },
    {
      name: 'kept',
      sql: `update memberships m set person_id = ${keep}, version = m.version + 1, state = k.state, sort_name = lower(${name}), search = ${text}
              from unnest(${bind(kept.map(({ membershipId }) => membershipId))}::uuid[], ${bind(kept.map(({ state }) => state))}::text[]) as k (id, state)
             where m.id = k.id and ${both} and ${at.locked}
               and (select count(*) from ${at.ref('dropped')}) = ${bind(dropped.length)}::int returning 1`,
      expect: kept.length,
    },
    {
      name: 'roles_taken',
      sql: `delete from membership_roles where ${isKept} and (membership_id, role) in (
              select * from unnest(${bind(rolesTaken.map(({ membershipId }) => membershipId))}::uuid[], ${bind(rolesTaken.map(({ role }) => role))}::text[])) returning 1`,
      expect: rolesTaken.length,
    },
    {
      name: 'roles_given',
      sql: `insert into membership_roles (membership_id, workspace_id, role, until, granted_at)
            select g.id, g.workspace_id, g.role, g.until, ${at.now}
              from unnest(${bind(rolesGiven.map(({ membershipId }) => membershipId))}::uuid[], ${bind(rolesGiven.map(({ workspaceId }) => workspaceId))}::uuid[],
                          ${bind(rolesGiven.map(({ role }) => role))}::text[], ${bind(rolesGiven.map(({ until }) => until))}::timestamptz[])
                   as g (id, workspace_id, role, until)
             where ${isKept}
            on conflict (membership_id, role) do update set until = excluded.until returning 1`,
      expect: rolesGiven.length,
    },
    {
      name: 'grants_taken',
      sql: `delete from grants where ${isKept} and (membership_id, role, thing_kind, thing_id) in (
              select * from unnest(${bind(grantsTaken.map(({ membershipId }) => membershipId))}::uuid[], ${bind(grantsTaken.map(({ role }) => role))}::text[],
                                   ${bind(grantsTaken.map(({ place }) => place.kind))}::text[], ${bind(grantsTaken.map(({ place }) => place.id))}::uuid[])) returning 1`,
      expect: grantsTaken.length,
    },
    {
      name: 'grants_given',
      sql: `insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_at)
            select g.id, g.workspace_id, g.membership_id, g.role, g.kind, g.thing, g.until, ${at.now}
              from unnest(${bind(grantsGiven.map(({ id }) => id))}::uuid[], ${bind(grantsGiven.map(({ workspaceId }) => workspaceId))}::uuid[],
                          ${bind(grantsGiven.map(({ membershipId }) => membershipId))}::uuid[], ${bind(grantsGiven.map(({ role }) => role))}::text[],
                          ${bind(grantsGiven.map(({ place }) => place.kind))}::text[], ${bind(grantsGiven.map(({ place }) => place.id))}::uuid[],
                          ${bind(grantsGiven.map(({ until }) => until))}::timestamptz[])
                   as g (id, workspace_id, membership_id, role, kind, thing, until)
             where ${isKept}
            on conflict (membership_id, role, thing_kind, thing_id) do update set until = excluded.until returning 1`,
      expect: grantsGiven.length,
    },
    {
      name: 'counts',
      sql: `insert into member_counts (workspace_id, slot, members)
            select w.id, ${at.slot}, -1 from unnest(${bind(lost)}::uuid[]) as w (id) where ${isKept}
            on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members returning 1`,
      expect: lost.length,
    },
  ];
}

/** Everything else that names the person who is no more. */
function referenceParts(
  change: Merged,
  keep: string,
  gone: string,
  both: string,
  bind: Bind,
  at: WriteContext,
): readonly Part[] {
  const closed = `${bind(change.closedInvitations)}::uuid[]`;
  const theirs = (column: string) =>
    `${column} = case when ${column} = ${gone} then ${keep} else ${column} end`;
  const any = (name: string, sql: string): Part => ({ name, sql: `${sql} returning 1`, expect: null });
  return [
    any(
      'closed',
      `update invitations set state = 'revoked', version = version + 1, decided_at = ${at.now}, ${theirs('inviter_id')}
        where id = any (${closed}) and state = 'pending' and ${both}`,
    ),
    // After those that give way: two pending invitations never have one addressee.
    any(
      'invitations',
      `update invitations set ${theirs('inviter_id')},
              addressee = case when addressee = 'person:' || ${gone}::text and state = 'pending' then 'person:' || ${keep}::text else addressee end
        where (inviter_id = ${gone} or (addressee = 'person:' || ${gone}::text and state = 'pending'))
          and id <> all (${closed}) and (select count(*) from ${at.ref('closed')}) >= 0 and ${both}`,
    ),
    any(
      'own_transfers',
      `delete from transfers where from_id in (${keep}, ${gone}) and to_id in (${keep}, ${gone}) and ${both}`,
    ),
    any(
      'transfers',
      `update transfers set ${theirs('from_id')}, ${theirs('to_id')}
        where ${gone} in (from_id, to_id) and ${keep} not in (from_id, to_id) and ${both}`,
    ),
    any(
      'approvals',
      `update approvals set ${theirs('requested_by_id')}, ${theirs('decided_by_id')}
        where ${gone} in (requested_by_id, decided_by_id) and ${both}`,
    ),
    any('keys', `update api_keys set created_by_id = ${keep} where created_by_id = ${gone} and ${both}`),
  ];
}
