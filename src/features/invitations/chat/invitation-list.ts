import type { Act } from '../../../chat/act.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Invitation } from '../invitation.ts';
import type { InvitationPage } from '../queries.ts';
import { stateKey, timeLeft, usersOf } from './invitation-state.ts';

/** Number buttons in a row. */
const NUMBERS_IN_ROW = 5;

/** A page of a workspace's invitations, newest first; a number opens its card. */
export function invitationListScreen(
  act: Act,
  actor: Actor,
  page: InvitationPage,
  mayInvite: boolean,
): Screen {
  const { t } = act;
  const inviting = mayInvite ? [[commandButton(act, 'invite')]] : [];
  const home = [act.button(t.text('button-home'), 'hm')];
  const first = page.invitations[0];
  const last = page.invitations.at(-1);
  if (!first || !last) {
    return {
      text: t.rich('invitations-none', { workspace: actor.workspace.name }),
      buttons: [...inviting, home],
    };
  }
  const numbers = page.invitations.map((one, place) => act.button(String(place + 1), 'im', one.id));
  const turning: Button[] = [
    ...(page.newer ? [act.button(t.text('button-previous-page'), 'ip', first.id)] : []),
    ...(page.older ? [act.button(t.text('button-next-page'), 'il', last.id)] : []),
  ];
  return {
    text: [
      ...t.rich('invitations-title', { workspace: actor.workspace.name }),
      ...page.invitations.flatMap((one, place) => ['\n\n', ...row(act, actor, one, place + 1)]),
    ],
    buttons: [
      numbers.slice(0, NUMBERS_IN_ROW),
      ...(numbers.length > NUMBERS_IN_ROW ? [numbers.slice(NUMBERS_IN_ROW)] : []),
      ...(turning.length > 0 ? [turning] : []),
      ...inviting,
      home,
    ],
  };
}

function row(act: Act, actor: Actor, invitation: Invitation, number: number): RichText {
  const { t, now } = act;
  const state = stateKey(invitation, now);
  const pending = invitation.state === 'pending' && state !== 'expired';
  const line = t.rich(pending ? 'invitations-row-pending' : 'invitations-row', {
    number,
    name: invitation.addresseeName ?? { composed: t.text('invitation-anybody') },
    roles: roleTitles(t, actor.workspace.scheme, invitation.roles),
    mark: { composed: t.text(`invitation-mark-${state}`) },
    state: { composed: t.text(`invitation-state-${state}`) },
    left: timeLeft(invitation.expiresAt, now, t),
  });
  const users = usersOf(invitation, t);
  return users === null ? line : [...line, ' ', ...users];
}
