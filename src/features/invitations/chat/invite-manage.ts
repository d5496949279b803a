import type { CompiledScheme } from '../../../access/compile.ts';
import { mayInvite } from '../../../access/governance/invite.ts';
import type { Subject } from '../../../access/subject.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { rolesInMask } from '../../../chat/parts/role-mask.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { targetOf } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { changeInvitationRoles } from '../change-roles.ts';
import { manageable } from '../manage.ts';
import type { Managed } from '../queries.ts';
import { resendInvitation } from '../resend.ts';
import { revokeInvitation } from '../revoke.ts';
import type * as actions from './actions.ts';
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
export const inviteManageHandlers = {
  manageInvitation: managing((ctx, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.view', ctx.now);
    return { screen: shown(ctx, known(found)) };
  }),

  resendInvitation: managing((ctx, actor, scheme, found) => {
    const resent = resendInvitation(actor, scheme, found, {
      now: ctx.now,
      tokenHash: (id, version) => ctx.invitationTokenHash(id, version),
      mail: ctx.mail,
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
        tokenHash: ctx.invitationTokenHash(managed.invitation.id, resent.version),
        expiresAt: resent.expiresAt,
      },
    };
    const note = ctx.t.rich(resent.reached ? 'invitation-resent' : 'invitation-resent-link');
    return {
      changes: resent.changes,
      notices: resent.notices,
      screen: shown(ctx, after, note),
      edits: resent.reached ? replaced(ctx, managed, 'invitation-card-replaced') : [],
    };
  }),

  chooseInvitationRoles: managing((ctx, actor, scheme, found, { roles: mask }) => {
    const managed = manageable(found, ['pending'], ctx.now);
    const assignable = offerableRoles(actor, scheme, ctx.now, managed.invitation.resources.length > 0);
    return { screen: rolePickScreen(ctx, scheme, managed, assignable, mask) };
  }),

  setInvitationRoles: managing((ctx, actor, scheme, found, { roles: mask }) => {
    const roles = rolesInMask(scheme, mask);
    const changes = changeInvitationRoles(actor, scheme, found, roles, ctx.now);
    const managed = known(found);
    const after: Managed = {
      ...managed,
      ...backedBy(managed, actor),
      invitation: { ...managed.invitation, roles, version: managed.invitation.version + 1 },
    };
    return {
      changes,
      screen: shown(ctx, after, ctx.t.rich('invitation-roles-changed')),
      edits: cardEdit(managed, (invitee) =>
        invitationCard(
          {
            ...after.invitation,
            invitationId: after.invitation.id,
            resources: after.invitation.resources.map(({ name }) => name),
            workspace: managed.workspace,
            actorName: actor.person.name,
          },
          ctx.translator(invitee),
          (label, action, ...args) => ctx.buttonFor(invitee.personId, label, action, ...args),
        ),
      ),
    };
  }),

  showInvitationQr: managing((ctx, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.view', ctx.now);
    const managed = known(found);
    const here = { ...managed, isBacked: isBacked(ctx, managed) };
    const link = handedOut(ctx, here, mayOf(ctx, managed));
    return { screen: link === null ? shown(ctx, managed) : qrScreen(ctx, managed, link) };
  }),

  askRevokingInvitation: managing((ctx, actor, scheme, found) => {
    authorize(actor, scheme, 'invitation.revoke', ctx.now);
    return { screen: revokeScreen(ctx, manageable(found, ['pending'], ctx.now)) };
  }),

  revokeInvitation: managing((ctx, actor, scheme, found) => {
    const changes = revokeInvitation(actor, scheme, found, ctx.now);
    const managed = known(found);
    const after: Managed = { ...managed, invitation: { ...managed.invitation, state: 'revoked' } };
    return {
      changes,
      screen: shown(ctx, after),
      edits: replaced(ctx, managed, 'refusal-invitation-revoked'),
    };
  }),
} satisfies Partial<Handlers<typeof actions>>;

function managing<A extends { readonly invitation: string }>(
  decide: (ctx: Context, actor: Actor, scheme: CompiledScheme, found: Managed | null, args: A) => Outcome,
): (ctx: Context, args: A) => Plan {
  return (ctx, args) =>
    planning(() => {
      const actor = actorOf(ctx);
      const scheme = ctx.scheme(actor.workspace.scheme);
      return asks(
        {
          kind: 'invitation.managed',
          id: args.invitation,
          workspaceId: actor.workspace.id,
          count: scheme.roles.filter(({ maxHolders }) => maxHolders !== null).map((role) => role.key),
          now: ctx.now,
        },
        (found) => decide(ctx, actor, scheme, found, args),
      );
    });
}

/** A person who resends or changes an invitation stands behind it from then on. */
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

function shown(ctx: Context, managed: Managed, note: RichText = []): Screen {
  return managedScreen(ctx, { ...managed, isBacked: isBacked(ctx, managed) }, mayOf(ctx, managed), note);
}

function mayOf(ctx: Context, managed: Managed): Manageable {
  return {
    offer: mayUse(ctx, 'invitation.create'),
    revoke: mayUse(ctx, 'invitation.revoke'),
    link: mayOffer(ctx, managed, subjectOf(ctx.membership, ctx.person.id)),
  };
}

/** Whether a person who stands behind an invitation may still offer what it offers. */
function isBacked(ctx: Context, managed: Managed): boolean {
  return mayOffer(ctx, managed, subjectOf(managed.inviterMembership, managed.inviter.personId));
}

/** Whether someone may offer what an invitation offers. */
function mayOffer(ctx: Context, { invitation, workspace }: Managed, actor: Subject): boolean {
  return mayInvite(ctx.scheme(workspace.scheme), {
    actor,
    roles: invitation.roles.map((role) => ({ role, until: invitation.accessUntil })),
    resources: invitation.resources.map(targetOf),
    registered: true,
    holders: {},
    now: ctx.now,
  }).allow;
}

/** The invitee's card, where it is known to stand, says that it no longer counts. */
function replaced(ctx: Context, managed: Managed, key: string): NonNullable<Outcome['edits']> {
  const values = { workspace: managed.workspace.name, inviter: managed.inviter.name };
  return cardEdit(managed, (invitee) => ({
    text: ctx.translator(invitee).rich(key, values),
    buttons: [[ctx.buttonFor(invitee.personId, ctx.translator(invitee).text('button-home'), goHome)]],
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
