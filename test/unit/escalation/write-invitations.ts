import type { InvitationChange } from '../../../src/features/invitations/changes.ts';
import { hold, type OfferRow, pendingFor, withInvitation } from './rows.ts';
import { resourceIn, type World } from './world.ts';

/** `by` is who acts: whoever offers last stands behind the offer. */
export function writeInvitation(world: World, by: string, change: InvitationChange): World {
  switch (change.kind) {
    case 'invitation.created': {
      const rivals = change.addressee === null ? [] : pendingFor(world, change.addressee);
      hold(
        rivals.every(({ expiresAt }) => expiresAt <= world.now),
        'one open offer an addressee',
      );
      const row: OfferRow = {
        ...change,
        id: change.invitationId,
        state: 'pending',
        delivery: 'waiting',
        version: 0,
        uses: 0,
        users: [],
        createdAt: world.now,
        card: null,
        resources: (change.resources ?? []).map(({ id }) => resourceIn(world, id)),
      };
      return withInvitation(closing(world, rivals, 'expired'), row);
    }
    case 'invitation.accepted': {
      const row = world.invitations.get(change.invitationId);
      hold(row?.state === 'pending' && row.uses < row.maxUses && row.expiresAt > world.now, 'it can be used');
      hold(row.roles.join() === change.roles.join(), 'it offers what it did');
      const others = (change.names ?? [])
        .flatMap((name) => pendingFor(world, name))
        .filter(({ id }) => id !== row.id);
      const uses = row.uses + 1;
      const state = uses < row.maxUses ? 'pending' : 'accepted';
      return withInvitation(closing(world, others, 'accepted'), {
        ...row,
        uses,
        state,
        version: row.version + 1,
      });
    }
    case 'invitation.declined':
      return changed(world, change, ['pending'], { state: 'declined' });
    case 'invitation.revoked':
      return changed(world, change, ['pending'], { state: 'revoked' });
    case 'invitation.expired':
      return changed(world, change, ['pending'], { state: 'expired' });
    case 'invitation.resent': {
      const { expiresAt } = change;
      return changed(world, change, ['pending', 'expired', 'declined', 'revoked'], {
        state: 'pending',
        expiresAt,
        inviterId: by,
      });
    }
    case 'invitation.roles':
      return changed(world, change, ['pending'], { roles: change.to, inviterId: by });
    default:
      return world;
  }
}

function changed(
  world: World,
  { invitationId, version }: { readonly invitationId: string; readonly version: number },
  states: readonly OfferRow['state'][],
  change: Partial<OfferRow>,
): World {
  const row = world.invitations.get(invitationId);
  hold(row !== undefined && states.includes(row.state) && row.version === version, `offer ${invitationId}`);
  return withInvitation(world, { ...row, ...change, version: version + 1 });
}

function closing(world: World, rows: readonly OfferRow[], state: OfferRow['state']): World {
  return rows.reduce(
    (after, row) => withInvitation(after, { ...row, state, version: row.version + 1 }),
    world,
  );
}
