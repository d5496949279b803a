import { createHash } from 'node:crypto';
import type { CompiledScheme } from '../../src/access/compile.ts';
import { presets } from '../../src/access/presets.ts';
import type { Grant, HeldRole } from '../../src/access/subject.ts';
import { Refusal, type RefusalCode } from '../../src/domain/refusal.ts';
import type { Resource, ResourceKind } from '../../src/domain/resource.ts';
import type { Actor, MembershipState, Recipient, WorkspaceState } from '../../src/domain/state.ts';
import type { Invitation } from '../../src/features/invitations/invitation.ts';
import type { Managed, Offer } from '../../src/features/invitations/queries.ts';
import type { RoleAct } from '../../src/features/members/change-roles.ts';
import type { FoundMembers, MemberCard } from '../../src/features/members/queries.ts';

const HOUR_MS = 60 * 60_000;

/** The time at which every example happens. */
export const NOW = new Date('2026-06-01T12:00:00Z');

/** A moment some hours after {@link NOW}; a negative number is before it. */
export function hoursLater(hours: number): Date {
  return new Date(NOW.getTime() + hours * HOUR_MS);
}

/** The same UUID for the same name, every time. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A maker of ids that are counted, so that an expectation can name them. */
export function countedIds(): () => string {
  let count = 0;
  return () => idOf(`new ${++count}`);
}

/** The workspace of an example. */
export function workspaceOf(patch: Partial<WorkspaceState> = {}): WorkspaceState {
  return {
    id: idOf('workspace'),
    name: 'Acme',
    scheme: 'company',
    governance: 7,
    invitationTtlHours: 72,
    ...patch,
  };
}

/** Roles held without an end. */
export function forGood(...roles: readonly string[]): HeldRole[] {
  return roles.map((role) => ({ role, until: null }));
}

/** A role held without an end on one project or bot. */
export function grantOn(resource: Resource, role: string, until: Date | null = null): Grant {
  if (resource.kind === 'channel') throw new Error('channels carry no grants');
  return { role, until, resource: { kind: resource.kind, id: resource.id } };
}

/** The active membership of a person who holds these roles. */
export function membershipOf(
  name: string,
  roles: readonly string[],
  patch: Partial<MembershipState> = {},
): MembershipState {
  return {
    id: idOf(`membership of ${name}`),
    workspaceId: idOf('workspace'),
    personId: idOf(name),
    state: 'active',
    version: 3,
    roles: forGood(...roles),
    grants: [],
    ...patch,
  };
}

/** Somebody who is told things in Telegram. */
export function recipientOf(name: string, patch: Partial<Recipient> = {}): Recipient {
  return {
    personId: idOf(name),
    name,
    language: 'en',
    timeZone: 'UTC',
    address: { messenger: 'telegram', chatId: `chat of ${name}` },
    ...patch,
  };
}

/** A person who acts with these roles; their name is Anna. */
export function actorWith(
  roles: readonly string[],
  {
    workspace = workspaceOf(),
    name = 'Anna',
    ...membership
  }: Partial<MembershipState> & {
    readonly workspace?: WorkspaceState;
    readonly name?: string;
  } = {},
): Actor {
  return {
    person: { id: idOf(name), name, language: 'en' },
    workspace,
    membership: membershipOf(name, roles, { workspaceId: workspace.id, ...membership }),
  };
}

/** A member with their card. */
export function memberWith(
  name: string,
  roles: readonly string[],
  patch: Partial<MembershipState> = {},
): MemberCard {
  return {
    ...recipientOf(name),
    username: null,
    membership: membershipOf(name, roles, patch),
    joinedAt: hoursLater(-1000),
    invitedBy: 'Anna',
    lastActiveAt: hoursLater(-1),
    messengers: ['telegram'],
  };
}

/** Anna acts on Boris; `found` overrides what the store would say of their workspace. */
export function actOn(
  scheme: CompiledScheme,
  actorRoles: readonly string[],
  target: MemberCard,
  {
    found = {},
    actor = {},
  }: { readonly found?: Partial<FoundMembers>; readonly actor?: Partial<MembershipState> } = {},
): RoleAct {
  return {
    actor: actorWith(actorRoles, { workspace: workspaceOf({ scheme: scheme.declaration.key }), ...actor }),
    scheme,
    target,
    found: {
      members: [target],
      more: false,
      ownerRoleHolders: 1,
      holders: {},
      transfer: null,
      ...found,
    },
    now: NOW,
  };
}

/** A project, bot or channel that stands alone. */
export function resourceOf(kind: ResourceKind, name: string, patch: Partial<Resource> = {}): Resource {
  const named = { id: idOf(name), name };
  return {
    kind,
    ...named,
    bot: kind === 'bot' ? named : null,
    project: kind === 'project' ? named : null,
    versions: kind === 'bot' ? { staging: 4, production: 3, publishedAt: hoursLater(-48) } : null,
    connection: kind === 'channel' ? { messenger: 'telegram', tail: 'wxyz' } : null,
    contents: 0,
    ...patch,
  };
}

/** A pending invitation of Boris as a designer. */
export function invitationOf(patch: Partial<Invitation> = {}): Invitation {
  return {
    id: idOf('invitation'),
    workspaceId: idOf('workspace'),
    addressee: `person:${idOf('Boris')}`,
    addresseeName: 'Boris',
    roles: ['designer'],
    resources: [],
    state: 'pending',
    delivery: 'delivered',
    version: 1,
    maxUses: 1,
    uses: 0,
    users: [],
    tokenHash: Buffer.alloc(32),
    accessUntil: null,
    note: null,
    createdAt: hoursLater(-24),
    expiresAt: hoursLater(48),
    card: null,
    ...patch,
  };
}

/** Anna's invitation as those see it who manage it. */
export function managedOf(invitation: Partial<Invitation> = {}, patch: Partial<Managed> = {}): Managed {
  return {
    invitation: invitationOf(invitation),
    workspace: workspaceOf(),
    inviter: recipientOf('Anna'),
    inviterMembership: membershipOf('Anna', ['owner']),
    invitee: recipientOf('Boris'),
    inviteeIsMember: false,
    hasRival: false,
    holders: {},
    ...patch,
  };
}

/** Anna's invitation as Boris sees it. */
export function offerOf(invitation: Partial<Invitation> = {}, patch: Partial<Offer> = {}): Offer {
  return {
    invitation: invitationOf(invitation),
    workspace: workspaceOf(),
    inviter: recipientOf('Anna'),
    inviterMembership: membershipOf('Anna', ['owner']),
    invitee: recipientOf('Boris'),
    viewerMembership: null,
    viewerNames: [],
    holders: {},
    byMail: false,
    ...patch,
  };
}

/** The preset that a workspace names. */
export function presetNamed(key: string): CompiledScheme {
  const preset = Object.entries(presets).find(([name]) => name === key)?.[1];
  if (preset === undefined) throw new Error(`there is no preset ${key}`);
  return preset;
}

/** The code that an act is refused with. Throws where nothing was refused, and whatever else the act throws. */
export function refusalOf(act: () => unknown): RefusalCode {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The kinds of some changes or notices, in order. */
export function kindsOf(some: readonly { readonly kind: string }[]): string[] {
  return some.map(({ kind }) => kind);
}
