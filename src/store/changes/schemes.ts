import type { Guard } from '../../workspace/changes.ts';
import type { SchemeChange } from '../../workspace/roles/changes.ts';
import type { Writer } from '../statement.ts';

const changed: Writer<SchemeChange> = (change, bind, at) => [
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
export const schemeWriters = { 'scheme.changed': changed, 'guard.scheme': guard };
