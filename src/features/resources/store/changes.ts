import type { ResourceKind } from '../../../domain/resource.ts';
import { byKind, type ChangeOf, type ChangeSpec, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, type Part, step, type WriteContext } from '../../../store/commit/parts.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { ResourceChange } from '../changes.ts';

const define = defineChange<ResourceChange>();

const tables = { project: sql`projects`, bot: sql`bots`, channel: sql`channels` } as const;

/** Resources are written one by one, and no person's row with them. */
const alone = { locks: [], writeSet: 'exclusive', personRows: 'nobody' } as const;

const named = ({ workspaceId, name }: { readonly workspaceId: string; readonly name: string }) => ({
  workspaceId,
  subjectId: null,
  detail: { name },
});
/** It changes where resources stand or what is masked, and nobody's roles. */
const facts = ({ workspaceId }: { readonly workspaceId: string }) => ({ workspaceId, facts: true }) as const;

/** Condition that a resource to stand in is there, in this workspace; none is always there. */
function isThere(table: 'project' | 'bot', id: Sql, workspace: Sql): Sql {
  return sql`(${id} is null or exists (select 1 from ${tables[table]} where id = ${id} and workspace_id = ${workspace}))`;
}

const projectCreated = define('project.created', {
  ...alone,
  audit: named,
  affects: facts,
  write: (change, at) => [
    guard(
      'project',
      sql`insert into projects (id, workspace_id, name, created_at)
          select ${change.projectId}::uuid, ${change.workspaceId}::uuid, ${change.name}, ${at.now} from acts act returning 1`,
      1,
    ),
  ],
});

const botCreated = define('bot.created', {
  ...alone,
  audit: named,
  affects: facts,
  write: (change, at) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const project = sql`${once(change.projectId)}::uuid`;
    return [
      guard(
        'bot',
        sql`insert into bots (id, workspace_id, project_id, name, created_at)
            select ${change.botId}::uuid, ${workspace}, ${project}, ${change.name}, ${at.now}
              from acts act where ${isThere('project', project, workspace)} returning 1`,
        1,
      ),
    ];
  },
});

const channelCreated = define('channel.created', {
  ...alone,
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { name: change.name, messenger: change.messenger, tail: change.tokenTail },
  }),
  affects: facts,
  write: (change, at) => [
    guard(
      'channel',
      sql`insert into channels (id, workspace_id, bot_id, name, messenger, sealed_token, token_tail, created_at)
          select ${change.channelId}::uuid, b.workspace_id, b.id, ${change.name}, ${change.messenger},
                 ${change.sealedToken}::bytea, ${change.tokenTail}, ${at.now}
            from bots b, acts act where b.id = ${change.botId}::uuid and b.workspace_id = ${change.workspaceId}::uuid
          returning 1`,
      1,
    ),
  ],
});

/** Another name for a resource. */
function renaming(kind: ResourceKind): ChangeSpec<ChangeOf<ResourceChange, 'bot.renamed'>> {
  return {
    ...alone,
    audit: ({ workspaceId, from, to }) => ({ workspaceId, subjectId: null, detail: { from, to } }),
    affects: 'nobody',
    write: (change) => [
      guard(
        'resource',
        sql`update ${tables[kind]} set name = ${change.to} from acts act
             where id = ${change.id}::uuid and workspace_id = ${change.workspaceId}::uuid
               and name = ${change.from} returning 1`,
        1,
      ),
    ],
  };
}

type Moved = ChangeOf<ResourceChange, 'bot.moved'>;

const movedOnRecord = ({ workspaceId, name, from, to }: Moved) => ({
  workspaceId,
  subjectId: null,
  detail: { name, from: from?.name ?? '—', to: to?.name ?? '—' },
});

const botMoved = define('bot.moved', {
  ...alone,
  audit: movedOnRecord,
  affects: facts,
  write: (change) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const to = sql`${once(change.to?.id ?? null)}::uuid`;
    return [
      guard(
        'bot',
        sql`update bots set project_id = ${to} from acts act
             where id = ${change.id}::uuid and workspace_id = ${workspace}
               and project_id is not distinct from ${change.from?.id ?? null}::uuid
               and ${isThere('project', to, workspace)} returning 1`,
        1,
      ),
    ];
  },
});

