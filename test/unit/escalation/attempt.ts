import { presetKeys } from '../../../src/access/presets.ts';
import type { Change } from '../../../src/domain/changes.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { acceptLink } from '../../../src/features/accounts/link.ts';
import { issueRecovery, openRecovery, useRecovery } from '../../../src/features/accounts/recovery.ts';
import { createKey } from '../../../src/features/api-keys/create.ts';
import { changeGrants } from '../../../src/features/grants/change-grants.ts';
import { acceptInvitation } from '../../../src/features/invitations/accept.ts';
import { changeInvitationRoles } from '../../../src/features/invitations/change-roles.ts';
import { declineInvitation } from '../../../src/features/invitations/decline.ts';
import { inviteByLink, invitePeople } from '../../../src/features/invitations/invite.ts';
import type { Managed } from '../../../src/features/invitations/queries.ts';
import { resendInvitation } from '../../../src/features/invitations/resend.ts';
import { revokeInvitation } from '../../../src/features/invitations/revoke.ts';
import { changeRoles } from '../../../src/features/members/change-roles.ts';
import { leaveWorkspace } from '../../../src/features/members/leave.ts';
import { removeMember } from '../../../src/features/members/remove.ts';
import { acceptTransfer } from '../../../src/features/ownership/accept-transfer.ts';
import { cancelTransfer } from '../../../src/features/ownership/close-transfer.ts';
import { offerTransfer } from '../../../src/features/ownership/offer-transfer.ts';
import { decideApproval } from '../../../src/features/publishing/decide-approval.ts';
import { publishBot } from '../../../src/features/publishing/publish.ts';
import { maskColumns } from '../../../src/features/resources/mask.ts';
import { moveResource } from '../../../src/features/resources/move.ts';
import { redefineScheme } from '../../../src/features/schemes/redefine.ts';
import { switchScheme } from '../../../src/features/schemes/switch-scheme.ts';
import { renameWorkspace } from '../../../src/features/workspaces/rename.ts';
import type { Act, RolesPicked } from './acts.ts';
import {
  approvalIn,
  cardOf,
  censusOf,
  linkOf,
  managed,
  offerTo,
  openOffers,
  recoveryIn,
  schemeInForce,
  transferIn,
} from './answers.ts';
import { drafted } from './drafted.ts';
import { actorIn, livingMembers, recipient, resourceIn, type World } from './world.ts';

/** Ids, as many as an act takes; the tests only ask that no two are alike. */
export type NewId = () => string;

/** What the act's use case decides. Throws its `Refusal`; null where there is nothing to press. */
function decideAct(world: World, act: Act, newId: NewId): readonly Change[] | null {
  const { scheme, now } = world;
  switch (act.kind) {
    case 'accept':
    case 'decline': {
      const offer = pick(openOffers(world, act.by), act.offer);
      if (offer === null) return null;
      const found = offerTo(world, offer, act.by);
      const person = { id: act.by, name: act.by, language: 'en' } as const;
      const viewer = { person, personId: act.by, names: [] };
      if (act.kind === 'decline') return declineInvitation(found, viewer, now).changes;
      const account = { messenger: 'telegram', accountId: act.by };
      const tools = { now, membershipId: newId(), newId };
      return acceptInvitation(found, { ...viewer, username: null, account }, scheme, tools).changes;
    }
    case 'take': {
      const offer = [...world.transfers.values()].find(
        ({ state, toId }) => state === 'pending' && toId === act.by,
      );
      return offer ? acceptTransfer(transferIn(world, offer), act.by, scheme, now).changes : null;
    }
    case 'cancel': {
      const offer = [...world.transfers.values()].find(({ state }) => state === 'pending');
      return offer ? cancelTransfer(transferIn(world, offer), act.by, now).changes : null;
    }
    case 'use': {
      const link = pick([...world.recoveries.values()], act.link);
      if (link === null) return null;
      const found = openRecovery(recoveryIn(world, link, act.by), act.by, () => scheme, now);
      const person = { id: act.by, name: act.by, language: 'en' } as const;
      const account = { messenger: 'telegram', accountId: act.by };
      return useRecovery(found, { person, username: null, account }).changes;
    }
    case 'merge':
      return acceptLink(linkOf(world, act.by, act.whom, newId()), { now, newId, scheme: () => scheme })
        .changes;
    case 'wait':
      return null;
    default:
      return decideAsMember(world, act, newId);
  }
}

/** What people do who need be no members, and what nobody does. */
type Elsewhere = 'accept' | 'decline' | 'take' | 'cancel' | 'use' | 'merge' | 'wait';

