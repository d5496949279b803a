import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handler, Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import type { Change } from '../../../domain/changes.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { acceptInvitation } from '../accept.ts';
import { declineInvitation } from '../decline.ts';
import { denialDetails, type InvitationDenial, invitationDenial, type Viewer } from '../denial.ts';
import type { Offer } from '../queries.ts';
import type * as actions from './actions.ts';
import { abilitiesScreen, type Card, closedCard, invitationCard, welcomeScreen } from './invitation-card.ts';

/** Shows the invitation that a deep link carries, or says clearly why it cannot be taken. */
export function openInvitation(ctx: Context, token: string): Plan {
  if (ctx.update.chat.kind === 'group') {
    return decided(() => {
      throw new Refusal('private_only');
    });
  }
  return asks(
    { kind: 'invitation.offer', by: { tokenHash: ctx.hashToken(token) }, personId: ctx.person.id },
    (offer) => {
      const denial = invitationDenial(offer, viewerOf(ctx), ctx.now);
      if (!offer || denial) throw refusal(offer, denial);
      return {
        changes: opening(offer),
        screen: invitationCard(cardOf(offer), ctx.t, ctx.button),
      };
    },
  );
}

/** Buttons of the invitee's card. A card that is over says why, wherever it was pressed. */
export const inviteAnswerHandlers = {
  acceptInvitation: onCard((ctx, offer) => {
    const { changes, notices } = acceptInvitation(
      offer,
      {
        ...viewerOf(ctx),
        person: ctx.person,
        username: ctx.update.sender.username,
        account: { messenger: ctx.update.messenger, accountId: ctx.update.sender.accountId },
      },
      ctx.scheme(offer.workspace.scheme),
      { now: ctx.now, membershipId: ctx.newId(), newId: () => ctx.newId() },
    );
    return { changes, notices, screen: welcomeScreen(cardOf(offer), ctx.t, ctx.button) };
    // A second tap keeps the welcome of the first.
  }, welcomed),

  declineInvitation: onCard((ctx, offer) => {
    const { changes, notices } = declineInvitation(offer, { ...viewerOf(ctx), person: ctx.person }, ctx.now);
    const key = changes.length > 0 ? 'invitation-declined' : 'invitation-passed';
    const values = { workspace: offer.workspace.name, inviter: offer.inviter.name };
    return {
      changes,
      notices,
      screen: { text: ctx.t.rich(key, values), buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]] },
    };
  }),

  showAbilities: onCard(
    (ctx, offer) => ({
      changes: opening(offer),
      screen: abilities(ctx, offer, false),
    }),
    (ctx, offer) => ({ screen: abilities(ctx, offer, true) }),
  ),

  showInvitation: onCard(
    (ctx, offer) => ({ screen: invitationCard(cardOf(offer), ctx.t, ctx.button) }),
    welcomed,
  ),
} satisfies Partial<Handlers<typeof actions>>;

function welcomed(ctx: Context, offer: Offer): Outcome {
  return { screen: welcomeScreen(cardOf(offer), ctx.t, ctx.button) };
}

/**
 * A button of the card. `open` decides while the invitation can be taken, `joined` once it brought its bearer
 * in; in every other case the card is replaced by the reason, and nothing changes.
 */
function onCard(
  open: (ctx: Context, offer: Offer) => Outcome,
  joined?: (ctx: Context, offer: Offer) => Outcome,
): Handler<typeof actions.acceptInvitation> {
  return (ctx, { invitation, byMail }) =>
    asks({ kind: 'invitation.offer', by: { id: invitation }, personId: ctx.person.id }, (found) => {
      const offer = found && { ...found, byMail: byMail === true };
      const denial = invitationDenial(offer, viewerOf(ctx), ctx.now);
      if (!offer || denial === 'invitation_for_another') throw refusal(offer, denial);
      if (!denial) return open(ctx, offer);
      if (denial === 'already_member' && offer.invitation.uses > 0 && joined) return joined(ctx, offer);
      const names = { who: 'you', workspace: offer.workspace.name, inviter: offer.inviter.name };
      return {
        screen: closedCard(denial, names, ctx.t, ctx.button),
        toast: { text: ctx.t.text(`refusal-${denial.replaceAll('_', '-')}`, names), alert: true },
      };
    });
}

/** Opening counts once. */
function opening({ invitation }: Offer): readonly Change[] {
  if (invitation.delivery === 'opened') return [];
  return [{ kind: 'invitation.opened', invitationId: invitation.id }];
}

function abilities(ctx: Context, offer: Offer, joined: boolean) {
  return abilitiesScreen(cardOf(offer), ctx.scheme(offer.workspace.scheme), joined, ctx.t, ctx.button);
}

function refusal(offer: Offer | null, denial: InvitationDenial | null): Refusal {
  const code = denial ?? 'invitation_not_found';
  return new Refusal(code, denialDetails(offer, code));
}

function viewerOf(ctx: Context): Viewer {
  const { messenger, sender } = ctx.update;
  const names = [`${messenger}:${sender.accountId}`];
  if (sender.username) names.push(`${messenger}:@${sender.username.toLowerCase()}`);
  return { personId: ctx.person.id, names };
}

function cardOf(offer: Offer): Card {
  const { invitation, workspace, inviter } = offer;
  return {
    invitationId: invitation.id,
    workspace,
    actorName: inviter.name,
    roles: invitation.roles,
    resources: invitation.resources.map(({ name }) => name),
    note: invitation.note,
    accessUntil: invitation.accessUntil,
    expiresAt: invitation.expiresAt,
    byMail: offer.byMail,
  };
}
