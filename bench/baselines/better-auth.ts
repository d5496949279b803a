import { createAccessControl } from 'better-auth/plugins/access';
import { presets } from '../../src/access/presets.ts';
import { vocabulary } from '../../src/access/vocabulary.ts';
import type { Contender } from '../decisions/contender.ts';
import { rightsByRole } from '../decisions/members.ts';
import type { Question, World } from '../decisions/world.ts';

/** better-auth's access control: a role object for each role of a scheme, members with their roles in maps. */
export function betterAuth({ workspaces: all }: World): Contender {
  const control = createAccessControl<Record<string, readonly string[]>>(vocabulary);
  const roleOf = new Map(
    Object.values(presets).flatMap(({ declaration }) =>
      [...rightsByRole(declaration)].map(
        ([role, rights]) => [`${declaration.key}.${role}`, control.newRole(statementsOf(rights))] as const,
      ),
    ),
  );
  const rolesOf = (scheme: string, keys: readonly string[]) =>
    keys.flatMap((key) => roleOf.get(`${scheme}.${key}`) ?? []);
  const workspaces = new Map(
    all.map(({ id, scheme, members }) => [
      id,
      new Map(
        members.map(({ personId, roles, grants }) => [
          personId,
          {
            roles: rolesOf(scheme, roles),
            grants: new Map(grants.map(({ bot, roles: held }) => [bot, rolesOf(scheme, held)])),
          },
        ]),
      ),
    ]),
  );
  const answer = (question: Question, request: Record<string, string[]>): boolean => {
    const member = workspaces.get(question.workspaceId)?.get(question.personId);
    if (member === undefined) return false;
    for (const role of member.roles) if (role.authorize(request).success) return true;
    const granted = question.bot === null ? undefined : member.grants.get(question.bot);
    for (const role of granted ?? []) if (role.authorize(request).success) return true;
    return false;
  };
  return {
    name: 'better-auth access',
    ready(questions) {
      const asked = questions.map((question) => {
        const [resource = '', action = ''] = question.right.split('.');
        return { question, request: { [resource]: [action] } };
      });
      return () => {
        let allowed = 0;
        for (const { question, request } of asked) if (answer(question, request)) allowed++;
        return allowed;
      };
    },
  };
}

function statementsOf(rights: readonly string[]): Record<string, string[]> {
  const statements: Record<string, string[]> = {};
  for (const right of rights) {
    const [resource = '', action = ''] = right.split('.');
    statements[resource] = [...(statements[resource] ?? []), action];
  }
  return statements;
}
