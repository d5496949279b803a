import type { SchemeFault } from '../../access/scheme-faults.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';

/** Which refusal tells a person of a fault; those that no edit can make are all `scheme_broken`. */
const codes: Record<SchemeFault['code'], RefusalCode> = {
  no_roles: 'scheme_broken',
  too_many_roles: 'too_many_roles',
  duplicate_role: 'scheme_broken',
  unknown_role: 'unknown_role',
  role_requires_itself: 'role_requires_itself',
  required_elsewhere: 'required_elsewhere',
  bad_max_holders: 'scheme_broken',
  keystone_not_first: 'scheme_broken',
  keystone_not_workspace_wide: 'keystone_limited',
  keystone_limited: 'keystone_limited',
  keystone_cannot_manage: 'keystone_cannot_manage',
};

/** What is wrong with a scheme, for a person who edits it by buttons. */
export function refusalOfFault({ code, about }: SchemeFault): Refusal {
  return new Refusal(codes[code], { about });
}
