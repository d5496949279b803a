import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { Who } from '../../../domain/who.ts';
import { personNow } from '../../../store/person-now.ts';
import type { AuditEvent, AuditFilter } from '../queries.ts';
import { sealAudit, verifyAudit } from './audit-seal.ts';

interface AuditRow {
  people: readonly { readonly id: string; readonly name: string }[] | null;
  id: string | null;
  at: Date;
  actor: string | null;
  subject: string | null;
  action: string;
  outcome: AuditEvent['outcome'];
  detail: unknown;
}

/**
 * People are looked for among those who are or were members: nothing is learnt here of anybody else. With a
 * filter the scan walks back along the workspace's events until the page is full.
 */
const PAGE = `
with hit as (
  select person_id from memberships
   where workspace_id = $1 and person_id = any (array(
         select $4::uuid where $4::uuid is not null
         union select person_id from accounts where $5 = 'account' and messenger = $6 and account_id = $7
         union select person_id from accounts where $5 = 'username' and messenger = $6 and username = $7))
  union all
  (select person_id from memberships
    where $5 = 'name' and workspace_id = $1 and search like '%' || $7 || '%' order by sort_name, id limit 3)
), known as (
  select person_id as id from hit
  union all select f.id from former_persons f join hit on hit.person_id = f.person_id
)
select (select json_agg(json_build_object('id', p.id, 'name', p.name)) from hit join persons p on p.id = hit.person_id) as people,
       e.id::text, e.at, actor.name as actor, subject.name as subject, e.action, e.outcome, e.detail
  from (values (true)) as one (present)
  left join lateral (
    select * from audit_events
     where workspace_id = $1 and ($2::bigint is null or id < $2)
       and ($8::text is null or action = $8 or action like $8 || '.%')
       and ($9::text is null or outcome = $9)
       and (not $10 or actor_id in (select id from known) or subject_id in (select id from known))
     order by id desc limit $3) e on true
  left join persons actor on actor.id = ${personNow('e.actor_id')}
  left join persons subject on subject.id = ${personNow('e.subject_id')}
 order by e.id desc`;

/** A page of a workspace's audit, newest first; one row more than asked for tells whether there are older ones. */
export async function pageAudit(pool: Pool, query: Query<'audit.page'>): Promise<Found<'audit.page'>> {
  const { filter, limit } = query;
  const who = filter.kind === 'who' ? filter : null;
  const { rows } = await pool.query<AuditRow>({
    name: 'audit-page',
    text: PAGE,
    values: [
      query.workspaceId,
      query.before,
      limit + 1,
      filter.kind === 'person' ? filter.personId : null,
      who?.who.kind ?? null,
      who?.messenger ?? null,
      who ? lookupValue(who.who) : null,
      filter.kind === 'action' ? filter.action : null,
      filter.kind === 'refused' ? 'refused' : null,
      isAboutSomebody(filter),
    ],
  });
  const events = rows.flatMap(({ people: _, id, ...event }): AuditEvent[] =>
    id === null ? [] : [{ id, ...event }],
  );
  return {
    events: events.slice(0, limit),
    hasOlder: events.length > limit,
    people: (rows[0]?.people ?? []).map(({ id, name }) => ({ personId: id, name })),
  };
}

function isAboutSomebody({ kind }: AuditFilter): boolean {
  return kind === 'person' || kind === 'who';
}

/** `%`, `_` and `\\` of a name are no wildcards. */
function lookupValue(who: Who): string {
  switch (who.kind) {
    case 'account':
      return who.accountId;
    case 'username':
      return who.username.toLowerCase();
    case 'name':
      return who.name.toLowerCase().replace(/[\\%_]/g, '\\$&');
    case 'phone':
      return who.phone;
    case 'email':
      return who.email.toLowerCase();
  }
}

/** Events sealed in one transaction before a verification. */
const SEAL_BATCH = 1_000;

/** Seals what is left to seal, so that the newest events are under the chain too, and recomputes it. */
export async function verifyChain(pool: Pool, query: Query<'audit.verify'>): Promise<Found<'audit.verify'>> {
  while ((await sealAudit(pool, SEAL_BATCH)) === SEAL_BATCH);
  return verifyAudit(pool, query.workspaceId);
}
