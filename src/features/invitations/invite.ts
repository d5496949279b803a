import type { CompiledScheme } from '../../access/compile.ts';
import { mayInvite } from '../../access/governance/invite.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { guardScheme } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type OfferedResource, placeOf, targetOf } from '../../domain/resource.ts';
import type { Actor, Recipient } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import { addresseeOf, type KnownPerson, type Resolved, type Who } from '../../domain/who.ts';
import { guardOf } from './manage.ts';
import { offerEnd, type Terms } from './terms.ts';

/** People in one message: beyond this an answer, row by row, is no screen any more. */
export const MAX_ADDRESSEES = 20;
/** Uses of one link, so that a leaked one cannot let in a crowd. */
const MAX_USES = 100;

/** What became of inviting one person. */
export type InviteRow =
  /** Invited; `reached` tells whether a card goes to them, else their link must be forwarded. */
  | {
      readonly kind: 'invited';
      readonly who: Who;
      readonly name: string;
      readonly invitationId: string;
      readonly reached: boolean;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'already_invited';
      readonly name: string;
      readonly invitationId: string;
      readonly roles: readonly string[];
      readonly expiresAt: Date;
    }
  | { readonly kind: 'already_member' | 'self'; readonly name: string; readonly membershipId: string }
  | { readonly kind: 'not_registered' | 'nobody_found'; readonly name: string }
  | { readonly kind: 'several_found'; readonly name: string; readonly people: readonly KnownPerson[] };

/** Tools of the outside, handed in. */
export interface InviteTools {
  readonly messenger: string;
  readonly now: Date;
  newId(): string;
  tokenHash(invitationId: string): Buffer;
  /** How an invitation goes by mail; null where no mail is sent. */
  readonly mail: {
    link(invitationId: string, version: number): string;
    tokenHash(invitationId: string, version: number): Buffer;
  } | null;
}

/** What is offered: roles, and the bots and projects where they are held if not in the workspace. */
export interface Offering {
  readonly roles: readonly string[];
  readonly resources: readonly OfferedResource[];
}

/** Passes where the offering is lawful; throws the `Refusal` of the rule against it. */
export function enforceInviting(
  actor: Actor,
  scheme: CompiledScheme,
  { roles, resources, accessUntil = null }: Offering & Partial<Terms>,
  holders: ReadonlyMap<string, number>,
  now: Date,
): void {
  enforce(
    mayInvite(scheme, {
      actor: subjectOf(actor.membership, actor.person.id),
      roles: roles.map((role) => ({ role, until: accessUntil })),
      resources: resources.map(targetOf),
      // Each addressee is looked at by itself, so that one stranger does not refuse the others.
      registered: true,
      holders: Object.fromEntries(holders),
      now,
    }),
    { workspaceId: actor.workspace.id, action: 'invitation.create', subjectId: null },
  );
}

/** What inviting a person would come to, before anything is done. */
export function prospect(
  actor: Actor,
  scheme: CompiledScheme,
  { who, people, pending }: Resolved,
): InviteRow | { readonly kind: 'open'; readonly person: KnownPerson | null } {
  const [person = null, another] = people;
  const name = person?.name ?? nameOf(who);
  if (another) return { kind: 'several_found', name, people };
  if (person?.personId === actor.person.id) return { kind: 'self', name, membershipId: actor.membership.id };
  if (person?.membership?.state === 'active' || person?.membership?.state === 'suspended') {
    return { kind: 'already_member', name, membershipId: person.membership.id };
  }
  if (pending) {
    const { id: invitationId, roles, expiresAt } = pending;
    return { kind: 'already_invited', name, invitationId, roles, expiresAt };
  }
  if (!person && who.kind === 'name') return { kind: 'nobody_found', name };
  if (!person && scheme.declaration.inviteeMustBeRegistered) return { kind: 'not_registered', name };
  return { kind: 'open', person };
}

/**
 * Invites each of the people who can be invited. Those known and reachable get a card, for the others there is a
 * link. Throws `Refusal` where the actor may not offer these roles at all.
 */
