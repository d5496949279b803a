import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberCard } from '../queries.ts';
import { confirmRemoval, keepMember, listMembers } from './actions.ts';

/** Asks before a member's access is closed. */
export function removalQuestion(ctx: Context, { actor, target }: RoleAct): Screen {
  const { t } = ctx;
  const { id } = target.membership;
  return {
    text: t.rich('member-removal', { name: target.name, workspace: actor.workspace.name }),
    buttons: [
      [ctx.danger(t.text('button-close-access'), confirmRemoval, { member: id })],
      [ctx.button(t.text('button-keep-access'), keepMember, { member: id })],
    ],
  };
}

/** The member's access is closed, by this act or before. */
export function memberGone(
  ctx: Context,
  { name }: MemberCard,
  key: 'member-removed' | 'member-gone',
): Screen {
  const { t } = ctx;
  return {
    text: t.rich(key, { name }),
    buttons: [
      [ctx.button(t.text('button-back-to-members'), listMembers), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
