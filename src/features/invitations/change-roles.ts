import type { CompiledScheme } from '../../access/compile.ts';
import type { Change } from '../../domain/changes.ts';
import { guardScheme } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { enforceInviting } from './invite.ts';
import { guardOf, manageable } from './manage.ts';
import type { Managed } from './queries.ts';

/**
 * Offers other roles than before, to the same person by the same link. The actor stands behind it from now
 * on. Throws `Refusal`, `nothing_changed` where these are the roles already.
 */
export function changeInvitationRoles(
  actor: Actor,
  scheme: CompiledScheme,
  found: Managed | null,
  roles: readonly string[],
  now: Date,
): readonly Change[] {
  const { invitation, invitee, holders } = manageable(found, ['pending'], now);
  const { resources, accessUntil } = invitation;
  enforceInviting(actor, scheme, { roles, resources, accessUntil }, new Map(Object.entries(holders)), now);
  const same =
    roles.length === invitation.roles.length && roles.every((role) => invitation.roles.includes(role));
  if (same) throw new Refusal('nothing_changed');
  return [
    guardScheme(actor.workspace),
    guardOf(actor),
    {
      kind: 'invitation.roles',
      invitationId: invitation.id,
      workspaceId: actor.workspace.id,
      personId: invitee?.personId ?? null,
      version: invitation.version,
      from: invitation.roles,
      to: roles,
    },
  ];
}
