import { byKind, type ChangeOf, type ChangeSpec, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import { insertRoles } from '../../members/store/insert-roles.ts';
import type { TransferChange } from '../changes.ts';

const define = defineChange<TransferChange>();

const transferOffered = define('transfer.offered', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.toId,
    detail: { transfer: change.transferId, expires: change.expiresAt },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'transfer',
      sql`insert into transfers (id, workspace_id, from_id, to_id, state, created_at, expires_at)
          select ${change.transferId}::uuid, ${change.workspaceId}::uuid, ${change.fromId}::uuid,
                 ${change.toId}::uuid, 'pending', ${at.now}, ${change.expiresAt}::timestamptz from acts act
          on conflict do nothing returning 1`,
      1,
    ),
  ],
});

/**
 * Both memberships are locked before anything is written. The former owner loses the role before the new one gains it:
 * the unique index on sole roles looks at each row as it is written. What the former owner keeps is written last.
 */
const transferAccepted = define('transfer.accepted', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.from.personId,
    detail: { transfer: change.transferId, role: change.role, kept: change.kept.role },
  }),
  affects: ({ workspaceId, from, to }) => ({ workspaceId, persons: [from.personId, to.personId] }),
  locks: ({ from, to }) => [from, to],
  writeSet: 'exclusive',
  personRows: ({ from, to }) => [from.personId, to.personId],
  write: (change, at) => {
    const role = sql`${once(change.role)}`;
    const from = sql`${once(change.from.membershipId)}::uuid`;
    const to = sql`${once(change.to.membershipId)}::uuid`;
    return [
      guard(
        'transfer',
        sql`update transfers set state = 'accepted', decided_at = ${at.now} from acts act
             where id = ${change.transferId}::uuid and state = 'pending' and expires_at > ${at.now} returning 1`,
        1,
      ),
      guard(
        'touched',
        sql`update memberships set version = version + 1 from acts act
             where id in (${from}, ${to}) and state = 'active' and ${at.locked} returning id`,
        2,
      ),
      guard(
        'lost',
        sql`delete from membership_roles using acts act where membership_id = ${from} and role = ${role}
               and (select count(*) from ${at.ref('touched')}) = 2 returning workspace_id`,
        1,
      ),
      guard(
        'given',
        sql`delete from membership_roles using acts act where membership_id = ${to} and role = any (${change.to.remove}::text[])
               and exists (select 1 from ${at.ref('lost')}) returning workspace_id`,
        change.to.remove.length,
      ),
      guard(
        'won',
        sql`insert into membership_roles (membership_id, workspace_id, role, sole, granted_by_id, granted_at)
            select ${to}, l.workspace_id, ${role}, true, ${at.actor}, ${at.now}
              from ${at.ref('lost')} l, (select count(*) from ${at.ref('given')}) done, acts act returning 1`,
        1,
      ),
      change.kept.onResources
        ? step(
            'kept',
            sql`insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, granted_by_id, granted_at)
                select gen_random_uuid(), t.workspace_id, ${from}, ${change.kept.role}, t.kind, t.id, ${at.actor}, ${at.now}
                  from acts act, ${at.ref('lost')} l join things t on t.workspace_id = l.workspace_id
                 where t.kind = 'project' or (t.kind = 'bot' and t.project_id is null)
                on conflict do nothing returning 1`,
          )
        : guard(
            'kept',
            insertRoles(
              sql`(select ${from} as id, l.workspace_id from ${at.ref('lost')} l, acts act)`,
              [change.kept],
              at,
            ),
            1,
          ),
    ];
  },
});

const closed: ChangeSpec<ChangeOf<TransferChange, 'transfer.declined'>> = {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.toId,
    detail: { transfer: change.transferId },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => [
    guard(
      'transfer',
      sql`update transfers set state = ${change.kind.slice('transfer.'.length)}, decided_at = ${at.now} from acts act
           where id = ${change.transferId}::uuid and state = 'pending' returning 1`,
      1,
    ),
  ],
};

/** The specs of the changes of ownership transfers. */
export const transferChanges = byKind(
  transferOffered,
  transferAccepted,
  define('transfer.declined', closed),
  define('transfer.cancelled', closed),
  define('transfer.expired', closed),
);
