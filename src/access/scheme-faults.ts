import type { RoleDeclaration, RoleReach, SchemeDeclaration } from './define-scheme.ts';
import { requirementsOf } from './requirements.ts';
import { maxRoles } from './role-set.ts';

/** What is wrong with a scheme, and with which part of it. */
export interface SchemeFault {
  readonly code:
    | 'no_roles'
    | 'too_many_roles'
    | 'duplicate_role'
    | 'unknown_role'
    | 'role_requires_itself'
    /** A role and one it requires must be held in the same places, or nobody could keep the rule. */
    | 'required_elsewhere'
    | 'bad_max_holders'
    | 'keystone_not_first'
    | 'keystone_not_workspace_wide'
    | 'keystone_limited'
    | 'keystone_cannot_manage';
  /** A role key, or the scheme's. */
  readonly about: string;
}

/** Without these nobody could ever let anyone in, give a role, or close an access. */
const managing = { member: ['view', 'assign', 'remove'], invitation: ['create', 'revoke'] } as const;

/**
 * All that makes a declared scheme unusable; empty for a sound one. The keystone role must stand
 * first, reach the whole workspace and be able to manage members, so that no scheme locks itself out.
 */
export function schemeFaults(scheme: SchemeDeclaration): readonly SchemeFault[] {
  const keys = scheme.roles.map(({ key }) => key);
  const faults: SchemeFault[] = [];
  const fault = (code: SchemeFault['code'], about: string) => faults.push({ code, about });

  if (keys.length === 0) fault('no_roles', scheme.key);
  if (keys.length > maxRoles) fault('too_many_roles', scheme.key);
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index) fault('duplicate_role', key);
  }

  const mentioned = [
    scheme.keystone.role,
    ...scheme.roles.flatMap((role) => role.requires ?? []),
    ...(scheme.recommendations ?? []).map(({ role }) => role),
  ];
  for (const key of mentioned) if (!keys.includes(key)) fault('unknown_role', key);

  for (const role of scheme.roles) {
    if (requirementsOf(scheme.roles, role).has(role.key)) fault('role_requires_itself', role.key);
    const required = scheme.roles.filter(({ key }) => role.requires?.includes(key));
    if (required.some((other) => reachOf(other) !== reachOf(role))) fault('required_elsewhere', role.key);
    if (role.maxHolders !== undefined && !(Number.isSafeInteger(role.maxHolders) && role.maxHolders > 0)) {
      fault('bad_max_holders', role.key);
    }
  }

  const keystone = scheme.roles.find(({ key }) => key === scheme.keystone.role);
  if (keystone !== undefined) {
    const { key } = keystone;
    if (keystone !== scheme.roles[0]) fault('keystone_not_first', key);
    if (reachOf(keystone) !== 'workspace') fault('keystone_not_workspace_wide', key);
    if (keystone.requires?.length || keystone.maxHolders !== undefined) fault('keystone_limited', key);
    if (!canManage(scheme, keystone)) fault('keystone_cannot_manage', key);
  }
  return faults;
}

function reachOf({ reach = 'workspace' }: RoleDeclaration): RoleReach {
  return reach;
}

/** Whether the keystone's holders could let people in and out, and hand over what only they hold. */
function canManage(scheme: SchemeDeclaration, { can }: RoleDeclaration): boolean {
  const allows = (resource: 'member' | 'invitation' | 'owner', action: string) =>
    (can === 'everything' || names(can[resource], action)) && !names(scheme.never?.[resource], action);
  return (
    managing.member.every((action) => allows('member', action)) &&
    managing.invitation.every((action) => allows('invitation', action)) &&
    (scheme.keystone.holders === 'at_least_one' || allows('owner', 'transfer'))
  );
}

function names(actions: 'all' | readonly string[] | undefined, action: string): boolean {
  return actions === 'all' || (actions?.includes(action) ?? false);
}
