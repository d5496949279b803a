import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import type { Actor } from '../../domain/state.ts';
import { guardOf, manageable } from './manage.ts';
import type { Managed } from './queries.ts';

/** Takes an invitation back: its link and its buttons are dead. Throws `Refusal`. */
export function revokeInvitation(
  actor: Actor,
  scheme: CompiledScheme,
  found: Managed | null,
  now: Date,
): readonly Change[] {
  authorize(actor, scheme, 'invitation.revoke', now);
  const { invitation, invitee } = manageable(found, ['pending'], now);
  return [
    guardOf(actor),
    {
      kind: 'invitation.revoked',
      invitationId: invitation.id,
      workspaceId: actor.workspace.id,
      personId: invitee?.personId ?? null,
      version: invitation.version,
    },
  ];
}
