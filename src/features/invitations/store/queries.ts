import type { Query } from '../../../domain/queries.ts';
import type { MembershipState } from '../../../domain/state.ts';
import { anyPlace } from '../../../store/any-place.ts';
import { defineBatchedQuery, defineQuery, type Reader } from '../../../store/define-query.ts';
import { defineStatement, run, type Statement } from '../../../store/define-statement.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { Invitation, InvitationCase } from '../invitation.ts';
import type { Offer } from '../queries.ts';
import {
  type CaseRow,
  caseColumns,
  caseFrom,
  caseJoins,
  caseTypes,
  type InvitationRow,
  invitationColumns,
  invitationFrom,
  invitationTypes,
} from './invitation-row.ts';

interface OfferRow extends CaseRow {
  place: number;
  viewer_membership: MembershipState | null;
  viewer_names: readonly string[] | null;
  holders: Readonly<Record<string, number>> | null;
  by_mail: boolean;
}

interface OfferParameters {
  /** One of each pair is null. */
  readonly tokenHashes: readonly (Buffer | null)[];
  readonly ids: readonly (string | null)[];
  readonly personIds: readonly string[];
}

/** By token or by id: each has its unique index. */
const offers = defineStatement<OfferParameters, OfferRow>({
  name: 'invitation-offers',
  columns: {
    ...caseTypes,
    place: 'int4',
    viewer_membership: 'json',
    viewer_names: 'text[]',
    holders: 'json',
    by_mail: 'bool',
  },
  sql: ({ tokenHashes, ids, personIds }) => sql`
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
  from unnest(${tokenHashes}::bytea[], ${ids}::uuid[], ${personIds}::uuid[]) with ordinality as k (token_hash, id, person_id, place)
 cross join lateral (select * from invitations where token_hash = k.token_hash
                     union all select * from invitations where mail_token_hash = k.token_hash
                     union all select * from invitations where id = k.id) i
  ${caseJoins}
 where ${anyPlace(sql`k.place`)}`,
});

/** The invitation with a token or id, as one person sees it. People who press at once are answered together. */
export const invitationOffer = defineBatchedQuery('invitation.offer', {
  statement: offers,
  parameters: (queries) => ({
    tokenHashes: queries.map(({ by }) => ('id' in by ? null : by.tokenHash)),
    ids: queries.map(({ by }) => ('id' in by ? by.id : null)),
    personIds: queries.map(({ personId }) => personId),
  }),
  found(rows, queries) {
    const found = queries.map((): Offer | null => null);
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
});

interface ManagedRow extends CaseRow {
  invitee_is_member: boolean;
  has_rival: boolean;
  holders: Readonly<Record<string, number>> | null;
}

const managed = defineStatement<Omit<Query<'invitation.managed'>, 'kind'>, ManagedRow>({
  name: 'invitation-managed',
  columns: { ...caseTypes, invitee_is_member: 'bool', has_rival: 'bool', holders: 'json' },
  sql: ({ id, workspaceId, now, count }) => sql`
select ${caseColumns},
       exists (select 1 from memberships v where v.workspace_id = i.workspace_id and v.person_id = e.id
                  and v.state in ('active', 'suspended')) as invitee_is_member,
       exists (select 1 from invitations r where r.workspace_id = i.workspace_id and r.addressee = i.addressee
                  and r.state = 'pending' and r.expires_at > ${now} and r.id <> i.id) as has_rival,
       (select json_object_agg(limited.role, (
          select count(*) from (
            select r.membership_id from membership_roles r where r.workspace_id = ${workspaceId}::uuid and r.role = limited.role
            union select g.membership_id from grants g where g.workspace_id = ${workspaceId}::uuid and g.role = limited.role) held))
          from unnest(${count}::text[]) as limited (role)) as holders
  from invitations i
  ${caseJoins}
 where i.id = ${id}::uuid and i.workspace_id = ${workspaceId}::uuid`,
});

/** An invitation of one workspace, for those who manage it. */
export const invitationManaged = defineQuery('invitation.managed', {
  statement: managed,
  parameters: (query) => query,
  found: ([row]) =>
    row
      ? {
          ...caseFrom(row),
          inviteeIsMember: row.invitee_is_member,
          hasRival: row.has_rival,
          holders: row.holders ?? {},
        }
      : null,
});

interface PageParameters {
  readonly workspaceId: string;
  /** The invitation at the edge; null: the newest. */
  readonly from: string | null;
  readonly limit: number;
}

/** One keyset page along `invitations_list_idx`; the invitation at the edge is not in it. */
function pageStatement(
  direction: 'older' | 'newer',
  than: Sql,
  order: Sql,
): Statement<PageParameters, InvitationRow> {
  return defineStatement<PageParameters, InvitationRow>({
    name: `invitation-page-${direction}`,
    columns: invitationTypes,
    sql: ({ workspaceId, from, limit }) => sql`
with start as (select created_at, id from invitations where id = ${from}::uuid and workspace_id = ${workspaceId}::uuid)
select ${invitationColumns}
  from invitations i
 where i.workspace_id = ${workspaceId}::uuid
   and (${from}::uuid is null or (i.created_at, i.id) ${than} (select created_at, id from start))
 order by i.created_at ${order}, i.id ${order} limit ${limit}::int`,
  });
}

const pages = {
  older: pageStatement('older', sql`<`, sql`desc`),
  newer: pageStatement('newer', sql`>`, sql`asc`),
};

/** A page of a workspace's invitations, newest first. */
export const invitationPage = defineQuery('invitation.page', {
  statement: ({ direction }) => pages[direction],
  parameters: ({ workspaceId, from, limit }) => ({ workspaceId, from, limit: limit + 1 }),
  found(rows, { direction, from, limit }) {
    const more = rows.length > limit;
    const shown: Invitation[] = rows.slice(0, limit).map(invitationFrom);
    return direction === 'older'
      ? { invitations: shown, newer: from !== null, older: more }
      : { invitations: shown.reverse(), newer: more, older: true };
  },
});

const delivered = defineStatement<{ readonly invitationId: string }, CaseRow>({
  name: 'invitation-delivered',
  columns: caseTypes,
  sql: ({ invitationId }) =>
    sql`select ${caseColumns} from invitations i ${caseJoins} where i.id = ${invitationId}::uuid`,
});

/** The invitation that a card on its way belongs to; null when it is gone. */
export async function findForDelivery(
  { pool }: Pick<Reader, 'pool'>,
  invitationId: string,
): Promise<InvitationCase | null> {
  const [row] = await run(pool, delivered, { invitationId });
  return row ? caseFrom(row) : null;
}
