import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { EndedGrants } from '../resources/queries.ts';

/**
 * Takes away roles on resources whose time is over, and tells their holder. They gave nothing any more; this is so
 * that lists say it too. Guard: the membership's version.
 */
export function endGrants({ membership, workspace, holder, grants }: EndedGrants): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const names = [...new Set(grants.map(({ name }) => name))];
  return {
    changes: [
      {
        kind: 'grants.changed',
        membershipId: membership.id,
        workspaceId: workspace.id,
        personId: holder.personId,
        version: membership.version,
        add: [],
        remove: grants.map(({ role, place }) => ({ role, place })),
        names,
      },
    ],
    notices: [
      {
        kind: 'grants.ended',
        to: holder,
        workspace: about(workspace),
        actorName: '',
        resources: names,
        roles: [...new Set(grants.map(({ role }) => role))],
      },
    ],
  };
}
