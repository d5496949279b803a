import type { WorkspaceChange } from '../../../domain/changes.ts';
import type { Writer } from '../../../store/commit/statement.ts';
import { searchText } from '../../accounts/store/person-changes.ts';
import { countMembers, insertRoles } from '../../members/store/insert-roles.ts';

type Of<K extends WorkspaceChange['kind']> = Extract<WorkspaceChange, { kind: K }>;

const created: Writer<Of<'workspace.created'>> = (change, bind, at) => {
  const workspace = `${bind(change.workspaceId)}::uuid`;
  const name = `${bind(change.personName)}::text`;
  const person = `${bind(change.personId)}::uuid`;
  return [
    {
      name: 'workspace',
      sql: `insert into workspaces (id, name, scheme, scheme_version, created_at)
            values (${workspace}, ${bind(change.name)}, ${bind(change.scheme)}, ${change.own ? 1 : 0}, ${at.now}) returning id`,
      expect: 1,
    },
    ...(change.own
      ? [
          {
            name: 'version',
            sql: `insert into scheme_versions (workspace_id, version, declaration, made_by_id, made_at)
                  select id, 1, ${bind(JSON.stringify(change.own))}::jsonb, ${person}, ${at.now}
                    from ${at.ref('workspace')} returning 1`,
            expect: 1,
          },
        ]
      : []),
    {
      name: 'membership',
      sql: `insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
            select ${bind(change.membershipId)}::uuid, w.id, ${person}, 'active', lower(${name}),
                   ${searchText(name, 'a.username')}, ${at.now}
              from ${at.ref('workspace')} w
              left join lateral (select username from accounts where person_id = ${person}
                                  order by last_seen_at desc limit 1) a on true
            returning id, workspace_id`,
      expect: 1,
    },
    {
      name: 'roles',
      sql: insertRoles(at.ref('membership'), change.roles, bind, at),
      expect: change.roles.length,
    },
    { name: 'count', sql: countMembers(at.ref('membership'), 1, at), expect: null },
  ];
};

const renamed: Writer<Of<'workspace.renamed'>> = (change, bind) => [
  {
    name: 'workspace',
    sql: `update workspaces set name = ${bind(change.to)}
           where id = ${bind(change.workspaceId)}::uuid and name = ${bind(change.from)} returning 1`,
    expect: 1,
  },
];

const bound: Writer<Of<'group.bound'>> = (change, bind) => [
  {
    name: 'chat',
    sql: `insert into group_chats (messenger, chat_id, title, workspace_id)
          values (${bind(change.messenger)}, ${bind(change.chatId)}, ${bind(change.title)}, ${bind(change.workspaceId)}::uuid)
          on conflict (messenger, chat_id) do update
             set title = excluded.title, workspace_id = coalesce(excluded.workspace_id, group_chats.workspace_id)
          returning 1`,
    expect: 1,
  },
];

/**
 * A group's new id takes over what was kept under the old one: its workspace and the wizards in the middle. Both
 * chats tell of the move, and the new one may be known already when the first of them does.
 */
const moved: Writer<Of<'group.moved'>> = (change, bind, at) => {
  const messenger = `${bind(change.messenger)}::text`;
  const from = `${bind(change.chatId)}::text`;
  const to = `${bind(change.toChatId)}::text`;
  return [
    {
      name: 'former',
      sql: `delete from group_chats where messenger = ${messenger} and chat_id = ${from} returning title, workspace_id`,
      expect: null,
    },
    {
      name: 'chat',
      sql: `insert into group_chats (messenger, chat_id, title, workspace_id)
            select ${messenger}, ${to}, title, workspace_id from ${at.ref('former')}
            on conflict (messenger, chat_id) do update
               set workspace_id = coalesce(group_chats.workspace_id, excluded.workspace_id)
            returning 1`,
      expect: null,
    },
    {
      name: 'sessions',
      sql: `update sessions s set chat_id = ${to}
             where s.messenger = ${messenger} and s.chat_id = ${from}
               and not exists (select 1 from sessions n
                                where (n.messenger, n.account_id, n.chat_id) = (s.messenger, s.account_id, ${to}))
            returning 1`,
      expect: null,
    },
  ];
};

const left: Writer<Of<'group.left'>> = (change, bind) => [
  {
    name: 'chat',
    sql: `delete from group_chats where messenger = ${bind(change.messenger)} and chat_id = ${bind(change.chatId)} returning 1`,
    expect: null,
  },
];

/** Writers of the changes of workspaces and the groups bound to them. */
export const workspaceWriters = {
  'workspace.created': created,
  'workspace.renamed': renamed,
  'group.bound': bound,
  'group.moved': moved,
  'group.left': left,
};
