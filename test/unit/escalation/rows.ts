import type { Grant, HeldRole } from '../../../src/access/subject.ts';
import type { GrantGiven } from '../../../src/domain/changes.ts';
import type { MembershipState } from '../../../src/domain/state.ts';
import type { Invitation } from '../../../src/features/invitations/invitation.ts';
import { isMember, type World } from './world.ts';

/** A guard. Nothing else acts between deciding and writing here, so one that misses is a fault. */
export function hold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`a guard missed: ${what}`);
}

export function put<K, V>(rows: ReadonlyMap<K, V>, key: K, row: V): ReadonlyMap<K, V> {
  return new Map([...rows, [key, Object.freeze(row)]]);
}

export function withMember(world: World, row: MembershipState): World {
  Object.freeze(row.roles);
  Object.freeze(row.grants);
  return { ...world, members: put(world.members, row.personId, row) };
}

/** A living membership, at the version that the change was decided on, with something of it changed. */
export function changedMember(
  world: World,
  at: { readonly membershipId: string; readonly version: number },
  change: (row: MembershipState) => Partial<MembershipState>,
): World {
  const row = [...world.members.values()].find(({ id }) => id === at.membershipId);
  hold(row !== undefined && isMember(row) && row.version === at.version, `membership ${at.membershipId}`);
  return withMember(world, { ...row, ...change(row), version: row.version + 1 });
}

export function withoutRoles(roles: readonly HeldRole[], keys: readonly string[]): readonly HeldRole[] {
  return roles.filter(({ role }) => !keys.includes(role));
}

/** Grants with some more; given again, a role has the end it was given last. */
export function withGrants(
  grants: readonly Grant[],
  given: readonly Omit<GrantGiven, 'id'>[],
): readonly Grant[] {
  const isAgain = (one: Grant): boolean =>
    given.some(({ role, place }) => role === one.role && place.id === one.resource.id);
  return [
    ...grants.filter((one) => !isAgain(one)),
    ...given.map(({ role, until, place }): Grant => ({ role, until, resource: place })),
  ];
}

export type OfferRow = Invitation & { readonly inviterId: string };

export function withInvitation(world: World, row: OfferRow): World {
  return { ...world, invitations: put(world.invitations, row.id, row) };
}

/** Open offers to somebody. */
export function pendingFor({ invitations }: World, addressee: string): readonly OfferRow[] {
  return [...invitations.values()].filter((one) => one.state === 'pending' && one.addressee === addressee);
}

export function withoutTransfers(world: World, people: readonly string[]): World {
  const transfers = [...world.transfers].map(([id, one]) => {
    const concerned =
      one.state === 'pending' && people.some((each) => each === one.fromId || each === one.toId);
    return [id, concerned ? { ...one, state: 'cancelled' as const } : one] as const;
  });
  return { ...world, transfers: new Map(transfers) };
}
