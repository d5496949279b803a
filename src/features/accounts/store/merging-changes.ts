import { byKind, type ChangeOf, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, type Part, step, type WriteContext } from '../../../store/commit/parts.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { searchText } from '../../members/store/search-text.ts';
import type { IdentityChange } from '../changes.ts';

type Merged = ChangeOf<IdentityChange, 'persons.merged'>;

/** The two persons of a merge, and the condition that both rows are locked. */
interface Pair {
  readonly keep: Sql;
  readonly gone: Sql;
  readonly both: Sql;
}

/**
 * Merges two persons. Both rows are locked first, in the order of their ids, then the memberships in the order of
 * theirs; everything else waits for that. The row of the person who is no more is deleted: foreign keys then refuse
 * the whole, or what another act writes for that person at the same time, so that nothing is left behind.
 */
const personsMerged = defineChange<IdentityChange>()('persons.merged', {
  audit: (change) =>
    change.workspaceIds.map((workspaceId) => ({
      workspaceId,
      subjectId: change.keep.personId,
      detail: { former: change.gone.personId },
    })),
  affects: 'everyone',
  locks: (change) => [...change.kept, ...change.dropped],
  writeSet: 'exclusive',
  personRows: 'anyone',
  write: (change, at) => {
    const pair: Pair = {
      keep: sql`${once(change.keep.personId)}::uuid`,
      gone: sql`${once(change.gone.personId)}::uuid`,
      both: sql`(select count(*) from ${at.ref('people')}) = 2`,
    };
    return [
      ...claimParts(change, pair, at),
      ...membershipParts(change, pair, at),
      ...referenceParts(change, pair, at),
      ...personParts(change, pair, at),
    ];
  },
});

/** Locks both persons and spends the code. */
function claimParts(change: Merged, { keep, gone, both }: Pair, at: WriteContext): readonly Part[] {
  return [
    guard(
      'people',
      sql`select p.id from persons p, acts act
           where (p.id = ${keep} and p.version = ${change.keep.version}::int)
              or (p.id = ${gone} and p.version = ${change.gone.version}::int)
           order by p.id for update of p`,
      2,
    ),
    guard(
      'link',
      sql`delete from link_codes using acts act
           where id = ${change.linkId}::uuid and expires_at > ${at.now} and ${both} returning 1`,
      1,
    ),
  ];
}

/** Makes one person of the two, once the memberships have moved. */
function personParts(change: Merged, { keep, gone, both }: Pair, at: WriteContext): readonly Part[] {
  return [
    step(
      'accounts',
      sql`update accounts set person_id = ${keep}, active_workspace_id = ${change.activeWorkspaceId}::uuid from acts act
           where person_id in (${keep}, ${gone}) and ${both} returning 1`,
    ),
    guard(
      'gone',
      sql`delete from persons using acts act
           where id = ${gone} and (select count(*) from ${at.ref('kept')}) = ${change.kept.length}::int
             and ${both} returning email, phone`,
      1,
    ),
    guard(
      'person',
      sql`update persons p set version = p.version + 1, email = coalesce(p.email, g.email), phone = coalesce(p.phone, g.phone)
            from ${at.ref('gone')} g, acts act where p.id = ${keep} returning 1`,
      1,
    ),
    guard(
      'former',
      sql`insert into former_persons (id, person_id, merged_at) select ${gone}, ${keep}, ${at.now} from acts act returning 1`,
      1,
    ),
    step(
      'chain',
      sql`update former_persons set person_id = ${keep} from acts act where person_id = ${gone} and ${both} returning 1`,
    ),
  ];
}

