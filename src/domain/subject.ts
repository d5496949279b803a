import type { Subject } from '../access/subject.ts';
import type { MembershipState } from './state.ts';

/** A person as the permission core knows them: one who left, was removed or never joined is no member. */
export function subjectOf(membership: MembershipState | null, personId: string): Subject {
  if (!membership || (membership.state !== 'active' && membership.state !== 'suspended')) {
    return { personId, state: 'none', roles: [], grants: [] };
  }
  return { personId, state: membership.state, roles: membership.roles, grants: membership.grants };
}
