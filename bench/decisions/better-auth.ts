import { createAccessControl } from 'better-auth/plugins/access';
import { vocabulary } from '../../src/access/vocabulary.ts';
import type { Contender } from './contender.ts';
import { heldRoles } from './map-set.ts';
import type { Question, World } from './world.ts';

/** better-auth's roles; who holds which stands in maps. */
export function betterAuth(world: World): Contender {
  const { questions } = world;
  const control = createAccessControl<Record<string, readonly string[]>>(vocabulary);
  const workspaces = heldRoles(world, (_scheme, _role, rights) => {
    const statements: Record<string, string[]> = {};
    for (const right of rights) {
      const [resource = '', action = ''] = right.split('.');
      statements[resource] = [...(statements[resource] ?? []), action];
    }
    return control.newRole(statements);
  });
  const requests = questions.map(({ right }) => {
    const [resource = '', action = ''] = right.split('.');
    return { [resource]: [action] };
  });
  const answer = ({ workspaceId, personId, bot, project }: Question, place: number): boolean => {
    const member = workspaces.get(workspaceId)?.get(personId);
    const request = requests[place];
    if (member === undefined || request === undefined) return false;
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
    asked: questions.length,
    answer(place) {
      const one = questions[place];
      return one !== undefined && answer(one, place);
    },
    pass() {
      let allowed = 0;
      for (const [place, question] of questions.entries()) if (answer(question, place)) allowed++;
      return allowed;
    },
  };
}
