import type { Guard } from '../../../domain/changes.ts';
import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { MembershipChange } from '../changes.ts';
import { insertGrants } from './insert-grants.ts';
import { countMembers, insertRoles } from './insert-roles.ts';
import { searchText } from './search-text.ts';

const define = defineChange<MembershipChange>();
const defineGuard = defineChange<Guard>();

const ofPerson = ({ personId }: { readonly personId: string }): string[] => [personId];
const rightsOf = ({
  workspaceId,
  personId,
}: {
  readonly workspaceId: string;
  readonly personId: string;
}) => ({
  workspaceId,
  persons: [personId],
});

const membershipAdded = define('membership.added', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: {
      roles: [...new Set([...change.roles, ...(change.grants ?? [])].map((given) => given.role))],
      invitedBy: change.invitedById,
    },
  }),
  affects: rightsOf,
  locks: [],
  writeSet: ofPerson,
  personRows: ofPerson,
  write: (change, at) => {
    const { grants = [] } = change;
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const person = sql`${once(change.personId)}::uuid`;
    const name = sql`${once(change.personName)}`;
    const added = at.ref('membership');
    // Acts share the statement: which of the memberships that are added is this one.
    const own = sql`(s.workspace_id, s.person_id) = (${workspace}, ${person})`;
    return [
      guard(
        'membership',
        sql`insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at, invited_by_id)
            select ${change.membershipId}::uuid, ${workspace}, ${person}, 'active', lower(${name}),
                   ${searchText(name, sql`${once(change.username)}`)}, ${at.now}, ${change.invitedById}::uuid from acts act
            on conflict (workspace_id, person_id) do update
               set state = 'active', version = memberships.version + 1, sort_name = excluded.sort_name,
                   search = excluded.search, joined_at = excluded.joined_at, invited_by_id = excluded.invited_by_id
             where memberships.state in ('left', 'removed')
            returning id, workspace_id, person_id`,
        1,
      ),
      guard('roles', insertRoles(added, change.roles, at, own), change.roles.length),
      ...(grants.length === 0 ? [] : [step('grants', insertGrants(added, grants, at, own))]),
      step('count', countMembers(added, 1, at, own)),
    ];
  },
});

const membershipRoles = define('membership.roles', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: {
      added: change.add.map((given) => ({ role: given.role, until: given.until })),
      removed: change.remove,
    },
  }),
  affects: rightsOf,
  locks: (change) => [change],
  writeSet: 'exclusive',
  personRows: ofPerson,
  write: (change, at) => [
    guard(
      'membership',
      sql`update memberships set version = version + 1 from acts act
           where id = ${change.membershipId}::uuid and version = ${change.version}::int
             and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
      1,
    ),
    guard(
      'removed',
      sql`delete from membership_roles r using ${at.ref('membership')} s, acts act
           where r.membership_id = s.id and r.role = any (${change.remove}::text[]) returning 1`,
      change.remove.length,
    ),
    guard('added', insertRoles(at.ref('membership'), change.add, at), change.add.length),
  ],
});

const membershipEnded = define('membership.ended', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: { state: change.state, roles: change.roles },
  }),
  affects: rightsOf,
  locks: (change) => [change],
  writeSet: 'exclusive',
  personRows: ofPerson,
  write: (change, at) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const person = sql`${once(change.personId)}::uuid`;
    const ended = at.ref('membership');
    return [
      guard(
        'membership',
        sql`update memberships set version = version + 1, state = ${change.state} from acts act
             where id = ${change.membershipId}::uuid and version = ${change.version}::int
               and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
        1,
      ),
      step(
        'roles',
        sql`delete from membership_roles r using ${ended} s where r.membership_id = s.id returning 1`,
      ),
      step('grants', sql`delete from grants g using ${ended} s where g.membership_id = s.id returning 1`),
      step(
        'inactive',
        sql`update accounts set active_workspace_id = null from acts act
             where person_id = ${person} and active_workspace_id = ${workspace} returning 1`,
      ),
      step(
        'transfers',
        sql`update transfers set state = 'cancelled', decided_at = ${at.now} from acts act
             where workspace_id = ${workspace} and state = 'pending' and ${person} in (from_id, to_id) returning 1`,
      ),
      step('count', countMembers(ended, -1, at)),
    ];
  },
});

const membershipGuard = defineGuard('guard.membership', {
  audit: 'private',
  affects: 'nobody',
  locks: (held) => (held.lock ? [held] : []),
  writeSet: (held) => (held.lock ? 'exclusive' : []),
  personRows: 'nobody',
  write: (held) => [
    guard(
      'held',
      sql`select m.id from memberships m, acts act
           where m.id = ${held.membershipId}::uuid and m.version = ${held.version}::int and m.state = 'active'`,
      1,
    ),
  ],
});

const governanceGuard = defineGuard('guard.governance', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (held, at) => [
    guard(
      'held',
      sql`update workspaces set governance = governance + 1 from acts act
           where id = ${held.workspaceId}::uuid and governance = ${held.governance}::int and ${at.locked} returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of memberships, and of the guards that stand on them. */
export const membershipChanges = byKind(
  membershipAdded,
  membershipRoles,
  membershipEnded,
  membershipGuard,
  governanceGuard,
);
