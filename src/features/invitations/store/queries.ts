import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { MembershipState } from '../../../domain/state.ts';
import { anyPlace, createPoolBatch } from '../../../store/commit/batch.ts';
import type { Invitation, InvitationCase } from '../invitation.ts';
import { REMIND_BEFORE_MS } from '../remind.ts';
import {
  type CaseRow,
  caseColumns,
  caseFrom,
  caseJoins,
  type InvitationRow,
  invitationColumns,
  invitationFrom,
} from './invitation-row.ts';

interface OfferRow extends CaseRow {
  place: number;
  viewer_membership: MembershipState | null;
  viewer_names: readonly string[] | null;
  holders: Readonly<Record<string, number>> | null;
  by_mail: boolean;
}

/** By token or by id, whichever is not null: each has its unique index. */
const OFFERS = `
select k.place::int as place, coalesce(i.mail_token_hash = k.token_hash, false) as by_mail, ${caseColumns},
       (select json_build_object('id', v.id, 'workspaceId', v.workspace_id, 'personId', v.person_id, 'state', v.state,
                                 'version', v.version, 'roles', '[]'::json, 'grants', '[]'::json)
          from memberships v where v.workspace_id = i.workspace_id and v.person_id = k.person_id) as viewer_membership,
       (select array_agg(called.name) from (
          select named.name from accounts a, lateral (values (a.messenger || ':' || a.account_id), (a.messenger || ':@' || a.username)) as named (name)
           where a.person_id = k.person_id
          union all select named.name from persons v, lateral (values ('email:' || v.email), ('phone:' || v.phone)) as named (name) where v.id = k.person_id
          union all select 'person:' || f.id::text from former_persons f where f.person_id = k.person_id) called (name)
         where called.name is not null) as viewer_names,
       (select json_object_agg(limited.role, (
          select count(*) from (
            select r.membership_id from membership_roles r where r.workspace_id = i.workspace_id and r.role = limited.role
            union select g.membership_id from grants g where g.workspace_id = i.workspace_id and g.role = limited.role
             limit limited.most) held))
          from (select d->>'key' as role, (d->>'maxHolders')::int as most
                  from scheme_versions s, jsonb_array_elements(s.declaration->'roles') d
                 where w.scheme like 'custom:%' and s.workspace_id = w.id and s.version = w.scheme_version
                   and d ? 'maxHolders' and d->>'key' = any (i.roles)) limited) as holders
  from unnest($1::bytea[], $2::uuid[], $3::uuid[]) with ordinality as k (token_hash, id, person_id, place)
 cross join lateral (select * from invitations where token_hash = k.token_hash
                     union all select * from invitations where mail_token_hash = k.token_hash
                     union all select * from invitations where id = k.id) i
  ${caseJoins}
 where ${anyPlace('k.place')}`;

/** The invitation with a token or id, as one person sees it. People who press at once are answered together. */
export const findOffer = createPoolBatch(
  async (pool, asked: readonly Query<'invitation.offer'>[]): Promise<Found<'invitation.offer'>[]> => {
    const { rows } = await pool.query<OfferRow>({
      name: 'invitation-offers',
      text: OFFERS,
      values: [
        asked.map(({ by }) => ('id' in by ? null : by.tokenHash)),
        asked.map(({ by }) => ('id' in by ? by.id : null)),
        asked.map(({ personId }) => personId),
      ],
    });
    const found: Found<'invitation.offer'>[] = asked.map(() => null);
    for (const row of rows) {
      found[row.place - 1] = {
        ...caseFrom(row),
        viewerMembership: row.viewer_membership,
        viewerNames: row.viewer_names ?? [],
        holders: row.holders ?? {},
        byMail: row.by_mail,
      };
    }
    return found;
  },
);

interface ManagedRow extends CaseRow {
  invitee_is_member: boolean;
  has_rival: boolean;
  holders: Readonly<Record<string, number>> | null;
}

const MANAGED = `
select ${caseColumns},
       exists (select 1 from memberships v where v.workspace_id = i.workspace_id and v.person_id = e.id
                  and v.state in ('active', 'suspended')) as invitee_is_member,
       exists (select 1 from invitations r where r.workspace_id = i.workspace_id and r.addressee = i.addressee
                  and r.state = 'pending' and r.expires_at > $3 and r.id <> i.id) as has_rival,
       (select json_object_agg(limited.role, (
          select count(*) from (
            select r.membership_id from membership_roles r where r.workspace_id = $2 and r.role = limited.role
            union select g.membership_id from grants g where g.workspace_id = $2 and g.role = limited.role) held))
          from unnest($4::text[]) as limited (role)) as holders
  from invitations i
  ${caseJoins}
 where i.id = $1 and i.workspace_id = $2`;

