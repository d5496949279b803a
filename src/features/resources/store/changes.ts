import type { Bind, Writer } from '../../../store/commit/statement.ts';
import type { ThingChange } from '../changes.ts';

type Of<K extends ThingChange['kind']> = Extract<ThingChange, { kind: K }>;
type Moved = Of<'bot.moved' | 'channel.moved'>;
type Deleted = Of<'project.deleted' | 'bot.deleted' | 'channel.deleted'>;
type Columns = Of<'columns.masked' | 'columns.unmasked'>;

const projectCreated: Writer<Of<'project.created'>> = (change, bind, at) => [
  {
    name: 'project',
    sql: `insert into projects (id, workspace_id, name, created_at)
          values (${bind(change.projectId)}::uuid, ${bind(change.workspaceId)}::uuid, ${bind(change.name)}, ${at.now}) returning 1`,
    expect: 1,
  },
];

const botCreated: Writer<Of<'bot.created'>> = (change, bind, at) => [
  {
    name: 'bot',
    sql: `insert into bots (id, workspace_id, project_id, name, created_at)
          select ${bind(change.botId)}::uuid, ${bind(change.workspaceId)}::uuid, asked.project_id, ${bind(change.name)}, ${at.now}
            from (values (${bind(change.projectId)}::uuid)) as asked (project_id)
           where ${isThere('projects', 'asked.project_id', change.workspaceId, bind)} returning 1`,
    expect: 1,
  },
];

const channelCreated: Writer<Of<'channel.created'>> = (change, bind, at) => [
  {
    name: 'channel',
    sql: `insert into channels (id, workspace_id, bot_id, name, messenger, sealed_token, token_tail, created_at)
          select ${bind(change.channelId)}::uuid, b.workspace_id, b.id, ${bind(change.name)}, ${bind(change.messenger)},
                 ${bind(change.sealedToken)}::bytea, ${bind(change.tokenTail)}, ${at.now}
            from bots b where b.id = ${bind(change.botId)}::uuid and b.workspace_id = ${bind(change.workspaceId)}::uuid
          returning 1`,
    expect: 1,
  },
];

const renamed: Writer<Of<'project.renamed' | 'bot.renamed' | 'channel.renamed'>> = (change, bind) => [
  {
    name: 'thing',
    sql: `update ${tableOf(change.kind)} set name = ${bind(change.to)}
           where id = ${bind(change.id)}::uuid and workspace_id = ${bind(change.workspaceId)}::uuid
             and name = ${bind(change.from)} returning 1`,
    expect: 1,
  },
];

const botMoved: Writer<Moved> = (change, bind) => {
  const to = `${bind(change.to?.id ?? null)}::uuid`;
  return [
    {
      name: 'bot',
      sql: `update bots set project_id = ${to}
             where id = ${bind(change.id)}::uuid and workspace_id = ${bind(change.workspaceId)}::uuid
               and project_id is not distinct from ${bind(change.from?.id ?? null)}::uuid
               and ${isThere('projects', to, change.workspaceId, bind)} returning 1`,
      expect: 1,
    },
  ];
};

const channelMoved: Writer<Moved> = (change, bind) => {
  const to = `${bind(change.to?.id ?? null)}::uuid`;
  return [
    {
      name: 'channel',
      sql: `update channels set bot_id = ${to}
             where id = ${bind(change.id)}::uuid and workspace_id = ${bind(change.workspaceId)}::uuid
               and bot_id = ${bind(change.from?.id ?? null)}::uuid
               and ${isThere('bots', to, change.workspaceId, bind)} returning 1`,
      expect: 1,
    },
  ];
};

/** Whoever held a role on it is another member than before: decisions made on them meanwhile do not fit any more. */
const holderDeleted: Writer<Deleted> = (change, bind, at) => {
  const id = `${bind(change.id)}::uuid`;
  const table = tableOf(change.kind);
  return [
    {
      name: 'thing',
      sql: `delete from ${table} where id = ${id} and workspace_id = ${bind(change.workspaceId)}::uuid
               ${table === 'projects' ? `and not exists (select 1 from bots where project_id = ${id})` : ''} returning id`,
      expect: 1,
    },
    {
      name: 'grants',
      sql: `delete from grants g using ${at.ref('thing')} s where g.thing_id = s.id returning g.membership_id`,
      expect: null,
    },
    {
      name: 'holders',
      sql: `update memberships set version = version + 1
             where id in (select membership_id from ${at.ref('grants')}) returning 1`,
      expect: null,
    },
  ];
};

const channelDeleted: Writer<Deleted> = (change, bind) => [
  {
    name: 'channel',
    sql: `delete from channels where id = ${bind(change.id)}::uuid
             and workspace_id = ${bind(change.workspaceId)}::uuid returning 1`,
    expect: 1,
  },
];

const masked: Writer<Columns> = (change, bind, at) => [
  {
    name: 'columns',
    sql: `insert into masked_columns (workspace_id, table_name, column_name, masked_by_id, masked_at)
          select ${bind(change.workspaceId)}::uuid, ${bind(change.table)}, named, ${at.actor}, ${at.now}
            from unnest(${bind(change.columns)}::text[]) as named
          on conflict do nothing returning 1`,
    expect: change.columns.length,
  },
];

const unmasked: Writer<Columns> = (change, bind) => [
  {
    name: 'columns',
    sql: `delete from masked_columns where workspace_id = ${bind(change.workspaceId)}::uuid
             and table_name = ${bind(change.table)} and column_name = any (${bind(change.columns)}::text[]) returning 1`,
    expect: change.columns.length,
  },
];

function tableOf(kind: string): 'projects' | 'bots' | 'channels' {
  if (kind.startsWith('project.')) return 'projects';
  return kind.startsWith('bot.') ? 'bots' : 'channels';
}

/** Condition that a thing to stand in is there, in this workspace; none is always there. */
function isThere(table: 'projects' | 'bots', id: string, workspaceId: string, bind: Bind): string {
  return `(${id} is null or exists (select 1 from ${table} where id = ${id} and workspace_id = ${bind(workspaceId)}::uuid))`;
}

/** Writers of the changes of projects, bots, channels and masked columns. */
export const thingWriters = {
  'project.created': projectCreated,
  'project.renamed': renamed as Writer<Of<'project.renamed'>>,
  'project.deleted': holderDeleted as Writer<Of<'project.deleted'>>,
  'bot.created': botCreated,
  'bot.renamed': renamed as Writer<Of<'bot.renamed'>>,
  'bot.moved': botMoved as Writer<Of<'bot.moved'>>,
  'bot.deleted': holderDeleted as Writer<Of<'bot.deleted'>>,
  'channel.created': channelCreated,
  'channel.renamed': renamed as Writer<Of<'channel.renamed'>>,
  'channel.moved': channelMoved as Writer<Of<'channel.moved'>>,
  'channel.deleted': channelDeleted as Writer<Of<'channel.deleted'>>,
  'columns.masked': masked as Writer<Of<'columns.masked'>>,
  'columns.unmasked': unmasked as Writer<Of<'columns.unmasked'>>,
};
