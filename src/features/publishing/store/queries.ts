import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language, PrivateAddress, Recipient } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { personNow } from '../../../store/person-now.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import type { FoundApproval } from '../../resources/queries.ts';
import { fittingThings, fittingValues } from '../../resources/store/queries.ts';
import { type ThingRow, thingColumns, thingFrom } from '../../resources/store/thing-row.ts';

/** People who are asked about one bot at most. */
const MOST_CANDIDATES = 50;

interface CandidateRow extends MembershipRow {
  bots: readonly ThingRow[] | null;
  pending: readonly { id: string; bot: string; expires: number }[] | null;
  person_id: string | null;
  name: string;
  language: Language;
  time_zone: string;
  messenger: PrivateAddress['messenger'] | null;
  private_chat_id: string | null;
}

/** `$8` names the roles; held in the workspace, on one of the bots or on its project they make a candidate. */
const FIND = `
with fit as materialized (${fittingThings(1)}), candidate as (
  select membership_id from membership_roles where workspace_id = $1 and role = any ($8::text[])
  union
  select membership_id from grants
   where workspace_id = $1 and role = any ($8) and thing_id in (select id from fit union select project_id from fit)
)
select (select json_agg(fit) from fit) as bots,
       (select json_agg(json_build_object('id', a.id, 'bot', a.bot_id, 'expires', extract(epoch from a.expires_at) * 1000))
          from approvals a where a.state = 'pending' and a.bot_id in (select id from fit)) as pending,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id, ${membershipColumns}
  from (values (true)) as one (present)
  left join lateral (select * from memberships where id in (select membership_id from candidate) and state = 'active'
                      order by sort_name, id limit ${MOST_CANDIDATES}) m on true
  left join persons p on p.id = m.person_id
  ${addressJoin}
  ${membershipJoins}
 order by m.sort_name, m.id`;

/** Bots and who may be asked about them; see the question's own description. */
export async function findPublishing(
  pool: Pool,
  query: Query<'publishing.find'>,
): Promise<Found<'publishing.find'>> {
  const { rows } = await pool.query<CandidateRow>({
    name: 'publishing-find',
    text: FIND,
    values: [...fittingValues(query.workspaceId, query.asked), query.roles],
  });
  return {
    bots: (rows[0]?.bots ?? []).map(thingFrom),
    pending: (rows[0]?.pending ?? []).map(({ id, bot, expires }) => ({
      id,
      botId: bot,
      expiresAt: new Date(expires),
    })),
    candidates: rows.flatMap((row) => {
      const membership = membershipFrom(row);
      return membership === null || row.person_id === null
        ? []
        : [{ ...recipientFrom(row, row.person_id), membership }];
    }),
  };
}

interface ApprovalRow extends MembershipRow {
  approval_id: string;
  version: number;
  state: FoundApproval['state'];
  expires_at: Date;
  bot: ThingRow;
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
  decided_by: string | null;
  requester_is_member: boolean;
  person_id: string;
  name: string;
  language: Language;
  time_zone: string;
  messenger: PrivateAddress['messenger'] | null;
  private_chat_id: string | null;
}

/** Approvals with all that deciding them takes; `$1` is the person whose membership is read. */
const approvalsOf = (approvals: string): string => `
select a.id as approval_id, a.version, a.state, a.expires_at,
       (select row_to_json(one) from (select ${thingColumns} from things t where t.kind = 'bot' and t.id = a.bot_id) one) as bot,
       w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance, w.invitation_ttl_hours,
       (select name from persons where id = ${personNow('a.decided_by_id')}) as decided_by,
       exists (select 1 from memberships r where r.workspace_id = a.workspace_id and r.person_id = p.id
                  and r.state in ('active', 'suspended')) as requester_is_member,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id, ${membershipColumns}
  from ${approvals} a
  join workspaces w on w.id = a.workspace_id
  join persons p on p.id = ${personNow('a.requested_by_id')}
  left join memberships m on m.workspace_id = a.workspace_id and m.person_id = $1::uuid
                         and m.state in ('active', 'suspended')
  ${addressJoin}
  ${membershipJoins}`;

/** An approval; see the question's own description. */
export async function findApproval(
  pool: Pool,
  query: Query<'approvals.find'>,
): Promise<Found<'approvals.find'>> {
  const { rows } = await pool.query<ApprovalRow>({
    name: 'approvals-find',
    text: approvalsOf('(select * from approvals where id = $2)'),
    values: [query.personId, query.approvalId],
  });
  const row = rows[0];
  return row ? { ...approvalFrom(row), membership: membershipFrom(row) } : null;
}

/** Questions that nobody answered in time, at most `limit` of them, for the job that closes them. */
export async function dueApprovals(pool: Pool, now: Date, limit: number): Promise<readonly FoundApproval[]> {
  const { rows } = await pool.query<ApprovalRow>({
    name: 'approvals-due',
    text: approvalsOf(
      `(select * from approvals where state = 'pending' and expires_at <= $2 order by expires_at limit $3)`,
    ),
    values: [null, now, limit],
  });
  return rows.map(approvalFrom);
}

function approvalFrom(row: ApprovalRow): FoundApproval {
  return {
    id: row.approval_id,
    version: row.version,
    state: row.state,
    expiresAt: row.expires_at,
    bot: thingFrom(row.bot),
    workspace: {
      id: row.workspace_id,
      name: row.workspace_name,
      scheme: row.scheme,
      governance: row.governance,
      invitationTtlHours: row.invitation_ttl_hours,
    },
    requester: recipientFrom(row, row.person_id),
    requesterIsMember: row.requester_is_member,
    decidedBy: row.decided_by,
  };
}

function recipientFrom(
  row: Pick<ApprovalRow, 'name' | 'language' | 'time_zone' | 'messenger' | 'private_chat_id'>,
  personId: string,
): Recipient {
  const { name, language, time_zone: timeZone, messenger, private_chat_id: chatId } = row;
  const address = messenger === null || chatId === null ? null : { messenger, chatId };
  return { personId, name, language, timeZone, address };
}
