import type { Guard } from '../../../domain/changes.ts';
import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { SchemeChange } from '../changes.ts';

const define = defineChange<SchemeChange>();

/**
 * Who has to be told is written down with what they hold until now, which the statement sees as it was before it. Of
 * two changes in a row the first counts: people are told the difference from then.
 */
const schemeChanged = define('scheme.changed', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: null,
    detail: { version: change.version, preset: change.content.preset, moves: change.plan.moves },
  }),
  affects: ({ workspaceId }) => ({ workspaceId, persons: 'all', facts: true, keys: true }),
  locks: [],
  writeSet: 'exclusive',
  // Its function writes memberships after the rest of the statement, in commands of its own.
  personRows: 'nobody',
  write: (change, at) => {
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const from = sql`${once(change.from.scheme)}`;
    return [
      step(
        'news',
        sql`insert into scheme_news (membership_id, workspace_id, scheme, roles)
            select held.membership_id, ${workspace}, ${from}, held.living
              from acts act cross join lateral (
                     select membership_id, array_agg(distinct role) as every,
                            array_agg(distinct role) filter (where until is null or until > ${at.now}) as living
                       from (select membership_id, role, until from membership_roles where workspace_id = ${workspace}
                             union all
                             select membership_id, role, until from grants where workspace_id = ${workspace}) each
                      group by membership_id) held
              join memberships m on m.id = held.membership_id and m.state = 'active'
                                and m.person_id is distinct from ${at.actor}
             where held.living is not null
               and (held.living <> held.every
                    or array_to_string(held.every, ',') <> all (${change.unmoved.map((roles) => roles.join(','))}::text[]))
            on conflict (membership_id) do nothing
            returning 1`,
      ),
      guard(
        'scheme',
        sql`select castellan_change_scheme(
              ${workspace}, ${from}, ${change.from.version}::int, ${change.scheme}, ${change.version}::int, ${change.content.preset},
              ${change.content.declaration === null ? null : JSON.stringify(change.content.declaration)}::jsonb,
              ${JSON.stringify(change.plan)}::jsonb, ${at.actor}, ${at.now})
              from acts act where ${at.locked}`,
        1,
      ),
    ];
  },
});

const schemeTold = define('scheme.told', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change) => [
    guard(
      'told',
      sql`delete from scheme_news using acts act where membership_id = any (${change.membershipIds}::uuid[]) returning 1`,
      change.membershipIds.length,
    ),
  ],
});

/** As strong a lock as the foreign keys of the rows take that the act writes, so it costs no further waiting. */
const schemeGuard = defineChange<Guard>()('guard.scheme', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: [],
  personRows: 'nobody',
  write: (held, at) => [
    guard(
      'held',
      sql`select 1 from workspaces, acts act
           where id = ${held.workspaceId}::uuid and scheme = ${held.scheme} and ${at.locked}
             for key share of workspaces`,
      1,
    ),
  ],
});

/** The specs of the changes of schemes. */
export const schemeChanges = byKind(schemeChanged, schemeTold, schemeGuard);
