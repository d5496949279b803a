import type { WholePerson } from '../../../src/features/accounts/person.ts';
import type { OfferedLink } from '../../../src/features/accounts/queries.ts';
import type { FoundRecovery } from '../../../src/features/accounts/recovery.ts';
import type { InvitationCase } from '../../../src/features/invitations/invitation.ts';
import type { Managed, Offer } from '../../../src/features/invitations/queries.ts';
import type { FoundMembers, FoundTransfer, MemberCard } from '../../../src/features/members/queries.ts';
import type { FoundApproval } from '../../../src/features/resources/queries.ts';
import type { RoleGroup, SchemeInForce } from '../../../src/features/schemes/queries.ts';
import type { OfferRow } from './rows.ts';
import {
  isMember,
  livingMembers,
  memberIn,
  recipient,
  resourceIn,
  WORKSPACE,
  type World,
  workspaceOf,
} from './world.ts';

/*
 * What the store would answer to the questions of the use cases, read off the model.
 */

type Row<T> = T extends ReadonlyMap<string, infer R> ? R : never;

const isAlive =
  ({ now }: World) =>
  ({ until }: { readonly until: Date | null }): boolean =>
    until === null || until > now;

/** Keys of the roles that a member holds anywhere. */
function keysOf(
  world: World,
  { roles, grants }: { roles: WorldMember['roles']; grants: WorldMember['grants'] },
) {
  return [...new Set([...roles, ...grants].filter(isAlive(world)).map(({ role }) => role))];
}
type WorldMember = Row<World['members']>;

export function censusOf(world: World): FoundMembers {
  const members = livingMembers(world);
  const held = members.flatMap((one) => keysOf(world, one));
  const keystone = world.scheme.ownerRole.key;
  const offer = [...world.transfers.values()].find(({ state }) => state === 'pending');
  return {
    members: [],
    more: false,
    ownerRoleHolders: members.filter(
      ({ state, roles }) =>
        state === 'active' && roles.some(({ role, until }) => role === keystone && until === null),
    ).length,
    holders: Object.fromEntries(
      world.scheme.roles.map(({ key }) => [key, held.filter((one) => one === key).length]),
    ),
    transfer: offer ? { ...offer, toName: offer.toId } : null,
  };
}

export function cardOf(world: World, personId: string): MemberCard | null {
  const membership = memberIn(world, personId);
  const { now: joinedAt } = world;
  return (
    membership && {
      ...recipient(personId),
      username: null,
      membership,
      joinedAt,
      invitedBy: null,
      lastActiveAt: null,
      messengers: ['telegram'],
    }
  );
}

/** Offers that a person could press Accept on, whatever comes of it: open ones, where there are any. */
export function openOffers({ invitations }: World, personId: string): readonly OfferRow[] {
  const all = [...invitations.values()].filter(
    ({ addressee }) => addressee === null || addressee === `person:${personId}`,
  );
  const open = all.filter(({ state }) => state === 'pending');
  return open.length > 0 ? open : all;
}

function caseOf(world: World, invitation: OfferRow): InvitationCase {
  const { inviterId, addressee } = invitation;
  return {
    // Resources are looked up when they are asked for: a bot may have been moved meanwhile.
    invitation: { ...invitation, resources: invitation.resources.map(({ id }) => resourceIn(world, id)) },
    workspace: workspaceOf(world),
    inviter: recipient(inviterId),
    inviterMembership: world.members.get(inviterId) ?? null,
    invitee: addressee?.startsWith('person:') ? recipient(addressee.slice('person:'.length)) : null,
  };
}

export function offerTo(world: World, invitation: OfferRow, personId: string): Offer {
  return {
    ...caseOf(world, invitation),
    viewerMembership: world.members.get(personId) ?? null,
    viewerNames: [`person:${personId}`],
    holders: censusOf(world).holders,
    byMail: false,
  };
}

export function managed(world: World, invitation: OfferRow): Managed {
  const found = caseOf(world, invitation);
  return {
    ...found,
    inviteeIsMember: found.invitee !== null && memberIn(world, found.invitee.personId) !== null,
    hasRival: [...world.invitations.values()].some(
      (one) =>
        one.id !== invitation.id &&
        one.addressee !== null &&
        one.addressee === invitation.addressee &&
        one.state === 'pending' &&
        one.expiresAt > world.now,
    ),
    holders: censusOf(world).holders,
  };
}

