import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language, PrivateAddress, Recipient } from '../../../domain/state.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import { MOST_COUNTED } from '../queries.ts';

/** Of many administrators a few are told: enough that one of them reads it. */
const MOST_TOLD = 5;

interface KeeperRow {
  keystone_holders: number;
  person_id: string | null;
  name: string;
  language: Language;
  time_zone: string;
  messenger: PrivateAddress['messenger'] | null;
  private_chat_id: string | null;
}

const KEEPERS = `
with keeper as materialized (
  select m.id, m.person_id, r.until from membership_roles r
    join memberships m on m.id = r.membership_id and m.state = 'active'
   where r.workspace_id = $1 and r.role = $2
)
select (select count(*)::int from keeper where until is null) as keystone_holders,
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id
  from (values (true)) as one (present)
  left join (select * from keeper where person_id <> $3 and until is null order by id limit ${MOST_TOLD}) k on true
  left join persons p on p.id = k.person_id
  ${addressJoin}`;

/** Finds who keeps a workspace; see the question's own description. */
export async function findKeepers(
  pool: Pool,
  query: Query<'members.keepers'>,
): Promise<Found<'members.keepers'>> {
  const { rows } = await pool.query<KeeperRow>({
    name: 'members-keepers',
    text: KEEPERS,
    values: [query.workspaceId, query.ownerRole, query.leavingId],
  });
  return { ownerRoleHolders: rows[0]?.keystone_holders ?? 0, others: rows.flatMap(recipientFrom) };
}

function recipientFrom(row: KeeperRow): Recipient[] {
  if (row.person_id === null) return [];
  const {
    person_id: personId,
    name,
    language,
    time_zone: timeZone,
    messenger,
    private_chat_id: chatId,
  } = row;
  const address = messenger === null || chatId === null ? null : { messenger, chatId };
  return [{ personId, name, language, timeZone, address }];
}

/**
 * Counts holders, on memberships and on things, each role along the index and only so far. An equality would let
 * the planner read the whole table for a role that it believes to be frequent and that nobody holds; an order
 * leaves it the index alone.
 */
export const holdersStatement = `
select asked.role, counted.holders from unnest($2::text[]) as asked (role)
 cross join lateral (
   select count(*)::int as holders
     from ((select r.membership_id from membership_roles r
             where (r.workspace_id, r.role) >= ($1::uuid, asked.role) and (r.workspace_id, r.role) <= ($1::uuid, asked.role)
             order by r.workspace_id, r.role, r.membership_id limit ${MOST_COUNTED + 1})
           union
           (select distinct on (g.workspace_id, g.role, g.membership_id) g.membership_id from grants g
             where (g.workspace_id, g.role) >= ($1::uuid, asked.role) and (g.workspace_id, g.role) <= ($1::uuid, asked.role)
             order by g.workspace_id, g.role, g.membership_id limit ${MOST_COUNTED + 1})) held) counted`;

/** Counts holders of roles; see the question's own description. */
export async function countHolders(
  pool: Pool,
  query: Query<'members.holders'>,
): Promise<Found<'members.holders'>> {
  const { rows } = await pool.query<{ role: string; holders: number }>({
    name: 'members-holders',
    text: holdersStatement,
    values: [query.workspaceId, query.roles],
  });
  return new Map(rows.map(({ role, holders }) => [role, Math.min(holders, MOST_COUNTED + 1)]));
}
