import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import { searchText } from '../../members/store/search-text.ts';
import type { IdentityChange } from '../changes.ts';

const define = defineChange<IdentityChange>();

const recoveryIssued = define('recovery.issued', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: { expires: change.expiresAt },
  }),
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => {
    const membership = sql`${once(change.membershipId)}::uuid`;
    return [
      step(
        'former',
        sql`delete from recoveries using acts act where membership_id = ${membership} and used_at is null returning 1`,
      ),
      guard(
        'recovery',
        sql`insert into recoveries (id, token_hash, workspace_id, membership_id, issued_by_id, expires_at)
            select ${change.recoveryId}::uuid, ${change.tokenHash}::bytea, ${change.workspaceId}::uuid, ${membership},
                   ${change.issuedById}::uuid, ${change.expiresAt}::timestamptz
              from acts act where (select count(*) from ${at.ref('former')}) >= 0 returning 1`,
        1,
      ),
    ];
  },
});

const membershipRecovered = define('membership.recovered', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.fromId,
    detail: { to: change.to.personId },
  }),
  affects: 'everyone',
  locks: (change) => [change, ...(change.ended === null ? [] : [change.ended])],
  writeSet: 'exclusive',
  personRows: (change) => [change.to.personId],
  write: (change, at) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const from = sql`${once(change.fromId)}::uuid`;
    const to = sql`${once(change.to.personId)}::uuid`;
    const name = sql`${once(change.to.name)}`;
    const ended = change.ended === null ? [] : [change.ended.membershipId];
    const isMoved = sql`exists (select 1 from ${at.ref('membership')})`;
    return [
      guard(
        'recovery',
        sql`update recoveries set used_at = ${at.now} from acts act
             where id = ${change.recoveryId}::uuid and used_at is null and expires_at > ${at.now} returning 1`,
        1,
      ),
      guard(
        'ended',
        sql`delete from memberships using acts act
             where id = any (${ended}::uuid[]) and state in ('left', 'removed') and ${at.locked} returning 1`,
        ended.length,
      ),
      guard(
        'membership',
        sql`update memberships set person_id = ${to}, version = version + 1, sort_name = lower(${name}),
                   search = ${searchText(name, sql`${change.to.username}`)} from acts act
             where id = ${change.membershipId}::uuid and person_id = ${from} and state in ('active', 'suspended')
               and (select count(*) from ${at.ref('ended')}) = ${ended.length}::int and ${at.locked} returning 1`,
        1,
      ),
      step(
        'inactive',
        sql`update accounts set active_workspace_id = null from acts act
             where person_id = ${from} and active_workspace_id = ${workspace} and ${isMoved} returning 1`,
      ),
      step(
        'invitations',
        sql`update invitations set inviter_id = ${to} from acts act
             where inviter_id = ${from} and workspace_id = ${workspace} and ${isMoved} returning 1`,
      ),
      step(
        'transfers',
        sql`update transfers set state = 'cancelled', decided_at = ${at.now} from acts act
             where workspace_id = ${workspace} and state = 'pending' and ${from} in (from_id, to_id) and ${isMoved} returning 1`,
      ),
    ];
  },
});

/** The specs of the changes of recovery. */
export const recoveryChanges = byKind(recoveryIssued, membershipRecovered);
