import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Language } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { addressJoin } from '../../accounts/store/people-queries.ts';
import type { FoundTransfer, TransferSide } from '../../members/queries.ts';

interface TransferRow extends MembershipRow {
  id: string;
  state: FoundTransfer['state'];
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
  messenger: NonNullable<TransferSide['address']>['messenger'] | null;
  private_chat_id: string | null;
}

/** Two rows a transfer: who gives, then who takes. */
const sides = (transfers: string): string => `
select t.id, t.state, t.expires_at, w.id as workspace_id, w.name as workspace_name, w.scheme, w.governance,
       w.invitation_ttl_hours, p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id,
       ${membershipColumns}
  from ${transfers} t
  join workspaces w on w.id = t.workspace_id
  cross join lateral (values (1, t.from_id), (2, t.to_id)) as side (place, person_id)
  join persons p on p.id = side.person_id
  left join memberships m on m.workspace_id = t.workspace_id and m.person_id = p.id
  ${addressJoin}
  ${membershipJoins}
 order by t.id, side.place`;

/** Finds an offer of ownership; see the question's own description. */
export async function findTransfer(
  pool: Pool,
  query: Query<'transfers.find'>,
): Promise<Found<'transfers.find'>> {
  const { rows } = await pool.query<TransferRow>({
    name: 'transfers-find',
    text: sides('(select * from transfers where id = $1)'),
    values: [query.transferId],
  });
  return transfersFrom(rows)[0] ?? null;
}

/** Offers that nobody answered in time, at most `limit` of them, for the job that closes them. */
export async function dueTransfers(pool: Pool, now: Date, limit: number): Promise<readonly FoundTransfer[]> {
  const { rows } = await pool.query<TransferRow>({
    name: 'transfers-due',
    text: sides(
      `(select * from transfers where state = 'pending' and expires_at <= $1 order by expires_at limit $2)`,
    ),
    values: [now, limit],
  });
  return transfersFrom(rows);
}

function transfersFrom(rows: readonly TransferRow[]): FoundTransfer[] {
  return rows.flatMap((from, place): FoundTransfer[] => {
    const to = rows[place + 1];
    if (place % 2 === 1 || !to) return [];
    return [
      {
        id: from.id,
        state: from.state,
        expiresAt: from.expires_at,
        workspace: {
          id: from.workspace_id,
          name: from.workspace_name,
          scheme: from.scheme,
          governance: from.governance,
          invitationTtlHours: from.invitation_ttl_hours,
        },
        from: sideFrom(from),
        to: sideFrom(to),
      },
    ];
  });
}

function sideFrom(row: TransferRow): TransferSide {
  const {
    person_id: personId,
    name,
    language,
    time_zone: timeZone,
    messenger,
    private_chat_id: chatId,
  } = row;
  const address = messenger === null || chatId === null ? null : { messenger, chatId };
  return { personId, name, language, timeZone, address, membership: membershipFrom(row) };
}
