import type { Writer } from '../../../store/commit/statement.ts';
import type { ThingChange } from '../../resources/changes.ts';

type Of<K extends ThingChange['kind']> = Extract<ThingChange, { kind: K }>;

const published: Writer<Of<'bot.published'>> = (change, bind, at) => [
  {
    name: 'bot',
    sql: `update bots set production_version = staging_version, staging_version = staging_version + 1, published_at = ${at.now}
           where id = ${bind(change.botId)}::uuid and workspace_id = ${bind(change.workspaceId)}::uuid
             and staging_version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const requested: Writer<Of<'approval.requested'>> = (change, bind, at) => [
  {
    name: 'approval',
    sql: `insert into approvals (id, workspace_id, bot_id, version, state, requested_by_id, created_at, expires_at)
          select ${bind(change.approvalId)}::uuid, b.workspace_id, b.id, b.staging_version, 'pending', ${at.actor}, ${at.now},
                 ${bind(change.expiresAt)}::timestamptz
            from bots b where b.id = ${bind(change.botId)}::uuid and b.workspace_id = ${bind(change.workspaceId)}::uuid
             and b.staging_version = ${bind(change.version)}::int
          returning 1`,
    expect: 1,
  },
];

const decided: Writer<Of<'approval.approved' | 'approval.refused' | 'approval.expired'>> = (
  change,
  bind,
  at,
) => [
  {
    name: 'approval',
    sql: `update approvals set state = ${bind(change.kind.slice('approval.'.length))}, decided_at = ${at.now}, decided_by_id = ${at.actor}
           where id = ${bind(change.approvalId)}::uuid and state = 'pending'
             ${change.kind === 'approval.expired' ? '' : `and expires_at > ${at.now}`} returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of what is published. */
export const publishingWriters = {
  'bot.published': published,
  'approval.requested': requested,
  'approval.approved': decided as Writer<Of<'approval.approved'>>,
  'approval.refused': decided as Writer<Of<'approval.refused'>>,
  'approval.expired': decided as Writer<Of<'approval.expired'>>,
};
