import { goHome, listHolders } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Actor } from '../../../domain/state.ts';
import { openMember } from '../../members/chat/actions.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { memberLine } from '../../members/chat/member-list.ts';
import { openRoles } from './actions.ts';

/** A page of who holds a role: a line and a button each. */
export function roleHolders(
  ctx: Context,
  actor: Actor,
  role: string,
  { members, hasNext }: Found<'members.holding'>,
  isLater: boolean,
): Screen {
  const { t } = ctx;
  const { name: workspace, scheme } = actor.workspace;
  const title = { composed: roleTitle(t, scheme, role) };
  const last = members.at(-1);
  const pager = [
    ...(isLater ? [ctx.button(t.text('button-first-page'), listHolders, { role: tagOf(role) })] : []),
    ...(last && hasNext
      ? [ctx.button(t.text('button-next-page'), listHolders, { role: tagOf(role), after: last.membershipId })]
      : []),
  ];
  return {
    text: [
      ...t.rich(members.length === 0 ? 'role-holders-none' : 'role-holders', { workspace, role: title }),
      ...(members.length === 0 ? [] : ['\n']),
      ...members.flatMap((member) => ['\n', ...memberLine(ctx, actor, member)]),
    ],
    buttons: [
      ...members.map((member) => [memberButton(ctx, member, openMember, { member: member.membershipId })]),
      ...(pager.length === 0 ? [] : [pager]),
      [
        ctx.button(t.text('button-role', { role: title }), openRoles, { role }),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}
