import { byKind, type ChangeOf, type ChangeSpec, defineChange } from '../../../store/commit/define-change.ts';
import { guard } from '../../../store/commit/parts.ts';
import { empty, sql } from '../../../store/sql.ts';
import type { PublishingChange } from '../changes.ts';

const define = defineChange<PublishingChange>();

const botPublished = define('bot.published', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { name: change.name, version: change.version },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'bot',
      sql`update bots set production_version = staging_version, staging_version = staging_version + 1, published_at = ${at.now}
            from acts act
           where id = ${change.botId}::uuid and workspace_id = ${change.workspaceId}::uuid
             and staging_version = ${change.version}::int returning 1`,
      1,
    ),
  ],
});

const approvalRequested = define('approval.requested', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { name: change.name, version: change.version, approval: change.approvalId },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'approval',
      sql`insert into approvals (id, workspace_id, bot_id, version, state, requested_by_id, created_at, expires_at)
          select ${change.approvalId}::uuid, b.workspace_id, b.id, b.staging_version, 'pending', ${at.actor}, ${at.now},
                 ${change.expiresAt}::timestamptz
            from bots b, acts act where b.id = ${change.botId}::uuid and b.workspace_id = ${change.workspaceId}::uuid
             and b.staging_version = ${change.version}::int
          returning 1`,
      1,
    ),
  ],
});

const decided: ChangeSpec<ChangeOf<PublishingChange, 'approval.approved'>> = {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: { name: change.name, approval: change.approvalId },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'approval',
      sql`update approvals set state = ${change.kind.slice('approval.'.length)}, decided_at = ${at.now}, decided_by_id = ${at.actor}
            from acts act
           where id = ${change.approvalId}::uuid and state = 'pending'
             ${change.kind === 'approval.expired' ? empty : sql`and expires_at > ${at.now}`} returning 1`,
      1,
    ),
  ],
};

/** The specs of the changes of what is published. */
export const publishingChanges = byKind(
  botPublished,
  approvalRequested,
  define('approval.approved', decided),
  define('approval.refused', decided),
  define('approval.expired', decided),
);
