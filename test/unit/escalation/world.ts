import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../../src/access/define-scheme.ts';
import { type PresetKey, presets } from '../../../src/access/presets.ts';
import type { HeldRole, Subject, Target } from '../../../src/access/subject.ts';
import { type Resource, targetOf } from '../../../src/domain/resource.ts';
import { nameOfVersion } from '../../../src/domain/scheme-ref.ts';
import type { Actor, MembershipState, Recipient, WorkspaceState } from '../../../src/domain/state.ts';
import type { Invitation } from '../../../src/features/invitations/invitation.ts';
import type { SchemeContent } from '../../../src/features/schemes/queries.ts';
import { forGood, now } from '../access/people.ts';

/** One workspace, all of it, and the people around it; every write makes a new one. */
export interface World {
  readonly now: Date;
  readonly scheme: CompiledScheme;
  readonly version: number;
  readonly versions: ReadonlyMap<number, SchemeContent>;
  /** By person; those that ended, too. */
  readonly members: ReadonlyMap<string, MembershipState>;
  readonly invitations: ReadonlyMap<string, Invitation & { readonly inviterId: string }>;
  readonly transfers: ReadonlyMap<string, Transfer>;
  readonly recoveries: ReadonlyMap<string, Recovery>;
  /** The project that each bot stands in, and the version being worked on. */
  readonly bots: ReadonlyMap<string, { readonly project: string | null; readonly staging: number }>;
  readonly approvals: ReadonlyMap<string, Approval>;
}

interface Transfer {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly state: 'pending' | 'accepted' | 'declined' | 'cancelled' | 'expired';
  readonly expiresAt: Date;
}

interface Recovery {
  readonly id: string;
  readonly membershipId: string;
  readonly issuedById: string;
  readonly expiresAt: Date;
  readonly used: boolean;
}

interface Approval {
  readonly id: string;
  readonly botId: string;
  readonly version: number;
  readonly requesterId: string;
  readonly state: 'pending' | 'approved' | 'refused' | 'expired';
  readonly expiresAt: Date;
}

export const WORKSPACE = '00000000-0000-4000-8000-000000000001';
export const PROJECTS = ['retail', 'finance'] as const;
export const BOTS = ['shop', 'bank'] as const;

/** A workspace as somebody creates it: under a preset, or under a scheme of its own. */
export function founded(by: SchemeDeclaration | PresetKey, founder: string): World {
  const content: SchemeContent =
    typeof by === 'string' ? { preset: by, declaration: null } : { preset: null, declaration: by };
  const version = content.preset === null ? 1 : 0;
  const scheme = compiledAs(content, version);
  return {
    now,
    scheme,
    version,
    versions: new Map([[version, content]]),
    members: new Map([[founder, membership(founder, forGood(scheme.ownerRole.key))]]),
    invitations: new Map(),
    transfers: new Map(),
    recoveries: new Map(),
    bots: new Map(BOTS.map((id, place) => [id, { project: PROJECTS[place] ?? null, staging: 1 }])),
    approvals: new Map(),
  };
}

/** A scheme's content, compiled under the name that it goes by. */
export function compiledAs(content: SchemeContent, version: number): CompiledScheme {
  if (content.preset !== null) return presets[content.preset as PresetKey];
  return compile({ ...content.declaration, key: nameOfVersion({ workspaceId: WORKSPACE, version }) });
}

function membership(personId: string, roles: readonly HeldRole[]): MembershipState {
  return {
    id: `m-${personId}`,
    workspaceId: WORKSPACE,
    personId,
    state: 'active',
    version: 0,
    roles,
    grants: [],
  };
}

export function isMember(one: MembershipState | undefined): one is MembershipState {
  return one?.state === 'active' || one?.state === 'suspended';
}

export function memberIn({ members }: World, personId: string): MembershipState | null {
  const one = members.get(personId);
  return isMember(one) ? one : null;
}

/** Living members in the order in which they came. */
export function livingMembers({ members }: World): readonly MembershipState[] {
  return [...members.values()].filter(isMember);
}

/** A person as the tables of the scheme know them. */
export function subjectIn(world: World, personId: string): Subject {
  const one = memberIn(world, personId);
  if (one === null) return { personId, state: 'none', roles: [], grants: [] };
  return {
    personId,
    state: one.state === 'active' ? 'active' : 'suspended',
    roles: one.roles,
    grants: one.grants,
  };
}

export function workspaceOf({ scheme }: World): WorkspaceState {
  return {
    id: WORKSPACE,
    name: 'Acme',
    scheme: scheme.declaration.key,
    governance: 0,
    invitationTtlHours: 24 * 7,
  };
}

export function recipient(personId: string): Recipient {
  return {
    personId,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    address: { messenger: 'telegram', chatId: personId },
  };
}

/** Who acts: only members do; null for anybody else, whom the chat turns away. */
export function actorIn(world: World, personId: string): Actor | null {
  const one = memberIn(world, personId);
  const person = { id: personId, name: personId, language: 'en' } as const;
  return one === null ? null : { person, workspace: workspaceOf(world), membership: one };
}

/** A project or bot as the store tells it. */
export function resourceIn({ bots }: World, id: string): Resource {
  const bot = bots.get(id);
  const named = (name: string | null) => (name === null ? null : { id: name, name });
  return {
    kind: bot ? 'bot' : 'project',
    id,
    name: id,
    bot: bot ? named(id) : null,
    project: bot ? named(bot.project) : named(id),
    versions: bot ? { staging: bot.staging, production: null, publishedAt: null } : null,
    connection: null,
    contents: 0,
  };
}

/** Everything in the workspace that a right can be used on; the first is the workspace itself. */
export function placesIn(world: World): readonly Target[] {
  return [{ path: [] }, ...[...PROJECTS, ...BOTS].map((id) => targetOf(resourceIn(world, id)))];
}
