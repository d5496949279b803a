import type { Language, NoticeAddress, Recipient } from '../../../domain/state.ts';
import type { Reader } from '../../../store/define-query.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import { addressJoin } from '../../../store/rows/address.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import { addressFrom } from '../../../store/rows/recipient-row.ts';
import {
  type WorkspaceRow,
  workspaceColumns,
  workspaceFrom,
  workspaceTypes,
} from '../../../store/rows/workspace-row.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { EndedRoles } from '../queries.ts';

interface EndedRow extends MembershipRow, WorkspaceRow {
  ended: readonly string[];
  holder: RecipientJson;
  granter: RecipientJson | null;
}

interface RecipientJson {
  id: string;
  name: string;
  language: Language;
  zone: string;
  messenger: NoticeAddress['messenger'] | null;
  chat: string | null;
}

/** A person and where they are written to, as JSON. */
const recipient = (personId: Sql): Sql => sql`
  (select json_build_object('id', p.id, 'name', p.name, 'language', p.language, 'zone', p.time_zone,
                            'messenger', written.messenger, 'chat', written.private_chat_id)
     from persons p ${addressJoin} where p.id = ${personId})`;

/** The kept roles of presets come as parameters; a custom scheme says them in its declaration. */
const isKept = (
  kept: readonly string[],
): Sql => sql`(w.scheme || '/' || r.role = any (${kept}::text[]) or exists (
  select 1 from scheme_versions v
   where w.scheme like 'custom:%' and v.workspace_id = w.id and v.version = w.scheme_version
     and v.declaration->'roles' @> jsonb_build_array(jsonb_build_object('key', r.role, 'withoutBaseline', true))))`;

interface DueParameters {
  readonly kept: readonly string[];
  readonly now: Date;
  readonly limit: number;
}

/** Groups by membership and looks into declarations, which Prisma Client cannot. */
const due = defineStatement<DueParameters, EndedRow>({
  name: 'ended-roles-due',
  columns: { ...membershipTypes, ...workspaceTypes, ended: 'json', holder: 'json', granter: 'json' },
  sql: ({ kept, now, limit }) => sql`
with due as (
  select r.membership_id, max(r.until) as until from membership_roles r join workspaces w on w.id = r.workspace_id
   where r.until <= ${now} and not ${isKept(kept)}
   group by r.membership_id order by min(r.until) limit ${limit}::int
)
select ${workspaceColumns}, over.roles as ended, ${recipient(sql`m.person_id`)} as holder,
       ${recipient(sql`over.granter`)} as granter, ${membershipColumns}
  from due
  join memberships m on m.id = due.membership_id
  join workspaces w on w.id = m.workspace_id
  cross join lateral (
    select json_agg(r.role) as roles, (array_agg(r.granted_by_id order by r.until desc))[1] as granter
      from membership_roles r
     where r.membership_id = m.id and r.until <= ${now} and not ${isKept(kept)}) over
  ${membershipJoins}`,
});

/**
 * Members with roles that are over, at most `limit` of them, for the scheduled task that takes these roles away.
 *
 * @param kept roles, as `scheme/role`, that stay stored after their end: those that withhold what every member may do,
 *   whose holder would gain if they were gone
 */
export async function dueEndedRoles(
  { pool }: Pick<Reader, 'pool'>,
  kept: readonly string[],
  now: Date,
  limit: number,
): Promise<readonly EndedRoles[]> {
  const rows = await run(pool, due, { kept, now, limit });
  return rows.flatMap((row): EndedRoles[] => {
    const membership = membershipFrom(row);
    if (membership === null) return [];
    return [
      {
        membership,
        workspace: workspaceFrom(row),
        holder: recipientOf(row.holder),
        granter: row.granter && recipientOf(row.granter),
        roles: row.ended,
      },
    ];
  });
}

function recipientOf({ id, name, language, zone, messenger, chat }: RecipientJson): Recipient {
  return { personId: id, name, language, timeZone: zone, address: addressFrom(messenger, chat) };
}
