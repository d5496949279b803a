import { createAccessControl } from 'better-auth/plugins/access';
import { vocabulary } from '../../src/access/vocabulary.ts';
import { A_FEW, type Contender } from './contender.ts';
import { heldRoles } from './map-set.ts';
import type { Question, World } from './world.ts';

type Request = Record<string, string[]>;

/** better-auth's roles; who holds which stands in maps. */
export function betterAuth(world: World): Contender {
  const control = createAccessControl<Record<string, readonly string[]>>(vocabulary);
  const workspaces = heldRoles(world, (_scheme, _role, rights) => {
    const statements: Record<string, string[]> = {};
    for (const right of rights) {
      const [resource = '', action = ''] = right.split('.');
      statements[resource] = [...(statements[resource] ?? []), action];
    }
    return control.newRole(statements);
  });
  const answer = ({ workspaceId, personId, bot, project }: Question, request: Request): boolean => {
    const member = workspaces.get(workspaceId)?.get(personId);
    if (member === undefined) return false;
    for (const role of member.roles) if (role.authorize(request).success) return true;
    for (const thing of [bot, project]) {
      for (const role of (thing !== null && member.grants.get(thing)) || []) {
        if (role.authorize(request).success) return true;
      }
    }
    return false;
  };
  return {
    name: 'better-auth',
    asked: world.questions.length,
    atOnce: A_FEW,
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
