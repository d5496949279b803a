import type { Change } from '../../domain/changes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { stateAt } from './invitation.ts';
import type { Managed } from './queries.ts';

/** The invitation, if there is one and it is in one of these states now. Throws `Refusal`. */
export function manageable(
  found: Managed | null,
  states: readonly ('pending' | 'expired' | 'declined' | 'revoked')[],
  now: Date,
): Managed {
  if (!found) throw new Refusal('invitation_not_found');
  const state = stateAt(found.invitation, now);
  if (states.some((possible) => possible === state)) return found;
  const values = { workspace: found.workspace.name, inviter: found.inviter.name };
  switch (state) {
    case 'accepted':
      throw new Refusal('invitation_accepted', { values });
    case 'declined':
      throw new Refusal('invitation_declined', { values });
    case 'revoked':
      throw new Refusal('invitation_revoked', { values });
    case 'pending':
    case 'expired':
      throw new Refusal('invitation_expired', { values });
  }
}

/** The actor still is the member that the act was decided for. */
export function guardOf({ membership }: Actor): Change {
  return { kind: 'guard.membership', membershipId: membership.id, version: membership.version, lock: false };
}