function decideAsMember(
  world: World,
  act: Exclude<Act, { readonly kind: Elsewhere }>,
  newId: NewId,
): readonly Change[] | null {
  const { scheme, now } = world;
  const actor = actorIn(world, act.by);
  if (actor === null) return null;
  const resources = 'resources' in act ? act.resources.map((id) => resourceIn(world, id)) : [];
  const tools = { messenger: 'telegram', now, newId, tokenHash: () => Buffer.alloc(0), mail: null };
  const card = 'whom' in act ? cardOf(world, act.whom) : null;
  const on = card && { actor, scheme, target: card, found: censusOf(world), now };
  switch (act.kind) {
    case 'invite': {
      const offering = {
        roles: rolesOf(world, act, resources.length > 0),
        resources,
        accessUntil: act.end,
        note: null,
      };
      const who = { kind: 'account', accountId: act.whom, name: act.whom, username: null } as const;
      const known = { ...recipient(act.whom), username: null, membership: card?.membership ?? null };
      const pending = [...world.invitations.values()].find(
        (one) => one.state === 'pending' && one.addressee === `person:${act.whom}`,
      );
      const found = {
        resolved: [{ who, people: [known], pending: pending ?? null }],
        holders: new Map(Object.entries(censusOf(world).holders)),
      };
      return invitePeople(actor, scheme, offering, found, tools).changes;
    }
    case 'link': {
      const offering = {
        roles: rolesOf(world, act, resources.length > 0),
        resources,
        accessUntil: act.end,
        note: null,
        uses: act.uses,
      };
      return inviteByLink(actor, scheme, offering, tools).changes;
    }
    case 'revoke':
    case 'resend': {
      const found = offerPicked(world, act.offer);
      return act.kind === 'revoke'
        ? revokeInvitation(actor, scheme, found, now)
        : resendInvitation(actor, scheme, found, tools).changes;
    }
    case 'reoffer': {
      const offer = offerPicked(world, act.offer);
      const onResources = (offer?.invitation.resources.length ?? 0) > 0;
      return changeInvitationRoles(actor, scheme, offer, rolesOf(world, act, onResources), now);
    }
    case 'roles':
      return on && changeRoles(on, { roles: rolesOf(world, act, false), end: act.end }).changes;
    case 'grants': {
      const { mode, end } = act;
      return (
        on && changeGrants(on, { mode, resources, roles: rolesOf(world, act, true), end }, newId).changes
      );
    }
    case 'remove':
      return on && removeMember(on).changes;
    case 'transfer':
      return on && offerTransfer(on, newId()).changes;
    case 'recover':
      return on && issueRecovery(on, [], { recoveryId: newId(), tokenHash: Buffer.alloc(0) }).changes;
    case 'leave':
      return leaveWorkspace(actor, scheme, { ownerRoleHolders: censusOf(world).ownerRoleHolders, others: [] })
        .changes;
    case 'edit': {
      const draft = drafted(scheme, act.edits);
      return redefineScheme(actor, scheme, { draft, from: world.version }, schemeInForce(world, null), now)
        .changes;
    }
    case 'switch': {
      const former = pick([...world.versions.keys()], act.to);
      const preset = act.to % 2 === 0 ? null : pick(presetKeys, act.to);
      const keys = scheme.roles.map(({ key }) => key);
      const mapping = Object.fromEntries(
        preset !== null
          ? []
          : act.mapping.map(([from, to]) => [pick(keys, from) ?? '', pick(keys, to) ?? '']),
      );
      return switchScheme(
        actor,
        scheme,
        { to: preset ?? 'former', mapping },
        schemeInForce(world, former),
        now,
      ).changes;
    }
    case 'move': {
      const to = act.to === null ? null : resourceIn(world, act.to);
      return moveResource(actor, scheme, resourceIn(world, act.bot), to, now);
    }
    case 'publish': {
      const candidates = livingMembers(world).map((membership) => ({
        ...recipient(membership.personId),
        membership,
      }));
      const pending = [...world.approvals.values()].filter(({ state }) => state === 'pending');
      return publishBot(
        actor,
        scheme,
        resourceIn(world, act.bot),
        { candidates, pending },
        { now, approvalId: newId() },
      ).changes;
    }
    case 'decide': {
      const question = pick([...world.approvals.values()], act.question);
      return question && decideApproval(actor, scheme, approvalIn(world, question), act.approve, now).changes;
    }
    case 'key': {
      const drawn = { keyId: newId(), publicId: newId(), secretHash: Buffer.alloc(0) };
      return createKey(actor, scheme, [], { name: 'Panel', scopes: ['evaluate'] }, drawn, now);
    }
    case 'mask':
      return maskColumns(actor, scheme, { table: 'users', columns: ['phone'] }, [], now);
    case 'rename':
      return renameWorkspace(actor, scheme, 'Initech', now).changes;
  }
}

/** As {@link decideAct}; null where it was refused, too. */
export function attempt(world: World, act: Act, newId: NewId): readonly Change[] | null {
  try {
    return decideAct(world, act, newId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** An offer to manage: an open one, where there are any. */
function offerPicked({ invitations, ...world }: World, number: number): Managed | null {
  const all = [...invitations.values()];
  const open = all.filter(({ state }) => state === 'pending');
  const offer = pick(open.length > 0 ? open : all, number);
  return offer && managed({ invitations, ...world }, offer);
}

function pick<T>(all: readonly T[], number: number): T | null {
  return all[number % Math.max(all.length, 1)] ?? null;
}

/** Roles of today's scheme that can be held there, so that many tries make sense. */
function rolesOf({ scheme }: World, { roles, required }: RolesPicked, onResources: boolean): string[] {
  const all = scheme.declaration.roles;
  const fitting = all.filter(({ reach = 'workspace' }) => reach !== (onResources ? 'workspace' : 'things'));
  const picked = new Set(roles.flatMap((number) => pick(fitting.length === 0 ? all : fitting, number) ?? []));
  if (required) {
    for (const { requires = [] } of picked)
      for (const role of all) if (requires.includes(role.key)) picked.add(role);
  }
  return [...picked].map(({ key }) => key);
}
