import type { Guard, MembershipChange } from '../../../domain/changes.ts';
import type { Writer } from '../../../store/commit/statement.ts';
import { searchText } from '../../accounts/store/person-changes.ts';
import { insertGrants } from '../../grants/store/changes.ts';
import { countMembers, insertRoles } from './insert-roles.ts';

type Of<K extends MembershipChange['kind']> = Extract<MembershipChange, { kind: K }>;
type GuardOf<K extends Guard['kind']> = Extract<Guard, { kind: K }>;

const added: Writer<Of<'membership.added'>> = (change, bind, at) => {
  const { grants = [] } = change;
  const workspace = `${bind(change.workspaceId)}::uuid`;
  const name = `${bind(change.personName)}::text`;
  const person = `${bind(change.personId)}::uuid`;
  /** Which of the memberships that are added is this one. */
  const joined = `(s.workspace_id, s.person_id) = (${workspace}, ${person})`;
  return [
    {
      name: 'membership',
      sql: `insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at, invited_by_id)
            select ${bind(change.membershipId)}::uuid, ${workspace}, ${person}, 'active', lower(${name}),
                   ${searchText(name, `${bind(change.username)}::text`)}, ${at.now}, ${bind(change.invitedById)}::uuid ${at.from}
            on conflict (workspace_id, person_id) do update
               set state = 'active', version = memberships.version + 1, sort_name = excluded.sort_name,
                   search = excluded.search, joined_at = excluded.joined_at, invited_by_id = excluded.invited_by_id
             where memberships.state in ('left', 'removed')
            returning id, workspace_id, person_id`,
      expect: 1,
    },
    {
      name: 'roles',
      sql: insertRoles(at.ref('membership'), change.roles, bind, at, joined),
      expect: change.roles.length,
    },
    ...(grants.length === 0
      ? []
      : [
          {
            name: 'grants',
            sql: insertGrants(at.ref('membership'), grants, bind, at, joined),
            expect: null,
          },
        ]),
    { name: 'count', sql: countMembers(at.ref('membership'), 1, at, joined), expect: null },
  ];
};

const roles: Writer<Of<'membership.roles'>> = (change, bind, at) => [
  {
    name: 'membership',
    sql: `update memberships set version = version + 1
           where id = ${bind(change.membershipId)}::uuid and version = ${bind(change.version)}::int
             and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
    expect: 1,
  },
  {
    name: 'removed',
    sql: `delete from membership_roles r using ${at.ref('membership')} s
           where r.membership_id = s.id and r.role = any (${bind(change.remove)}::text[]) returning 1`,
    expect: change.remove.length,
  },
  { name: 'added', sql: insertRoles(at.ref('membership'), change.add, bind, at), expect: change.add.length },
];

const ended: Writer<Of<'membership.ended'>> = (change, bind, at) => {
  const workspace = `${bind(change.workspaceId)}::uuid`;
  const person = `${bind(change.personId)}::uuid`;
  return [
    {
      name: 'membership',
      sql: `update memberships set version = version + 1, state = ${bind(change.state)}
             where id = ${bind(change.membershipId)}::uuid and version = ${bind(change.version)}::int
               and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
      expect: 1,
    },
    {
      name: 'roles',
      sql: `delete from membership_roles r using ${at.ref('membership')} s where r.membership_id = s.id returning 1`,
      expect: null,
    },
    {
      name: 'grants',
      sql: `delete from grants g using ${at.ref('membership')} s where g.membership_id = s.id returning 1`,
      expect: null,
    },
    {
      name: 'inactive',
      sql: `update accounts set active_workspace_id = null
             where person_id = ${person} and active_workspace_id = ${workspace} returning 1`,
      expect: null,
    },
    {
      name: 'transfers',
      sql: `update transfers set state = 'cancelled', decided_at = ${at.now}
             where workspace_id = ${workspace} and state = 'pending' and ${person} in (from_id, to_id) returning 1`,
      expect: null,
    },
    { name: 'count', sql: countMembers(at.ref('membership'), -1, at), expect: null },
  ];
};

const membershipGuard: Writer<GuardOf<'guard.membership'>> = (guard, bind, at) => [
  {
    name: 'held',
    sql: `select id from memberships${at.and}
           where id = ${bind(guard.membershipId)}::uuid and version = ${bind(guard.version)}::int and state = 'active'`,
    expect: 1,
  },
];

const governanceGuard: Writer<GuardOf<'guard.governance'>> = (guard, bind, at) => [
  {
    name: 'held',
    sql: `update workspaces set governance = governance + 1
           where id = ${bind(guard.workspaceId)}::uuid and governance = ${bind(guard.governance)}::int and ${at.locked} returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of memberships, and of the guards that stand on them. */
export const membershipWriters = {
  'membership.added': added,
  'membership.roles': roles,
  'membership.ended': ended,
  'guard.membership': membershipGuard,
  'guard.governance': governanceGuard,
};
