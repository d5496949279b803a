import type { Act } from '../../../chat/act.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { FoundMembers } from '../queries.ts';

/** A member as a button names them: the name, and the username that tells namesakes apart. */
export function memberButton(
  act: Act,
  { name, username }: { readonly name: string; readonly username: string | null },
  verb: string,
  ...args: string[]
): Button {
  const label =
    username === null
      ? act.t.text('member-button', { name })
      : act.t.text('member-button-username', { name, username });
  return act.button(label, verb, ...args);
}

/** Several people fit: a button for each. */
export function memberChoice(
  act: Act,
  { members, more }: Pick<FoundMembers, 'members' | 'more'>,
  onward: { readonly verb: string; readonly rest: readonly string[] },
): Screen {
  const { t } = act;
  return {
    text: [
      ...t.rich('member-which'),
      ...(more ? ['\n', ...t.rich('member-which-more', { by: act.pointsBy })] : []),
    ],
    buttons: [
      ...members.map((member) => [
        memberButton(act, member, onward.verb, member.membership.id, ...onward.rest),
      ]),
      [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}
