import type { Context } from '../../../chat/context.ts';
import { cancelDialogue, goHome } from '../../../chat/core-actions.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { MemberPage } from '../queries.ts';
import { memberButton } from './member-choice.ts';

/** The verb of each purpose's buttons. */
const VERBS = { card: 'mv', role: 'mr', remove: 'mx', transfer: 'tp' } as const;

/** Asks whom an act is about. The actor is no answer, unless a card is asked for. */
export function memberQuestion(
  ctx: Context,
  search: { readonly purpose: keyof typeof VERBS; readonly wish: string | null },
  page: MemberPage,
): Screen {
  const others = page.members.filter(
    ({ membershipId }) => search.purpose === 'card' || membershipId !== ctx.membership?.id,
  );
  const rest = search.wish === null ? [] : [search.wish];
  return {
    text: ctx.t.rich(`member-who-${search.purpose}`, { by: ctx.pointsBy }),
    buttons: [
      ...others.map((member) => [
        memberButton(ctx, member, VERBS[search.purpose], member.membershipId, ...rest),
      ]),
      [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

/** There is nobody whom an act could be about. */
export function nobodyElse(ctx: Context): Screen {
  return {
    text: ctx.t.rich('member-nobody-else'),
    buttons: [
      ...(mayUse(ctx, 'invitation.create') ? [[commandButton(ctx, 'invite')]] : []),
      [ctx.button(ctx.t.text('button-home'), goHome)],
    ],
  };
}
