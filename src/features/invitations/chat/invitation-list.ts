import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Invitation } from '../invitation.ts';
import type { InvitationPage } from '../queries.ts';
import { listNewerInvitations, listOlderInvitations, manageInvitation } from './actions.ts';
import { stateKey, timeLeft, usersOf } from './invitation-state.ts';

/** Number buttons in a row. */
const NUMBERS_IN_ROW = 5;

/** A page of a workspace's invitations, newest first; a number opens its card. */
export function invitationListScreen(
  ctx: Context,
  actor: Actor,
  page: InvitationPage,
  mayInvite: boolean,
): Screen {
  const { t } = ctx;
  const inviting = mayInvite ? [[commandButton(ctx, 'invite')]] : [];
  const home = [ctx.button(t.text('button-home'), goHome)];
  const first = page.invitations[0];
  const last = page.invitations.at(-1);
  if (!first || !last) {
    return {
      text: t.rich('invitations-none', { workspace: actor.workspace.name }),
      buttons: [...inviting, home],
    };
  }
  const numbers = page.invitations.map((one, place) =>
    ctx.button(String(place + 1), manageInvitation, { invitation: one.id }),
  );
  const turning: Button[] = [
    ...(page.newer
      ? [ctx.button(t.text('button-previous-page'), listNewerInvitations, { from: first.id })]
      : []),
    ...(page.older ? [ctx.button(t.text('button-next-page'), listOlderInvitations, { from: last.id })] : []),
  ];
  return {
    text: [
      ...t.rich('invitations-title', { workspace: actor.workspace.name }),
      ...page.invitations.flatMap((one, place) => ['\n\n', ...row(ctx, actor, one, place + 1)]),
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

function row(ctx: Context, actor: Actor, invitation: Invitation, number: number): RichText {
  const { t, now } = ctx;
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
