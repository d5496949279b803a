import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { EndedRoles } from './queries.ts';

/**
 * Takes away roles whose time is over, and tells their holder and who gave them. They gave nothing any more;
 * this is so that lists and cards say it too. Guard: the membership's version.
 */
export function endRoles({ membership, workspace, holder, granter, roles }: EndedRoles): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const told = { kind: 'member.ended_roles', workspace: about(workspace), roles } as const;
  return {
    changes: [
      {
        kind: 'membership.roles',
        membershipId: membership.id,
        workspaceId: workspace.id,
        personId: holder.personId,
        version: membership.version,
        add: [],
        remove: roles,
      },
    ],
    notices: [
      { ...told, to: holder, actorName: granter?.name ?? '', memberName: null },
      ...(granter && granter.personId !== holder.personId
        ? [{ ...told, to: granter, actorName: granter.name, memberName: holder.name }]
        : []),
    ],
  };
}

/**
 * Roles, as `scheme/role`, that stay written down after their end: a guest's role withholds what every member may
 * do, and its holder would gain by its removal.
 */
export function rolesKeptAfterEnd(schemes: readonly SchemeDeclaration[]): readonly string[] {
  return schemes.flatMap(({ key, roles }) =>
    roles.filter((role) => role.withoutBaseline).map((role) => `${key}/${role.key}`),
  );
}