export function invitePeople(
  actor: Actor,
  scheme: CompiledScheme,
  offering: Offering & Terms,
  found: { readonly resolved: readonly Resolved[]; readonly holders: ReadonlyMap<string, number> },
  tools: InviteTools,
): {
  readonly rows: readonly InviteRow[];
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  if (found.resolved.length > MAX_ADDRESSEES) {
    throw new Refusal('too_many_people', { values: { most: MAX_ADDRESSEES, count: found.resolved.length } });
  }
  enforceInviting(actor, scheme, offering, found.holders, tools.now);
  const { roles, resources, accessUntil, note } = offering;
  const changes: Change[] = [];
  const notices: Notice[] = [];
  const invited = new Set<string>();
  const rows = found.resolved.flatMap((resolved): InviteRow[] => {
    const outlook = prospect(actor, scheme, resolved);
    if (outlook.kind !== 'open') return [outlook];
    const { person } = outlook;
    const addressee = addresseeOf(tools.messenger, resolved.who, person);
    if (invited.has(addressee)) return [];
    invited.add(addressee);
    // Whose address or number it is, is not told to a person who knows the address or number only.
    const isMasked = resolved.who.kind === 'email' || resolved.who.kind === 'phone';
    const name = person && !isMasked ? person.name : nameOf(resolved.who);
    const invitationId = tools.newId();
    const expiresAt = offerEnd(actor.workspace, accessUntil, tools.now);
    const to = recipientOf(actor, resolved.who, person, tools);
    const mailed = to?.address?.messenger === 'email' ? tools.mail : null;
    changes.push({
      kind: 'invitation.created',
      invitationId,
      workspaceId: actor.workspace.id,
      addressee,
      addresseeName: name,
      personId: person?.personId ?? null,
      reached: to !== null,
      roles,
      resources: resources.flatMap((resource) => placeOf(resource) ?? []),
      maxUses: 1,
      tokenHash: tools.tokenHash(invitationId),
      mailTokenHash: mailed?.tokenHash(invitationId, 0) ?? null,
      accessUntil,
      note,
      inviterId: actor.person.id,
      expiresAt,
    });
    if (to) {
      const card = {
        to,
        workspace: about(actor.workspace),
        actorName: actor.person.name,
        invitationId,
        roles,
        resources: resources.map((resource) => resource.name),
        accessUntil,
        expiresAt,
        note,
      };
      notices.push(
        mailed
          ? { kind: 'invitation.mail', ...card, link: mailed.link(invitationId, 0) }
          : { kind: 'invitation.card', ...card },
      );
    }
    return [{ kind: 'invited', who: resolved.who, name, invitationId, reached: to !== null, expiresAt }];
  });
  return {
    rows,
    changes: changes.length === 0 ? [] : [guardScheme(actor.workspace), guardOf(actor), ...changes],
    notices,
  };
}

/** Where the offer goes: to the chat or address of a known person, else to the e-mail address that was named. */
export function recipientOf(
  actor: Actor,
  who: Who,
  person: Recipient | null,
  { mail }: Pick<InviteTools, 'mail'>,
): Recipient | null {
  if (person?.address && (person.address.messenger !== 'email' || mail)) return person;
  if (who.kind !== 'email' || !mail) return null;
  // Of a stranger nothing is known but the address: they are spoken to in the inviter's language.
  return {
    personId: person?.personId ?? actor.person.id,
    name: who.email,
    language: person?.language ?? actor.person.language,
    timeZone: person?.timeZone ?? 'UTC',
    address: { messenger: 'email', chatId: who.email.toLowerCase() },
  };
}

/** A link that lets in a person who opens it, `uses` times. Throws `Refusal`. */
export function inviteByLink(
  actor: Actor,
  scheme: CompiledScheme,
  { roles, resources, accessUntil, note, uses }: Offering & Terms & { readonly uses: number },
  tools: InviteTools,
): { readonly invitationId: string; readonly expiresAt: Date; readonly changes: readonly Change[] } {
  if (uses < 1 || uses > MAX_USES) throw new Refusal('link_uses', { values: { most: MAX_USES } });
  enforceInviting(actor, scheme, { roles, resources, accessUntil }, new Map(), tools.now);
  const invitationId = tools.newId();
  const expiresAt = offerEnd(actor.workspace, accessUntil, tools.now);
  return {
    invitationId,
    expiresAt,
    changes: [
      guardScheme(actor.workspace),
      guardOf(actor),
      {
        kind: 'invitation.created',
        invitationId,
        workspaceId: actor.workspace.id,
        addressee: null,
        addresseeName: null,
        personId: null,
        roles,
        resources: resources.flatMap((resource) => placeOf(resource) ?? []),
        maxUses: uses,
        tokenHash: tools.tokenHash(invitationId),
        accessUntil,
        note,
        inviterId: actor.person.id,
        expiresAt,
      },
    ],
  };
}

/** A pointer as it is read back to a person who wrote it. */
export function nameOf(who: Who): string {
  switch (who.kind) {
    case 'account':
    case 'name':
      return who.name;
    case 'username':
      return `@${who.username}`;
    case 'phone':
      return who.name ?? who.phone;
    case 'email':
      return who.email;
  }
}