/** An invitation of one workspace, for those who manage it. */
export async function findManaged(
  pool: Pool,
  query: Query<'invitation.managed'>,
): Promise<Found<'invitation.managed'>> {
  const { rows } = await pool.query<ManagedRow>({
    name: 'invitation-managed',
    text: MANAGED,
    values: [query.id, query.workspaceId, query.now, query.count],
  });
  const row = rows[0];
  return row
    ? {
        ...caseFrom(row),
        inviteeIsMember: row.invitee_is_member,
        hasRival: row.has_rival,
        holders: row.holders ?? {},
      }
    : null;
}

/** One keyset page along `invitations_list_idx`; the row asked `from` is not in it. */
function pageStatement(direction: 'older' | 'newer'): string {
  const [than, order] = direction === 'older' ? ['<', 'desc'] : ['>', 'asc'];
  return `
with start as (select created_at, id from invitations where id = $2::uuid and workspace_id = $1)
select ${invitationColumns}
  from invitations i
 where i.workspace_id = $1
   and ($2::uuid is null or (i.created_at, i.id) ${than} (select created_at, id from start))
 order by i.created_at ${order}, i.id ${order} limit $3`;
}

const PAGES = { older: pageStatement('older'), newer: pageStatement('newer') };

/** A page of a workspace's invitations, newest first. */
export async function findInvitationPage(
  pool: Pool,
  query: Query<'invitation.page'>,
): Promise<Found<'invitation.page'>> {
  const { rows } = await pool.query<InvitationRow>({
    name: `invitation-page-${query.direction}`,
    text: PAGES[query.direction],
    values: [query.workspaceId, query.from, query.limit + 1],
  });
  const more = rows.length > query.limit;
  const shown: Invitation[] = rows.slice(0, query.limit).map(invitationFrom);
  return query.direction === 'older'
    ? { invitations: shown, newer: query.from !== null, older: more }
    : { invitations: shown.reverse(), newer: more, older: true };
}

const UNSETTLED = `select ${caseColumns} from invitations i ${caseJoins} where i.id = $1`;

/** The invitation that a card on its way belongs to; null when it is gone. */
export async function findForSettling(pool: Pool, invitationId: string): Promise<InvitationCase | null> {
  const { rows } = await pool.query<CaseRow>({
    name: 'invitation-settling',
    text: UNSETTLED,
    values: [invitationId],
  });
  return rows[0] ? caseFrom(rows[0]) : null;
}

const DUE_EXPIRIES = `
select ${caseColumns}
  from (select * from invitations where state = 'pending' and expires_at <= $1 order by expires_at limit $2) i
  ${caseJoins}
 order by i.expires_at`;

/** Pending invitations whose time is over, oldest first, at most `limit`. */
export async function dueExpiries(pool: Pool, now: Date, limit: number): Promise<InvitationCase[]> {
  const { rows } = await pool.query<CaseRow>({
    name: 'invitation-due-expiries',
    text: DUE_EXPIRIES,
    values: [now, limit],
  });
  return rows.map(caseFrom);
}

/** Short-lived invitations are not reminded of: their card is fresh still. */
const DUE_REMINDERS = `
select ${caseColumns}
  from (select * from invitations
         where state = 'pending' and expires_at > $1 and expires_at <= $2 and reminded_at is null
           and delivery in ('delivered', 'opened') and addressee is not null
           and expires_at - created_at > interval '36 hours'
         order by expires_at limit $3) i
  ${caseJoins}
 order by i.expires_at`;

/** Invitations that end within a day and whose invitee has a card but was not reminded, at most `limit`. */
export async function dueReminders(pool: Pool, now: Date, limit: number): Promise<InvitationCase[]> {
  const { rows } = await pool.query<CaseRow>({
    name: 'invitation-due-reminders',
    text: DUE_REMINDERS,
    values: [now, new Date(now.getTime() + REMIND_BEFORE_MS), limit],
  });
  return rows.map(caseFrom);
}
