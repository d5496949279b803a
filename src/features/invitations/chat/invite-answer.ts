import { type Act, asks, decided, type Outcome, type Plan } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import type { Change } from '../../../domain/changes.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ButtonOf } from '../../notice-screens.ts';
import { acceptInvitation } from '../accept.ts';
import { declineInvitation } from '../decline.ts';
import type { Offer } from '../queries.ts';
import { type Obstacle, obstacleDetails, obstacleTo, type Viewer } from '../standing.ts';
import { abilitiesScreen, type Card, closedCard, invitationCard, welcomeScreen } from './invitation-card.ts';

/** Shows the invitation that a deep link carries, or says clearly why it cannot be taken. */
export function openInvitation(act: Act, token: string): Plan {
  if (act.update.chat.kind === 'group') {
    return decided(() => {
      throw new Refusal('private_only');
    });
  }
  return asks(
    { kind: 'invitation.offer', by: { tokenHash: act.hashToken(token) }, personId: act.person.id },
    (offer) => {
      const obstacle = obstacleTo(offer, viewerOf(act), act.now);
      if (!offer || obstacle) throw refusal(offer, obstacle);
      return {
        changes: opening(offer),
        screen: invitationCard(cardOf(offer), act.t, buttonsOf(act, offer.byMail)),
      };
    },
  );
}

/** Buttons of the invitee's card. A card that is over says why, wherever it was pressed. */
export const invitationAnswers: readonly Action[] = [
  onCard('ia', (act, offer) => {
    const { changes, notices } = acceptInvitation(
      offer,
      {
        ...viewerOf(act),
        person: act.person,
        username: act.update.sender.username,
        account: { messenger: act.update.messenger, accountId: act.update.sender.accountId },
      },
      act.scheme(offer.workspace.scheme),
      { now: act.now, membershipId: act.newId(), newId: () => act.newId() },
    );
    return { changes, notices, screen: welcomeScreen(cardOf(offer), act.t, act.button) };
  }),
  onCard('id', (act, offer) => {
    const { changes, notices } = declineInvitation(offer, { ...viewerOf(act), person: act.person }, act.now);
    const key = changes.length > 0 ? 'invitation-declined' : 'invitation-passed';
    const values = { workspace: offer.workspace.name, inviter: offer.inviter.name };
    return {
      changes,
      notices,
      screen: { text: act.t.rich(key, values), buttons: [[act.button(act.t.text('button-home'), 'hm')]] },
    };
  }),
  onCard(
    'iw',
    (act, offer) => ({
      changes: opening(offer),
      screen: abilities(act, offer, false),
    }),
    (act, offer) => ({ screen: abilities(act, offer, true) }),
  ),
  onCard(
    'ib',
    (act, offer) => ({ screen: invitationCard(cardOf(offer), act.t, buttonsOf(act, offer.byMail)) }),
    (act, offer) => ({ screen: welcomeScreen(cardOf(offer), act.t, act.button) }),
  ),
];

/**
 * A button of the card. `open` decides while the invitation can be taken, `joined` once it brought its bearer
 * in; in every other case the card is replaced by the reason, and nothing changes.
 */
function onCard(
  verb: string,
  open: (act: Act, offer: Offer) => Outcome,
  joined?: (act: Act, offer: Offer) => Outcome,
): Action {
  return {
    verb,
    run: (act, [id = '', via]) =>
      asks({ kind: 'invitation.offer', by: { id }, personId: act.person.id }, (found) => {
        const offer = found && { ...found, byMail: via === BY_MAIL };
        const obstacle = obstacleTo(offer, viewerOf(act), act.now);
        if (!offer || obstacle === 'invitation_for_another') throw refusal(offer, obstacle);
        if (!obstacle) return open(act, offer);
        if (obstacle === 'already_member' && offer.invitation.uses > 0 && joined) return joined(act, offer);
        const names = { who: 'you', workspace: offer.workspace.name, inviter: offer.inviter.name };
        return {
          screen: closedCard(obstacle, names, act.t, act.button),
          toast: { text: act.t.text(`refusal-${obstacle.replaceAll('_', '-')}`, names), alert: true },
        };
      }),
  };
}

/** On the buttons of a card that was opened by the link in a mail: buttons are signed, so it cannot be added. */
const BY_MAIL = 'm';

function buttonsOf(act: Act, byMail: boolean): ButtonOf {
  if (!byMail) return act.button;
  return (label, verb, ...args) => act.button(label, verb, ...args, ...(args.length === 1 ? [BY_MAIL] : []));
}

/** Opening counts once. */
function opening({ invitation }: Offer): readonly Change[] {
  if (invitation.delivery === 'opened') return [];
  return [{ kind: 'invitation.opened', invitationId: invitation.id }];
}

function abilities(act: Act, offer: Offer, joined: boolean) {
  return abilitiesScreen(
    cardOf(offer),
    act.scheme(offer.workspace.scheme),
    joined,
    act.t,
    buttonsOf(act, offer.byMail),
  );
}

function refusal(offer: Offer | null, obstacle: Obstacle | null): Refusal {
  const code = obstacle ?? 'invitation_not_found';
  return new Refusal(code, obstacleDetails(offer, code));
}

function viewerOf(act: Act): Viewer {
  const { messenger, sender } = act.update;
  const names = [`${messenger}:${sender.accountId}`];
  if (sender.username) names.push(`${messenger}:@${sender.username.toLowerCase()}`);
  return { personId: act.person.id, names };
}

function cardOf({ invitation, workspace, inviter }: Offer): Card {
  return {
    invitationId: invitation.id,
    workspace,
    actorName: inviter.name,
    roles: invitation.roles,
    things: invitation.things.map(({ name }) => name),
    note: invitation.note,
    accessUntil: invitation.accessUntil,
    expiresAt: invitation.expiresAt,
  };
}
