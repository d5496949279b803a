import type { IdentityChange } from '../../../src/features/accounts/changes.ts';
import type { MembershipChange } from '../../../src/features/members/changes.ts';
import type { TransferChange } from '../../../src/features/ownership/changes.ts';
import { changedMember, hold, put, withGrants, withMember, withoutRoles, withoutTransfers } from './rows.ts';
import { isMember, PROJECTS, WORKSPACE, type World } from './world.ts';

type Recovering = Extract<IdentityChange, { kind: 'recovery.issued' | 'membership.recovered' }>;

export function writeMember(world: World, change: MembershipChange): World {
  switch (change.kind) {
    case 'membership.added': {
      const former = world.members.get(change.personId);
      hold(former?.state !== 'active' && former?.state !== 'suspended', `${change.personId} is no member`);
      return withMember(world, {
        id: former?.id ?? change.membershipId,
        workspaceId: WORKSPACE,
        personId: change.personId,
        state: 'active',
        version: former === undefined ? 0 : former.version + 1,
        roles: change.roles.map(({ role, until }) => ({ role, until })),
        grants: withGrants([], change.grants ?? []),
      });
    }
    case 'membership.roles':
      return changedMember(world, change, ({ roles }) => ({
        roles: [
          ...withoutRoles(roles, [...change.remove, ...change.add.map(({ role }) => role)]),
          ...change.add.map(({ role, until }) => ({ role, until })),
        ],
      }));
    case 'membership.ended':
      return withoutTransfers(
        changedMember(world, change, () => ({ state: change.state, roles: [], grants: [] })),
        [change.personId],
      );
  }
}

export function writeTransfer(world: World, change: TransferChange): World {
  switch (change.kind) {
    case 'transfer.offered': {
      hold(![...world.transfers.values()].some(({ state }) => state === 'pending'), 'one offer at a time');
      const { transferId: id, fromId, toId, expiresAt } = change;
      const row = { id, fromId, toId, expiresAt, state: 'pending' } as const;
      return { ...world, transfers: put(world.transfers, id, row) };
    }
    case 'transfer.accepted': {
      const { role, from, to, kept } = change;
      const kinds = kept.onResources ? PROJECTS.map((id) => ({ kind: 'project', id }) as const) : [];
      const lost = changedMember(closed(world, change.transferId, 'accepted'), from, ({ roles, grants }) => {
        hold(
          roles.some((held) => held.role === role),
          'the owner owns',
        );
        return {
          roles: [
            ...withoutRoles(roles, [role, kept.role]),
            ...(kept.onResources ? [] : [{ role: kept.role, until: null }]),
          ],
          grants: withGrants(
            grants,
            kinds.map((place) => ({ role: kept.role, until: null, place })),
          ),
        };
      });
      return changedMember(lost, to, ({ roles }) => ({
        roles: [...withoutRoles(roles, [...to.remove, role]), { role, until: null }],
      }));
    }
    default:
      return closed(world, change.transferId, 'cancelled');
  }
}

export function writeRecovery(world: World, change: Recovering): World {
  if (change.kind === 'recovery.issued') {
    const { recoveryId: id, membershipId, issuedById, expiresAt } = change;
    const others = [...world.recoveries].filter(([, one]) => one.membershipId !== membershipId || one.used);
    const row = { id, membershipId, issuedById, expiresAt, used: false };
    return { ...world, recoveries: put(new Map(others), id, row) };
  }
  const { fromId, to, membershipId, version } = change;
  const link = world.recoveries.get(change.recoveryId);
  hold(link !== undefined && !link.used && link.expiresAt > world.now, 'the link lives');
  const row = world.members.get(fromId);
  hold(isMember(row) && row.id === membershipId && row.version === version, 'whoever is recovered is there');
  const others = [...world.members].filter(([personId]) => personId !== fromId && personId !== to.personId);
  const moved = {
    ...world,
    members: put(new Map(others), to.personId, { ...row, personId: to.personId, version: version + 1 }),
    invitations: new Map(
      [...world.invitations].map(([id, one]) => [
        id,
        one.inviterId === fromId ? { ...one, inviterId: to.personId } : one,
      ]),
    ),
    recoveries: put(world.recoveries, link.id, { ...link, used: true }),
  };
  return withoutTransfers(moved, [fromId]);
}

function closed(world: World, id: string, state: 'accepted' | 'cancelled'): World {
  const row = world.transfers.get(id);
  hold(row?.state === 'pending', 'the offer is open');
  return { ...world, transfers: put(world.transfers, id, { ...row, state }) };
}