const channelMoved = define('channel.moved', {
  ...alone,
  audit: movedOnRecord,
  affects: facts,
  write: (change) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const to = sql`${once(change.to?.id ?? null)}::uuid`;
    return [
      guard(
        'channel',
        sql`update channels set bot_id = ${to} from acts act
             where id = ${change.id}::uuid and workspace_id = ${workspace}
               and bot_id = ${change.from?.id ?? null}::uuid
               and ${isThere('bot', to, workspace)} returning 1`,
        1,
      ),
    ];
  },
});

type Deleted = ChangeOf<ResourceChange, 'bot.deleted'>;

/** Members who held a role on it get another version: decisions made on them meanwhile do not fit any more. */
function deleteHeld(deleted: Sql, at: WriteContext): Part[] {
  return [
    guard('resource', sql`${deleted} returning id`, 1),
    step(
      'grants',
      sql`delete from grants g using ${at.ref('resource')} s where g.thing_id = s.id returning g.membership_id`,
    ),
    step(
      'holders',
      sql`update memberships set version = version + 1
           where id in (select membership_id from ${at.ref('grants')}) returning 1`,
    ),
  ];
}

/** The roles on it end, no matter who had them. */
const deletion = {
  audit: named,
  affects: ({ workspaceId }: Deleted) => ({ workspaceId, persons: 'all', facts: true }) as const,
  locks: [],
  writeSet: 'exclusive',
  personRows: 'anyone',
} as const;

const projectDeleted = define('project.deleted', {
  ...deletion,
  write: (change, at) => {
    const id = sql`${once(change.id)}::uuid`;
    return deleteHeld(
      sql`delete from projects using acts act where id = ${id} and workspace_id = ${change.workspaceId}::uuid
             and not exists (select 1 from bots where project_id = ${id})`,
      at,
    );
  },
});

const botDeleted = define('bot.deleted', {
  ...deletion,
  write: (change, at) =>
    deleteHeld(
      sql`delete from bots using acts act where id = ${change.id}::uuid and workspace_id = ${change.workspaceId}::uuid`,
      at,
    ),
});

const channelDeleted = define('channel.deleted', {
  ...alone,
  audit: named,
  affects: facts,
  write: (change) => [
    guard(
      'channel',
      sql`delete from channels using acts act
           where id = ${change.id}::uuid and workspace_id = ${change.workspaceId}::uuid returning 1`,
      1,
    ),
  ],
});

const columnsOnRecord = ({ workspaceId, table, columns }: ChangeOf<ResourceChange, 'columns.masked'>) => ({
  workspaceId,
  subjectId: null,
  detail: { name: table, columns: columns.join(', ') },
});

const columnsMasked = define('columns.masked', {
  ...alone,
  audit: columnsOnRecord,
  affects: facts,
  write: (change, at) => [
    guard(
      'columns',
      sql`insert into masked_columns (workspace_id, table_name, column_name, masked_by_id, masked_at)
          select ${change.workspaceId}::uuid, ${change.table}, named, ${at.actor}, ${at.now}
            from acts act, unnest(${change.columns}::text[]) as named
          on conflict do nothing returning 1`,
      change.columns.length,
    ),
  ],
});

const columnsUnmasked = define('columns.unmasked', {
  ...alone,
  audit: columnsOnRecord,
  affects: facts,
  write: (change) => [
    guard(
      'columns',
      sql`delete from masked_columns using acts act where workspace_id = ${change.workspaceId}::uuid
             and table_name = ${change.table} and column_name = any (${change.columns}::text[]) returning 1`,
      change.columns.length,
    ),
  ],
});

/** The specs of the changes of projects, bots, channels and masked columns. */
export const resourceChanges = byKind(
  projectCreated,
  botCreated,
  channelCreated,
  define('project.renamed', renaming('project')),
  define('bot.renamed', renaming('bot')),
  define('channel.renamed', renaming('channel')),
  botMoved,
  channelMoved,
  projectDeleted,
  botDeleted,
  channelDeleted,
  columnsMasked,
  columnsUnmasked,
);
