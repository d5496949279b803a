import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { askTransfer } from '../../ownership/chat/actions.ts';
import type { MemberPage } from '../queries.ts';
import { askRemoval, openMember, pickRoles } from './actions.ts';
import { memberButton } from './member-choice.ts';

type Purpose = 'card' | 'role' | 'remove' | 'transfer';

/** Asks who an act is about. The actor is no answer, unless a card is asked for. */
export function memberQuestion(
  ctx: Context,
  search: { readonly purpose: Purpose; readonly wish: string | null },
  page: MemberPage,
): Screen {
  const others = page.members.filter(
    ({ membershipId }) => search.purpose === 'card' || membershipId !== ctx.membership?.id,
  );
  return {
    text: ctx.t.rich(`member-who-${search.purpose}`, { by: ctx.pointsBy }),
    buttons: [
      ...others.map((member) => [choiceButton(ctx, member, search)]),
      [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

function choiceButton(
  ctx: Context,
  one: MemberPage['members'][number],
  { purpose, wish }: { readonly purpose: Purpose; readonly wish: string | null },
): Button {
  const member = one.membershipId;
  switch (purpose) {
    case 'card':
      return memberButton(ctx, one, openMember, { member, back: wish });
    case 'role':
      return memberButton(ctx, one, pickRoles, { member, wish });
    case 'remove':
      return memberButton(ctx, one, askRemoval, { member });
    case 'transfer':
      return memberButton(ctx, one, askTransfer, { member });
  }
}

/** There is nobody who an act could be about. */
export function nobodyElse(ctx: Context): Screen {
  return {
    text: ctx.t.rich('member-nobody-else'),
    buttons: [
      ...(mayUse(ctx, 'invitation.create') ? [[commandButton(ctx, 'invite')]] : []),
      [ctx.button(ctx.t.text('button-home'), goHome)],
    ],
  };
}
