import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language, PrivateAddress } from '../../../domain/state.ts';
import type { GrantPlace } from '../../../domain/thing.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import { type CardRow, cardQuery, cardStatements, foundMembers } from '../../members/store/member-cards.ts';
import type { EndedGrants } from '../../resources/queries.ts';
import { fittingThings, fittingValues } from '../../resources/store/queries.ts';
import { seen, type ThingRow, thingColumns, thingFrom } from '../../resources/store/thing-row.ts';

/** The members of a card statement, and beside them the things asked for and those that they hold roles on. */
function grantStatement(card: string, cardValues: number): string {
  const [workspace, , , , kinds, projects, bots] = [1, 2, 3, 4, 5, 6, 7].map(
    (place) => `$${cardValues + place}`,
  );
  return `
with card as materialized (${card}), fit as materialized (${fittingThings(cardValues + 1)}), held as (
  select ${thingColumns} from things t
   where $${cardValues + 8} and t.workspace_id = ${workspace}::uuid
     and t.id in (select g.thing_id from grants g where g.membership_id in (select membership_id from card))
     and ${seen(`${kinds}`, `${projects}`, `${bots}`)} and t.id not in (select id from fit)
   order by lower(t.name), t.id
)
select card.*, (select json_agg(fit) from fit) as fitting, (select json_agg(held) from held) as held from card`;
}

/** A member and things; see the question's own description. */
export async function findGrants(pool: Pool, query: Query<'grants.find'>): Promise<Found<'grants.find'>> {
  const { kind, values } = cardQuery(query);
  const { rows } = await pool.query<
    CardRow & { fitting: readonly ThingRow[] | null; held: readonly ThingRow[] | null }
  >({
    name: `grants-find-${kind}`,
    text: grantStatement(cardStatements[kind], values.length),
    values: [...values, ...fittingValues(query.workspaceId, query.asked), query.held],
  });
  const things = [...(rows[0]?.fitting ?? []), ...(rows[0]?.held ?? [])].map(thingFrom);
  return { ...foundMembers(rows), things };
}

interface EndedRow extends MembershipRow {
  workspace_id: string;
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
  person_id: string;
  name: string;
  language: Language;
  time_zone: string;
  messenger: PrivateAddress['messenger'] | null;
  private_chat_id: string | null;
  ended: readonly [role: string, kind: GrantPlace['kind'], id: string, name: string | null][];
}

const ENDED = `
with due as (
  select membership_id, min(until) as first from grants where until <= $1 group by membership_id order by 2 limit $2
)
select w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance, w.invitation_ttl_hours,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id,
       (select json_agg(json_build_array(g.role, g.thing_kind, g.thing_id, t.name))
          from grants g left join things t on t.id = g.thing_id and t.kind = g.thing_kind
         where g.membership_id = m.id and g.until <= $1) as ended,
       ${membershipColumns}
  from due
  join memberships m on m.id = due.membership_id
  join workspaces w on w.id = m.workspace_id
  join persons p on p.id = m.person_id
  ${addressJoin}
  ${membershipJoins}
 order by due.first`;

/** Members with roles on things that are over, at most `limit` of them, for the job that takes these away. */
export async function dueEndedGrants(pool: Pool, now: Date, limit: number): Promise<readonly EndedGrants[]> {
  const { rows } = await pool.query<EndedRow>({
    name: 'ended-grants-due',
    text: ENDED,
    values: [now, limit],
  });
  return rows.flatMap((row): EndedGrants[] => {
    const membership = membershipFrom(row);
    if (membership === null) return [];
    const { messenger, private_chat_id: chatId } = row;
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
        holder: {
          personId: row.person_id,
          name: row.name,
          language: row.language,
          timeZone: row.time_zone,
          address: messenger === null || chatId === null ? null : { messenger, chatId },
        },
        grants: row.ended.map(([role, kind, id, name]) => ({ role, place: { kind, id }, name: name ?? '—' })),
      },
    ];
  });
}
