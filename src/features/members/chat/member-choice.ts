import type { Action } from '../../../chat/actions/action.ts';
import type { ArgumentSpec, ArgumentsParameter } from '../../../chat/actions/arguments.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { FoundMembers } from '../queries.ts';

interface Named {
  readonly name: string;
  readonly username: string | null;
}

/** The button that goes on with one of several people. */
export type Onward = (who: Named, membershipId: string) => Button;

/** A member as a button names them: the name, and the username that tells namesakes apart. */
export function memberButton<S extends ArgumentSpec>(
  ctx: Context,
  { name, username }: Named,
  action: Action<S>,
  ...args: ArgumentsParameter<S>
): Button {
  const label =
    username === null
      ? ctx.t.text('member-button', { name })
      : ctx.t.text('member-button-username', { name, username });
  return ctx.button(label, action, ...args);
}

/** Several people fit: a button for each. */
export function memberChoice(
  ctx: Context,
  { members, more }: Pick<FoundMembers, 'members' | 'more'>,
  onward: Onward,
): Screen {
  const { t } = ctx;
  return {
    text: [
      ...t.rich('member-which'),
      ...(more ? ['\n', ...t.rich('member-which-more', { by: ctx.pointsBy })] : []),
    ],
    buttons: [
      ...members.map((member) => [onward(member, member.membership.id)]),
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}
