import type { CompiledScheme } from '../../../access/compile.ts';
import { mayInvite } from '../../../access/governance/invite.ts';
import type { Subject } from '../../../access/subject.ts';
import { type Act, actorOf, asks, type Outcome, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { rolesInMask } from '../../../chat/parts/role-mask.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { targetOf } from '../../../domain/thing.ts';
import { changeInvitationRoles } from '../change-roles.ts';
import { manageable } from '../manage.ts';
import type { Managed } from '../queries.ts';
import { resendInvitation } from '../resend.ts';
import { revokeInvitation } from '../revoke.ts';
import { invitationCard } from './invitation-card.ts';
import {
  handedOut,
  type Manageable,
  managedScreen,
  qrScreen,
  revokeScreen,
  rolePickScreen,
} from './invitation-manage.ts';
import { offerableRoles } from './invite-roles.ts';

/** Buttons of those who manage invitations. */
export const invitationManagement: readonly Action[] = [
  managing('im', (act, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.view', act.now);
    return { screen: shown(act, known(found)) };
  }),
  managing('ir', (act, actor, scheme, found) => {
    const resent = resendInvitation(actor, scheme, found, {
      now: act.now,
      tokenHash: (id, version) => act.invitationTokenHash(id, version),
      mail: act.mail,
    });
    const managed = known(found);
    const after: Managed = {
      ...managed,
      ...backedBy(managed, actor),
      invitation: {
        ...managed.invitation,
        state: 'pending',
        delivery: resent.reached || managed.invitation.addressee === null ? 'waiting' : 'unreachable',
        version: resent.version,
        tokenHash: act.invitationTokenHash(managed.invitation.id, resent.version),
        expiresAt: resent.expiresAt,
      },
    };
    const note = act.t.rich(resent.reached ? 'invitation-resent' : 'invitation-resent-link');
    return {
      changes: resent.changes,
      notices: resent.notices,
      screen: shown(act, after, note),
      edits: resent.reached ? replaced(act, managed, 'invitation-card-replaced') : [],
    };
  }),
  managing('ic', (act, actor, scheme, found, mask) => {
    const managed = manageable(found, ['pending'], act.now);
    const assignable = offerableRoles(actor, scheme, act.now, managed.invitation.things.length > 0);
    return { screen: rolePickScreen(act, scheme, managed, assignable, mask) };
  }),
  managing('iu', (act, actor, scheme, found, mask) => {
    const roles = rolesInMask(scheme, mask);
    const changes = changeInvitationRoles(actor, scheme, found, roles, act.now);
    const managed = known(found);
    const after: Managed = {
      ...managed,
      ...backedBy(managed, actor),
      invitation: { ...managed.invitation, roles, version: managed.invitation.version + 1 },
    };
    return {
      changes,
      screen: shown(act, after, act.t.rich('invitation-roles-changed')),
      edits: cardEdit(managed, (invitee) =>
        invitationCard(
          {
            ...after.invitation,
            invitationId: after.invitation.id,
            things: after.invitation.things.map(({ name }) => name),
            workspace: managed.workspace,
            actorName: actor.person.name,
          },
          act.translator(invitee),
          (label, verb, ...args) => act.buttonFor(invitee.personId, label, verb, ...args),
        ),
      ),
    };
  }),
  managing('ik', (act, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.view', act.now);
    const managed = known(found);
    const here = { ...managed, isBacked: isBacked(act, managed) };
    const link = handedOut(act, here, mayOf(act, managed));
    return { screen: link === null ? shown(act, managed) : qrScreen(act, managed, link) };
  }),
  managing('iv', (act, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.revoke', act.now);
    return { screen: revokeScreen(act, manageable(found, ['pending'], act.now)) };
  }),
  managing('ix', (act, actor, scheme, found) => {
    const changes = revokeInvitation(actor, scheme, found, act.now);
    const managed = known(found);
    const after: Managed = { ...managed, invitation: { ...managed.invitation, state: 'revoked' } };
    return {
      changes,
      screen: shown(act, after),
      edits: replaced(act, managed, 'refusal-invitation-revoked'),
    };
  }),
];

function managing(
  verb: string,
  decide: (
    act: Act,
    actor: Actor,
    scheme: CompiledScheme,
    found: Managed | null,
    argument?: string,
  ) => Outcome,
): Action {
  return {
    verb,
    run: (act, [id = '', argument]) =>
      planning(() => {
        const actor = actorOf(act);
        const scheme = act.scheme(actor.workspace.scheme);
        return asks(
          {
            kind: 'invitation.managed',
            id,
            workspaceId: actor.workspace.id,
            count: scheme.roles.filter(({ maxHolders }) => maxHolders !== null).map((role) => role.key),
            now: act.now,
          },
          (found) => decide(act, actor, scheme, found, argument),
        );
      }),
  };
}

/** Whoever resends or changes an invitation stands behind it from then on. */
function backedBy(
  { inviter }: Managed,
  { person, membership }: Actor,
): Pick<Managed, 'inviter' | 'inviterMembership'> {
  return {
    inviter: { ...inviter, personId: person.id, name: person.name },
    inviterMembership: membership,
  };
}

function known(found: Managed | null): Managed {
  if (!found) throw new Refusal('invitation_not_found');
  return found;
}

function shown(act: Act, managed: Managed, note: RichText = []): Screen {
  return managedScreen(act, { ...managed, isBacked: isBacked(act, managed) }, mayOf(act, managed), note);
}

function mayOf(act: Act, managed: Managed): Manageable {
  return {
    offer: mayUse(act, 'invitation.create'),
    revoke: mayUse(act, 'invitation.revoke'),
    link: mayOffer(act, managed, subjectOf(act.membership, act.person.id)),
  };
}

/** Whether whoever stands behind an invitation may still offer what it offers. */
function isBacked(act: Act, managed: Managed): boolean {
  return mayOffer(act, managed, subjectOf(managed.inviterMembership, managed.inviter.personId));
}

/** Whether somebody may offer what an invitation offers. */
function mayOffer(act: Act, { invitation, workspace }: Managed, actor: Subject): boolean {
  return mayInvite(act.scheme(workspace.scheme), {
    actor,
    roles: invitation.roles.map((role) => ({ role, until: invitation.accessUntil })),
    things: invitation.things.map(targetOf),
    registered: true,
    holders: {},
    now: act.now,
  }).allow;
}

/** The invitee's card, where it is known to stand, says that it no longer counts. */
function replaced(act: Act, managed: Managed, key: string): NonNullable<Outcome['edits']> {
  const values = { workspace: managed.workspace.name, inviter: managed.inviter.name };
  return cardEdit(managed, (invitee) => ({
    text: act.translator(invitee).rich(key, values),
    buttons: [[act.buttonFor(invitee.personId, act.translator(invitee).text('button-home'), 'hm')]],
  }));
}

function cardEdit(
  { invitation: { card }, invitee }: Managed,
  screen: (invitee: NonNullable<Managed['invitee']>) => Screen,
): NonNullable<Outcome['edits']> {
  if (!card || !invitee) return [];
  const { messenger, chatId, messageId } = card;
  return [{ messenger, to: { chatId, topic: null }, messageId, screen: screen(invitee) }];
}
