import { A_FEW, type Contender } from './contender.ts';
import { type Question, rightsByRole, type World } from './world.ts';

/** What a member holds, in maps and sets. */
export interface HeldRoles<R> {
  readonly roles: readonly R[];
  readonly grants: ReadonlyMap<string, readonly R[]>;
}

/** Everybody by workspace and person, each role as what `make` turns it into. */
export function heldRoles<R>(
  { schemes, workspaces }: World,
  make: (scheme: string, role: string, rights: readonly string[]) => R,
): ReadonlyMap<string, ReadonlyMap<string, HeldRoles<R>>> {
  const made = new Map(
    schemes.map((scheme) => [
      scheme.key,
      new Map(
        [...rightsByRole(scheme)].map(([role, rights]): [string, R] => [
          role,
          make(scheme.key, role, rights),
        ]),
      ),
    ]),
  );
  const rolesOf = (scheme: string, keys: readonly string[]): R[] =>
    keys.flatMap((key) => made.get(scheme)?.get(key) ?? []);
  return new Map(
    workspaces.map(({ id, scheme, members }) => [
      id,
      new Map(
        members.map(({ personId, roles, grants }): [string, HeldRoles<R>] => [
          personId,
          {
            roles: rolesOf(scheme, roles),
            grants: new Map(grants.map(({ bot, roles: held }) => [bot, rolesOf(scheme, held)])),
          },
        ]),
      ),
    ]),
  );
}

/** Nothing but maps and sets. */
export function mapsAndSets(world: World): Contender {
  const workspaces = heldRoles(world, (_scheme, _role, rights): ReadonlySet<string> => new Set(rights));
  const answer = ({ workspaceId, personId, right, bot, project }: Question): boolean => {
    const member = workspaces.get(workspaceId)?.get(personId);
    if (member === undefined) return false;
    for (const role of member.roles) if (role.has(right)) return true;
    for (const role of (bot !== null && member.grants.get(bot)) || []) if (role.has(right)) return true;
    for (const role of (project !== null && member.grants.get(project)) || [])
      if (role.has(right)) return true;
    return false;
  };
  return {
    name: 'Map and Set',
    asked: world.questions.length,
    atOnce: A_FEW,
    ready: (questions) => () => {
      let allowed = 0;
      for (const question of questions) if (answer(question)) allowed++;
      return allowed;
    },
  };
}