function membershipParts(change: Merged, { keep, both }: Pair, at: WriteContext): readonly Part[] {
  const { kept, dropped, rolesGiven, rolesTaken, grantsGiven, grantsTaken } = change;
  const name = sql`${once(change.keep.name)}`;
  const search = searchText(name, sql`${change.keep.username}`);
  const lost = dropped.filter(({ living }) => living).map(({ workspaceId }) => workspaceId);
  const isKept = sql`(select count(*) from ${at.ref('kept')}) = ${once(kept.length)}::int`;
  const ids = (memberships: readonly { readonly membershipId: string }[]) =>
    sql`${memberships.map(({ membershipId }) => membershipId)}::uuid[]`;
  const roles = (given: readonly { readonly role: string }[]) =>
    sql`${given.map(({ role }) => role)}::text[]`;
  return [
    guard(
      'dropped',
      sql`delete from memberships using acts act
           where id = any (${ids(dropped)}) and ${both} and ${at.locked} returning 1`,
      dropped.length,
    ),
    guard(
      'kept',
      sql`update memberships m set person_id = ${keep}, version = m.version + 1, state = k.state, sort_name = lower(${name}), search = ${search}
            from acts act, unnest(${ids(kept)}, ${kept.map(({ state }) => state)}::text[]) as k (id, state)
           where m.id = k.id and ${both} and ${at.locked}
             and (select count(*) from ${at.ref('dropped')}) = ${dropped.length}::int returning 1`,
      kept.length,
    ),
    guard(
      'roles_taken',
      sql`delete from membership_roles using acts act where ${isKept} and (membership_id, role) in (
            select * from unnest(${ids(rolesTaken)}, ${roles(rolesTaken)})) returning 1`,
      rolesTaken.length,
    ),
    guard(
      'roles_given',
      sql`insert into membership_roles (membership_id, workspace_id, role, until, granted_at)
          select g.id, g.workspace_id, g.role, g.until, ${at.now}
            from acts act, unnest(${ids(rolesGiven)}, ${rolesGiven.map(({ workspaceId }) => workspaceId)}::uuid[],
                                  ${roles(rolesGiven)}, ${rolesGiven.map(({ until }) => until)}::timestamptz[])
                 as g (id, workspace_id, role, until)
           where ${isKept}
          on conflict (membership_id, role) do update set until = excluded.until returning 1`,
      rolesGiven.length,
    ),
    guard(
      'grants_taken',
      sql`delete from grants using acts act where ${isKept} and (membership_id, role, thing_kind, thing_id) in (
            select * from unnest(${ids(grantsTaken)}, ${roles(grantsTaken)}, ${grantsTaken.map(({ place }) => place.kind)}::text[],
                                 ${grantsTaken.map(({ place }) => place.id)}::uuid[])) returning 1`,
      grantsTaken.length,
    ),
    guard(
      'grants_given',
      sql`insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_at)
          select g.id, g.workspace_id, g.membership_id, g.role, g.kind, g.thing, g.until, ${at.now}
            from acts act, unnest(${grantsGiven.map(({ id }) => id)}::uuid[], ${grantsGiven.map(({ workspaceId }) => workspaceId)}::uuid[],
                                  ${ids(grantsGiven)}, ${roles(grantsGiven)}, ${grantsGiven.map(({ place }) => place.kind)}::text[],
                                  ${grantsGiven.map(({ place }) => place.id)}::uuid[], ${grantsGiven.map(({ until }) => until)}::timestamptz[])
                 as g (id, workspace_id, membership_id, role, kind, thing, until)
           where ${isKept}
          on conflict (membership_id, role, thing_kind, thing_id) do update set until = excluded.until returning 1`,
      grantsGiven.length,
    ),
    guard(
      'counts',
      sql`insert into member_counts (workspace_id, slot, members)
          select w.id, ${at.slot}, -1 from acts act, unnest(${lost}::uuid[]) as w (id) where ${isKept}
          on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members returning 1`,
      lost.length,
    ),
  ];
}

/** Everything else that names the person who is no more. */
function referenceParts(change: Merged, { keep, gone, both }: Pair, at: WriteContext): readonly Part[] {
  const closed = sql`${once(change.closedInvitations)}::uuid[]`;
  const kept = (column: Sql) =>
    sql`${column} = case when ${column} = ${gone} then ${keep} else ${column} end`;
  return [
    step(
      'closed',
      sql`update invitations set state = 'revoked', version = version + 1, decided_at = ${at.now}, ${kept(sql`inviter_id`)} from acts act
           where id = any (${closed}) and state = 'pending' and ${both} returning 1`,
    ),
    // After those that give way: two pending invitations never have one addressee.
    step(
      'invitations',
      sql`update invitations set ${kept(sql`inviter_id`)},
                 addressee = case when addressee = 'person:' || ${gone}::text and state = 'pending' then 'person:' || ${keep}::text else addressee end
            from acts act
           where (inviter_id = ${gone} or (addressee = 'person:' || ${gone}::text and state = 'pending'))
             and id <> all (${closed}) and (select count(*) from ${at.ref('closed')}) >= 0 and ${both} returning 1`,
    ),
    step(
      'own_transfers',
      sql`delete from transfers using acts act
           where from_id in (${keep}, ${gone}) and to_id in (${keep}, ${gone}) and ${both} returning 1`,
    ),
    step(
      'transfers',
      sql`update transfers set ${kept(sql`from_id`)}, ${kept(sql`to_id`)} from acts act
           where ${gone} in (from_id, to_id) and ${keep} not in (from_id, to_id) and ${both} returning 1`,
    ),
    step(
      'approvals',
      sql`update approvals set ${kept(sql`requested_by_id`)}, ${kept(sql`decided_by_id`)} from acts act
           where ${gone} in (requested_by_id, decided_by_id) and ${both} returning 1`,
    ),
    step(
      'keys',
      sql`update api_keys set created_by_id = ${keep} from acts act where created_by_id = ${gone} and ${both} returning 1`,
    ),
  ];
}

/** The spec of merging. */
export const mergingChanges = byKind(personsMerged);
