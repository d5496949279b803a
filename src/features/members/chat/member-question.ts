import type { Act } from '../../../chat/act.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { MemberPage } from '../queries.ts';
import { memberButton } from './member-choice.ts';

/** The verb of each purpose's buttons. */
const VERBS = { card: 'mv', role: 'mr', remove: 'mx', transfer: 'tp' } as const;

/** Asks whom an act is about. The actor is no answer, unless a card is asked for. */
export function memberQuestion(
  act: Act,
  search: { readonly purpose: keyof typeof VERBS; readonly wish: string | null },
  page: MemberPage,
): Screen {
  const others = page.members.filter(
    ({ membershipId }) => search.purpose === 'card' || membershipId !== act.membership?.id,
  );
  const rest = search.wish === null ? [] : [search.wish];
  return {
    text: act.t.rich(`member-who-${search.purpose}`, { by: act.pointsBy }),
    buttons: [
      ...others.map((member) => [
        memberButton(act, member, VERBS[search.purpose], member.membershipId, ...rest),
      ]),
      [act.button(act.t.text('button-cancel'), 'xx')],
    ],
  };
}

/** There is nobody whom an act could be about. */
export function nobodyElse(act: Act): Screen {
  return {
    text: act.t.rich('member-nobody-else'),
    buttons: [
      ...(mayUse(act, 'invitation.create') ? [[commandButton(act, 'invite')]] : []),
      [act.button(act.t.text('button-home'), 'hm')],
    ],
  };
}
