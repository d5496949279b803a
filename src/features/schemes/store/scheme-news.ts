import type { Pool } from 'pg';
import type { Language, PrivateAddress } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { personNow } from '../../../store/person-now.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import type { SchemeNews } from '../tell-scheme.ts';

interface NewsRow extends MembershipRow {
  former_scheme: string;
  former_roles: readonly string[];
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  changed_by: string | null;
  person_id: string;
  name: string;
  language: Language;
  time_zone: string;
  messenger: PrivateAddress['messenger'] | null;
  private_chat_id: string | null;
}

/** Of one workspace at a time: its schemes are then read once for all of them. */
const DUE = `
with due as materialized (
  select * from scheme_news
   where workspace_id = (select workspace_id from scheme_news order by workspace_id limit 1)
   order by workspace_id, membership_id limit $1
)
select due.scheme as former_scheme, due.roles as former_roles, w.id as workspace_id, w.name as workspace_name, w.scheme,
       (select name from persons where id = ${personNow('v.made_by_id')}) as changed_by,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id, ${membershipColumns}
  from due
  join memberships m on m.id = due.membership_id
  join workspaces w on w.id = m.workspace_id
  left join scheme_versions v on v.workspace_id = w.id and v.version = w.scheme_version
  join persons p on p.id = m.person_id
  ${addressJoin}
  ${membershipJoins}
 order by due.membership_id`;

/** Members of one workspace who are to be told of its scheme, at most `limit` of them, for the job that does it. */
export async function dueSchemeNews(pool: Pool, limit: number): Promise<readonly SchemeNews[]> {
  const { rows } = await pool.query<NewsRow>({ name: 'scheme-news-due', text: DUE, values: [limit] });
  return rows.flatMap((row): SchemeNews[] => {
    const membership = membershipFrom(row);
    if (membership === null) return [];
    const { messenger, private_chat_id: chatId } = row;
    return [
      {
        membership,
        workspace: { id: row.workspace_id, name: row.workspace_name, scheme: row.scheme },
        changedBy: row.changed_by,
        member: {
          personId: row.person_id,
          name: row.name,
          language: row.language,
          timeZone: row.time_zone,
          address: messenger === null || chatId === null ? null : { messenger, chatId },
        },
        former: { scheme: row.former_scheme, roles: row.former_roles },
      },
    ];
  });
}
