import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import { countMembers, insertRoles } from '../../members/store/insert-roles.ts';
import { searchText } from '../../members/store/search-text.ts';
import type { WorkspaceChange } from '../changes.ts';

const define = defineChange<WorkspaceChange>();

/** Groups hold nobody's rights. */
const group = { affects: 'nobody', locks: [], writeSet: 'exclusive', personRows: 'nobody' } as const;

const workspaceCreated = define('workspace.created', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { name: change.name, scheme: change.scheme },
  }),
  affects: (change) => ({ workspaceId: change.workspaceId, persons: [change.personId] }),
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const name = sql`${once(change.personName)}`;
    const person = sql`${once(change.personId)}::uuid`;
    return [
      guard(
        'workspace',
        sql`insert into workspaces (id, name, scheme, scheme_version, created_at)
            select ${workspace}, ${change.name}, ${change.scheme}, ${change.own ? 1 : 0}::int, ${at.now} from acts act returning id`,
        1,
      ),
      ...(change.own
        ? [
            guard(
              'version',
              sql`insert into scheme_versions (workspace_id, version, declaration, made_by_id, made_at)
                  select w.id, 1, ${JSON.stringify(change.own)}::jsonb, ${person}, ${at.now}
                    from ${at.ref('workspace')} w, acts act returning 1`,
              1,
            ),
          ]
        : []),
      guard(
        'membership',
        sql`insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
            select ${change.membershipId}::uuid, w.id, ${person}, 'active', lower(${name}),
                   ${searchText(name, sql`a.username`)}, ${at.now}
              from acts act cross join ${at.ref('workspace')} w
              left join lateral (select username from accounts where person_id = ${person}
                                  order by last_seen_at desc limit 1) a on true
            returning id, workspace_id`,
        1,
      ),
      guard('roles', insertRoles(at.ref('membership'), change.roles, at), change.roles.length),
      step('count', countMembers(at.ref('membership'), 1, at)),
    ];
  },
});

const workspaceRenamed = define('workspace.renamed', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { from: change.from, to: change.to },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change) => [
    guard(
      'workspace',
      sql`update workspaces set name = ${change.to} from acts act
           where id = ${change.workspaceId}::uuid and name = ${change.from} returning 1`,
      1,
    ),
  ],
});

const groupBound = define('group.bound', {
  ...group,
  audit: ({ workspaceId, messenger, chatId, title }) =>
    workspaceId === null
      ? 'private'
      : { workspaceId, subjectId: null, detail: { messenger, chat: chatId, title } },
  write: (change) => [
    guard(
      'chat',
      sql`insert into group_chats (messenger, chat_id, title, workspace_id)
          select ${change.messenger}, ${change.chatId}, ${change.title}, ${change.workspaceId}::uuid from acts act
          on conflict (messenger, chat_id) do update
             set title = excluded.title, workspace_id = coalesce(excluded.workspace_id, group_chats.workspace_id)
          returning 1`,
      1,
    ),
  ],
});

/**
 * A group's new id takes over what was kept under the old one: its workspace and the wizards in the middle. Both
 * chats tell of the move, and the new one may be known already when the first of them does.
 */
const groupMoved = define('group.moved', {
  ...group,
  audit: 'private',
  write: (change, at) => {
    const messenger = sql`${once(change.messenger)}`;
    const from = sql`${once(change.chatId)}`;
    const to = sql`${once(change.toChatId)}`;
    return [
      step(
        'former',
        sql`delete from group_chats using acts act where messenger = ${messenger} and chat_id = ${from} returning title, workspace_id`,
      ),
      step(
        'chat',
        sql`insert into group_chats (messenger, chat_id, title, workspace_id)
            select ${messenger}, ${to}, f.title, f.workspace_id from ${at.ref('former')} f, acts act
            on conflict (messenger, chat_id) do update
               set workspace_id = coalesce(group_chats.workspace_id, excluded.workspace_id)
            returning 1`,
      ),
      step(
        'sessions',
        sql`update sessions s set chat_id = ${to} from acts act
             where s.messenger = ${messenger} and s.chat_id = ${from}
               and not exists (select 1 from sessions n
                                where (n.messenger, n.account_id, n.chat_id) = (s.messenger, s.account_id, ${to}))
            returning 1`,
      ),
    ];
  },
});

const groupLeft = define('group.left', {
  ...group,
  audit: 'private',
  write: (change) => [
    step(
      'chat',
      sql`delete from group_chats using acts act where messenger = ${change.messenger} and chat_id = ${change.chatId} returning 1`,
    ),
  ],
});

/** The specs of the changes of workspaces and the groups bound to them. */
export const workspaceChanges = byKind(workspaceCreated, workspaceRenamed, groupBound, groupMoved, groupLeft);
