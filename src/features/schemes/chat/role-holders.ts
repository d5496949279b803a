import type { Act } from '../../../chat/act.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Actor } from '../../../domain/state.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { memberLine } from '../../members/chat/member-list.ts';

/** A page of who holds a role: a line and a button each. */
export function roleHolders(
  act: Act,
  actor: Actor,
  role: string,
  { members, hasNext }: Found<'members.holding'>,
  isLater: boolean,
): Screen {
  const { t } = act;
  const { name: workspace, scheme } = actor.workspace;
  const title = { composed: roleTitle(t, scheme, role) };
  const last = members.at(-1);
  const pager = [
    ...(isLater ? [act.button(t.text('button-first-page'), 'rh', tagOf(role))] : []),
    ...(last && hasNext
      ? [act.button(t.text('button-next-page'), 'rh', tagOf(role), last.membershipId)]
      : []),
  ];
  return {
    text: [
      ...t.rich(members.length === 0 ? 'role-holders-none' : 'role-holders', { workspace, role: title }),
      ...(members.length === 0 ? [] : ['\n']),
      ...members.flatMap((member) => ['\n', ...memberLine(act, actor, member)]),
    ],
    buttons: [
      ...members.map((member) => [memberButton(act, member, 'mv', member.membershipId)]),
      ...(pager.length === 0 ? [] : [pager]),
      [
        act.button(t.text('button-role', { role: title }), 'mo', role),
        act.button(t.text('button-home'), 'hm'),
      ],
    ],
  };
}
