import type { Guard } from '../../../domain/changes.ts';
import type { Writer } from '../../../store/commit/statement.ts';
import type { SchemeChange } from '../changes.ts';

type Of<K extends SchemeChange['kind']> = Extract<SchemeChange, { kind: K }>;

/**
 * Who has to be told is written down with what they hold until now, which the statement sees as it was before it. Of
 * two changes in a row the first counts: told is what it all came to.
 */
const changed: Writer<Of<'scheme.changed'>> = (change, bind, at) => [
  {
    name: 'news',
    sql: `insert into scheme_news (membership_id, workspace_id, scheme, roles)
          select held.membership_id, ${bind(change.workspaceId)}::uuid, ${bind(change.from.scheme)}, held.living
            from (select membership_id, array_agg(distinct role) as every,
                         array_agg(distinct role) filter (where until is null or until > ${at.now}) as living
                    from (select membership_id, role, until from membership_roles where workspace_id = ${bind(change.workspaceId)}::uuid
                          union all
                          select membership_id, role, until from grants where workspace_id = ${bind(change.workspaceId)}::uuid) each
                   group by membership_id) held
            join memberships m on m.id = held.membership_id and m.state = 'active'
                              and m.person_id is distinct from ${at.actor}::uuid
           where held.living is not null
             and (held.living <> held.every
                  or array_to_string(held.every, ',') <> all (${bind(change.unmoved.map((roles) => roles.join(',')))}::text[]))
          on conflict (membership_id) do nothing
          returning 1`,
    expect: null,
  },
  {
    name: 'scheme',
    sql: `select castellan_change_scheme(
            ${bind(change.workspaceId)}::uuid, ${bind(change.from.scheme)}, ${bind(change.from.version)}::int,
            ${bind(change.scheme)}, ${bind(change.version)}::int, ${bind(change.content.preset)},
            ${bind(change.content.declaration === null ? null : JSON.stringify(change.content.declaration))}::jsonb,
            ${bind(JSON.stringify(change.plan))}::jsonb, ${at.actor}, ${at.now})
           where ${at.locked}`,
    expect: 1,
  },
];

const told: Writer<Of<'scheme.told'>> = (change, bind) => [
  {
    name: 'told',
    sql: `delete from scheme_news where membership_id = any (${bind(change.membershipIds)}::uuid[]) returning 1`,
    expect: change.membershipIds.length,
  },
];

/** As strong a lock as the foreign keys of the rows take that the act writes, so it costs no further waiting. */
const guard: Writer<Extract<Guard, { kind: 'guard.scheme' }>> = (change, bind, at) => [
  {
    name: 'held',
    sql: `select 1 from workspaces${at.and}
           where id = ${bind(change.workspaceId)}::uuid and scheme = ${bind(change.scheme)} and ${at.locked}
             for key share of workspaces`,
    expect: 1,
  },
];

/** Writers of the changes of schemes. */
export const schemeWriters = { 'scheme.changed': changed, 'scheme.told': told, 'guard.scheme': guard };