export function transferIn(world: World, transfer: Row<World['transfers']>): FoundTransfer {
  const side = (personId: string) => ({
    ...recipient(personId),
    membership: world.members.get(personId) ?? null,
  });
  return { ...transfer, workspace: workspaceOf(world), from: side(transfer.fromId), to: side(transfer.toId) };
}

export function recoveryIn(
  world: World,
  link: Row<World['recoveries']>,
  viewerId: string,
): FoundRecovery | null {
  const targetMembership = livingMembers(world).find(({ id }) => id === link.membershipId);
  return targetMembership === undefined
    ? null
    : {
        ...link,
        workspace: workspaceOf(world),
        issuer: recipient(link.issuedById),
        issuerMembership: world.members.get(link.issuedById) ?? null,
        target: recipient(targetMembership.personId),
        targetMembership,
        viewerMembership: world.members.get(viewerId) ?? null,
      };
}

export function linkOf(world: World, keepId: string, goneId: string, linkId: string): OfferedLink {
  const whole = (personId: string): WholePerson => {
    const membership = world.members.get(personId);
    const account = {
      messenger: 'telegram',
      accountId: personId,
      name: personId,
      username: null,
      privateChatId: personId,
    } as const;
    const projects = [...world.bots].flatMap(([id, { project }]) =>
      project === null ? [] : [[id, project] as const],
    );
    return {
      personId,
      name: personId,
      language: 'en',
      timeZone: 'UTC',
      email: null,
      phone: null,
      createdAt: world.now,
      version: 0,
      accounts: [account],
      activeWorkspaceId: WORKSPACE,
      memberships: membership
        ? [{ membership, workspace: workspaceOf(world), projects: new Map(projects) }]
        : [],
      invitations: [...world.invitations.values()]
        .filter(({ state, addressee }) => state === 'pending' && addressee === `person:${personId}`)
        .map(({ id, roles }) => ({ id, workspaceId: WORKSPACE, scheme: workspaceOf(world).scheme, roles })),
    };
  };
  const keep = whole(keepId);
  const [shownTo] = keep.accounts;
  if (shownTo === undefined) throw new Error('everybody has an account');
  return { linkId, keep, gone: whole(goneId), shownTo };
}

export function schemeInForce(world: World, version: number | null): SchemeInForce {
  const groups = new Map<string, RoleGroup>();
  for (const { roles, grants } of livingMembers(world)) {
    // Ended ones are written down still.
    const keys = [...new Set([...roles, ...grants].map(({ role }) => role))].sort();
    const group = groups.get(keys.join()) ?? { roles: keys, members: 0, names: [] };
    if (keys.length > 0) groups.set(keys.join(), { ...group, members: group.members + 1 });
  }
  const all = [...groups.values()];
  const pending = [...world.invitations.values()].filter(({ state }) => state === 'pending');
  const asked = version === null ? undefined : world.versions.get(version);
  const byRole = (count: (key: string) => number) =>
    Object.fromEntries(world.scheme.roles.map(({ key }) => [key, count(key)]));
  return {
    scheme: workspaceOf(world).scheme,
    version: world.version,
    holders: byRole((key) =>
      all.reduce((sum, { roles, members }) => sum + (roles.includes(key) ? members : 0), 0),
    ),
    ownerRoleHolders: censusOf(world).ownerRoleHolders,
    invited: byRole((key) => pending.filter(({ roles }) => roles.includes(key)).length),
    groups: all,
    asked: asked ? { ...asked, scheme: asked.preset ?? workspaceOf(world).scheme } : null,
  };
}

export function approvalIn(world: World, one: Row<World['approvals']>): FoundApproval {
  return {
    ...one,
    bot: resourceIn(world, one.botId),
    workspace: workspaceOf(world),
    requester: recipient(one.requesterId),
    requesterIsMember: isMember(world.members.get(one.requesterId)),
    decidedBy: null,
  };
}
