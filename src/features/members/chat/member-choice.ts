import type { Context } from '../../../chat/context.ts';
import { cancelDialogue } from '../../../chat/core-actions.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { FoundMembers } from '../queries.ts';

/** A member as a button names them: the name, and the username that tells namesakes apart. */
export function memberButton(
  ctx: Context,
  { name, username }: { readonly name: string; readonly username: string | null },
  verb: string,
  ...args: string[]
): Button {
  const label =
    username === null
      ? ctx.t.text('member-button', { name })
      : ctx.t.text('member-button-username', { name, username });
  return ctx.button(label, verb, ...args);
}

/** Several people fit: a button for each. */
export function memberChoice(
  ctx: Context,
  { members, more }: Pick<FoundMembers, 'members' | 'more'>,
  onward: { readonly verb: string; readonly rest: readonly string[] },
): Screen {
  const { t } = ctx;
  return {
    text: [
      ...t.rich('member-which'),
      ...(more ? ['\n', ...t.rich('member-which-more', { by: ctx.pointsBy })] : []),
    ],
    buttons: [
      ...members.map((member) => [
        memberButton(ctx, member, onward.verb, member.membership.id, ...onward.rest),
      ]),
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}
