import type { Act } from '../../../chat/act.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberCard } from '../queries.ts';

/** Asks before a member's access is closed. */
export function removalQuestion(act: Act, { actor, target }: RoleAct): Screen {
  const { t } = act;
  const { id } = target.membership;
  return {
    text: t.rich('member-removal', { name: target.name, workspace: actor.workspace.name }),
    buttons: [
      [act.danger(t.text('button-close-access'), 'my', id)],
      [act.button(t.text('button-keep-access'), 'mk', id)],
    ],
  };
}

/** The member's access is closed, by this act or before. */
export function memberGone(act: Act, { name }: MemberCard, key: 'member-removed' | 'member-gone'): Screen {
  const { t } = act;
  return {
    text: t.rich(key, { name }),
    buttons: [[act.button(t.text('button-back-to-members'), 'ml'), act.button(t.text('button-home'), 'hm')]],
  };
}
