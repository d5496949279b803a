import type { Pool } from 'pg';
import type { Language, PrivateAddress, Recipient } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import type { EndedRoles } from '../queries.ts';

interface EndedRow extends MembershipRow {
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
  ended: readonly string[];
  holder: RecipientJson;
  granter: RecipientJson | null;
}

interface RecipientJson {
  id: string;
  name: string;
  language: Language;
  zone: string;
  messenger: PrivateAddress['messenger'] | null;
  chat: string | null;
}

/** A person and where they are written to, as JSON. */
const recipient = (personId: string): string => `
  (select json_build_object('id', p.id, 'name', p.name, 'language', p.language, 'zone', p.time_zone,
                            'messenger', written.messenger, 'chat', written.private_chat_id)
     from persons p ${addressJoin} where p.id = ${personId})`;

/** Of presets the kept roles are told; a scheme of people's own says it in its declaration. */
const isKept = `(w.scheme || '/' || r.role = any ($2::text[]) or exists (
  select 1 from scheme_versions v
   where w.scheme like 'custom:%' and v.workspace_id = w.id and v.version = w.scheme_version
     and v.declaration->'roles' @> jsonb_build_array(jsonb_build_object('key', r.role, 'withoutBaseline', true))))`;

const ENDED = `
with due as (
  select r.membership_id, max(r.until) as until from membership_roles r join workspaces w on w.id = r.workspace_id
   where r.until <= $1 and not ${isKept}
   group by r.membership_id order by min(r.until) limit $3
)
select w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance, w.invitation_ttl_hours,
       over.roles as ended, ${recipient('m.person_id')} as holder, ${recipient('over.granter')} as granter,
       ${membershipColumns}
  from due
  join memberships m on m.id = due.membership_id
  join workspaces w on w.id = m.workspace_id
  cross join lateral (
    select json_agg(r.role) as roles, (array_agg(r.granted_by_id order by r.until desc))[1] as granter
      from membership_roles r
     where r.membership_id = m.id and r.until <= $1 and not ${isKept}) over
  ${membershipJoins}`;

/**
 * Members with roles that are over, at most `limit` of them, for the job that takes these roles away.
 *
 * @param kept roles, as `scheme/role`, that stay written down after their end: those that withhold what every
 *   member may do, whose holder would gain if they were gone
 */
export async function dueEndedRoles(
  pool: Pool,
  kept: readonly string[],
  now: Date,
  limit: number,
): Promise<readonly EndedRoles[]> {
  const { rows } = await pool.query<EndedRow>({
    name: 'ended-roles-due',
    text: ENDED,
    values: [now, kept, limit],
  });
  return rows.flatMap((row): EndedRoles[] => {
    const membership = membershipFrom(row);
    if (membership === null) return [];
    return [
      {
        membership,
        workspace: {
          id: row.workspace_id,
          name: row.workspace_name,
          scheme: row.scheme,
          governance: row.governance,
          invitationTtlHours: row.invitation_ttl_hours,
        },
        holder: recipientFrom(row.holder),
        granter: row.granter === null ? null : recipientFrom(row.granter),
        roles: row.ended,
      },
    ];
  });
}

function recipientFrom({
  id: personId,
  name,
  language,
  zone: timeZone,
  messenger,
  chat,
}: RecipientJson): Recipient {
  const address = messenger === null || chat === null ? null : { messenger, chatId: chat };
  return { personId, name, language, timeZone, address };
}
