import type { CompiledScheme } from '../../access/compile.ts';
import { formerOwnerRole, mayTransfer } from '../../access/governance/members.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FoundTransfer } from '../members/queries.ts';
import { enforceOpen } from './close-transfer.ts';

/**
 * The side that was offered takes ownership; the former owner keeps the next role. Whether the one may still
 * give and the other still take is asked again. Throws `Refusal`.
 */
export function acceptTransfer(
  transfer: FoundTransfer,
  personId: string,
  scheme: CompiledScheme,
  now: Date,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[]; readonly kept: string } {
  const { from, to, workspace } = transfer;
  if (to.personId !== personId) throw new Refusal('button_not_yours');
  enforceOpen(transfer, now);
  const kept = formerOwnerRole(scheme);
  const lawful = mayTransfer(scheme, {
    actor: subjectOf(from.membership, from.personId),
    target: subjectOf(to.membership, to.personId),
    now,
  });
  // Nobody attempts anything here: the offer was lawful, and what it stood on is gone.
  if (!lawful.allow || !from.membership || !to.membership || kept === null)
    throw new Refusal('transfer_over');
  const oneRole = scheme.declaration.rolesPerMember === 'one';
  return {
    kept,
    changes: [
      { kind: 'guard.governance', workspaceId: workspace.id, governance: workspace.governance },
      {
        kind: 'transfer.accepted',
        transferId: transfer.id,
        workspaceId: workspace.id,
        role: scheme.ownerRole.key,
        from: {
          personId: from.personId,
          membershipId: from.membership.id,
          version: from.membership.version,
        },
        to: {
          personId: to.personId,
          membershipId: to.membership.id,
          version: to.membership.version,
          remove: oneRole ? to.membership.roles.map(({ role }) => role) : [],
        },
        kept: {
          role: kept,
          sole: false,
          until: null,
          onResources: scheme.roleByKey.get(kept)?.reach === 'things',
        },
      },
    ],
    notices: [{ kind: 'transfer.accepted', to: from, workspace: about(workspace), actorName: to.name, kept }],
  };
}
