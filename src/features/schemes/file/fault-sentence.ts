import { maxRoles } from '../../../access/role-set.ts';
import type { SchemeFault } from '../../../access/scheme-faults.ts';

const sentences: Record<SchemeFault['code'], (about: string) => string> = {
  no_roles: () => 'has no roles',
  too_many_roles: () => `has more than ${maxRoles} roles`,
  duplicate_role: (about) => `the role ${about} stands here twice`,
  unknown_role: (about) => `names a role ${about} that the scheme does not have`,
  role_requires_itself: (about) => `the role ${about} requires itself, perhaps through others`,
  required_elsewhere: (about) =>
    `the role ${about} requires one that is held in other places, so nobody could have both`,
  bad_max_holders: (about) => `the role ${about} needs a whole number of holders, one or more`,
  keystone_not_first: (about) => `the role ${about} is the keystone and must stand first`,
  keystone_not_workspace_wide: (about) =>
    `the role ${about} is the keystone and must reach the whole workspace`,
  keystone_limited: (about) =>
    `the role ${about} is the keystone and can neither require a role nor be limited`,
  keystone_cannot_manage: (about) =>
    `the role ${about} is the keystone and cannot invite, assign and remove (and transfer, where it is held by one): nobody could manage members`,
};

/** What is wrong with a scheme, in a sentence for a person who writes its file. */
export function faultSentence({ code, about }: SchemeFault): string {
  return sentences[code](about);
}
