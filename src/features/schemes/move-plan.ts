import type { CompiledScheme } from '../../access/compile.ts';
import type { RoleReach } from '../../access/define-scheme.ts';
import type { MovePlan } from './changes.ts';

const reachesWorkspace = (reach: RoleReach): boolean =>
  reach === 'workspace' || reach === 'workspace_or_things';

/**
 * Plans how what people hold is written anew: nobody loses a role because another scheme has it held elsewhere.
 *
 * @param moves by key of a role in force, the role that takes its place; a role not named keeps its key
 */
export function planMoves(
  before: CompiledScheme,
  after: CompiledScheme,
  moves: Readonly<Record<string, string>>,
): MovePlan {
  const pairs = before.roles.flatMap((role) => {
    const now = after.roleByKey.get(moves[role.key] ?? role.key);
    return now === undefined ? [] : [{ role, now }];
  });
  const keysWhere = (reach: RoleReach): string[] =>
    after.roles.filter((role) => role.reach === reach).map(({ key }) => key);
  return {
    roles: after.roles.map(({ key }) => key),
    moves: Object.fromEntries(
      pairs.filter(({ role, now }) => role.key !== now.key).map(({ role, now }) => [role.key, now.key]),
    ),
    spread: pairs
      .filter(({ role, now }) => reachesWorkspace(role.reach) && !reachesWorkspace(now.reach))
      .map(({ role }) => role.key),
    named: pairs
      .filter(
        ({ role, now }) =>
          role.reach === 'things' && (now.reach === 'workspace' || now.reach === 'granted_things'),
      )
      .map(({ role }) => role.key),
    onThings: keysWhere('things'),
    onMembership: keysWhere('workspace'),
    onlyBroadest: after.declaration.rolesPerMember === 'one',
    keystone: after.ownerRole.key,
    sole: after.declaration.keystone.holders === 'exactly_one',
    limits: Object.fromEntries(
      after.roles.flatMap(({ key, maxHolders }) => (maxHolders === null ? [] : [[key, maxHolders]])),
    ),
  };
}
