import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language, NoticeAddress, Recipient } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { personNow } from '../../../store/person-now.ts';
import { findKeepers } from '../../members/store/keepers.ts';
import { findMembers } from '../../members/store/member-cards.ts';
import { addressJoin } from './people-queries.ts';

/** A rare act: two statements that others ask, too, instead of one of its own. */
export async function findRecoveryTarget(
  pool: Pool,
  { actorId, ...query }: Query<'recovery.target'>,
): Promise<Found<'recovery.target'>> {
  const { workspaceId, ownerRole } = query;
  const [found, keepers] = await Promise.all([
    findMembers(pool, { ...query, kind: 'members.find' }),
    findKeepers(pool, { kind: 'members.keepers', workspaceId, ownerRole, leavingId: actorId }),
  ]);
  return { found, heads: keepers.others };
}

interface RecoveryRow extends MembershipRow {
  place: number;
  id: string;
  used_at: Date | null;
  expires_at: Date;
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
  person_id: string;
  name: string;
  language: Language;
  time_zone: string;
  messenger: NoticeAddress['messenger'] | null;
  private_chat_id: string | null;
}

/** Rows: who made the link, whose place it gives, who opened it. */
const RECOVERY = `
select side.place, r.id, r.used_at, r.expires_at, w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance,
       w.invitation_ttl_hours, p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id,
       ${membershipColumns}
  from recoveries r
  join workspaces w on w.id = r.workspace_id
  join memberships lost on lost.id = r.membership_id
 cross join lateral (values (1, ${personNow('r.issued_by_id')}), (2, lost.person_id), (3, $3::uuid)) as side (place, person_id)
  join persons p on p.id = side.person_id
  left join memberships m on m.workspace_id = r.workspace_id and m.person_id = p.id
  ${addressJoin}
  ${membershipJoins}
 where r.token_hash = $1 or r.id = $2
 order by side.place`;

/** Finds a recovery link; see the question's own description. */
export async function findRecovery(
  pool: Pool,
  query: Query<'recovery.find'>,
): Promise<Found<'recovery.find'>> {
  const { rows } = await pool.query<RecoveryRow>({
    name: 'recovery-find',
    text: RECOVERY,
    values: [
      'tokenHash' in query.by ? query.by.tokenHash : null,
      'id' in query.by ? query.by.id : null,
      query.personId,
    ],
  });
  const [issuer, target, viewer] = [1, 2, 3].map((place) => rows.find((row) => row.place === place));
  const targetMembership = target ? membershipFrom(target) : null;
  if (!issuer || !target || !targetMembership) return null;
  return {
    id: target.id,
    used: target.used_at !== null,
    expiresAt: target.expires_at,
    workspace: {
      id: target.workspace_id,
      name: target.workspace_name,
      scheme: target.scheme,
      governance: target.governance,
      invitationTtlHours: target.invitation_ttl_hours,
    },
    issuer: recipientFrom(issuer),
    issuerMembership: membershipFrom(issuer),
    target: recipientFrom(target),
    targetMembership,
    viewerMembership: viewer ? membershipFrom(viewer) : null,
  };
}

function recipientFrom({
  person_id,
  name,
  language,
  time_zone: timeZone,
  messenger,
  private_chat_id,
}: RecoveryRow): Recipient {
  return {
    personId: person_id,
    name,
    language,
    timeZone,
    address: messenger === null || private_chat_id === null ? null : { messenger, chatId: private_chat_id },
  };
}
