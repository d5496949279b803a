import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import { insertGrants } from '../../members/store/insert-grants.ts';
import type { GrantChange } from '../changes.ts';

const grantsChanged = defineChange<GrantChange>()('grants.changed', {
  audit: (change) => ({
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: {
      name: change.names.join(', '),
      added: change.add.map(({ role, until, place }) => ({ role, until, ...place })),
      removed: change.remove.map(({ role }) => role),
      takenFrom: change.remove.map(({ place }) => place.id),
    },
  }),
  affects: (change) => ({ workspaceId: change.workspaceId, persons: [change.personId] }),
  locks: (change) => [change],
  writeSet: 'exclusive',
  personRows: (change) => [change.personId],
  write: (change, at) => [
    guard(
      'membership',
      sql`update memberships set version = version + 1 from acts act
           where id = ${change.membershipId}::uuid and version = ${change.version}::int
             and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
      1,
    ),
    guard(
      'taken',
      sql`delete from grants g using ${at.ref('membership')} s, acts act
           where g.membership_id = s.id and (g.role, g.thing_id) in (
             select * from unnest(${change.remove.map(({ role }) => role)}::text[], ${change.remove.map(({ place }) => place.id)}::uuid[]))
          returning 1`,
      change.remove.length,
    ),
    guard('given', insertGrants(at.ref('membership'), change.add, at), change.add.length),
  ],
});

/** The spec of roles on resources. */
export const grantChanges = byKind(grantsChanged);
