import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberPointer } from '../queries.ts';
import { enforceRemoval, removeMember } from '../remove.ts';
import type * as actions from './actions.ts';
import { askRemoval } from './actions.ts';
import { memberCard } from './member-card.ts';
import { memberButton } from './member-choice.ts';
import { memberGone, removalQuestion } from './member-removal.ts';
import { buttonPointer, isLiving, linePointer, needing, withMember } from './members-find.ts';
import { askWho, type GoOn } from './search-member.ts';

/** `/remove @boris`: asks first. */
export const remove: Command = {
  name: 'remove',
  where: 'both',
  needs: 'member.remove',
  run: (ctx, line) =>
    planning(() => {
      const pointer = linePointer(line);
      return pointer
        ? removing(ctx, pointer, asking(ctx))
        : removable(ctx, null, () => askWho(ctx, { purpose: 'remove', wish: null }));
    }),
};

/** The wizard's answer to "who is to be removed?". */
export const removeWhom: GoOn = (ctx, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return removing(ctx, pointer, asking(ctx));
  });

/** Removing a member, by buttons. */
export const removeHandlers = {
  /** Remove on a card: asks. */
  askRemoval: (ctx, { member: id }) => planning(() => removing(ctx, buttonPointer(id), asking(ctx))),
  /** "Yes, close access". */
  confirmRemoval: (ctx, { member: id }) =>
    planning(() =>
      removing(ctx, buttonPointer(id), (about) => {
        const { changes, notices } = removeMember(about);
        return { changes, notices, screen: memberGone(ctx, about.target, 'member-removed') };
      }),
    ),
  /** "No, keep it". */
  keepMember: (ctx, { member: id }) =>
    planning(() =>
      removing(ctx, buttonPointer(id), (about) => ({
        screen: memberCard(ctx, about, null),
        toast: { text: ctx.t.text('member-kept', { name: about.target.name }) },
      })),
    ),
} satisfies Partial<Handlers<typeof actions>>;

function asking(ctx: Context): (about: RoleAct) => Outcome {
  return (about) => {
    enforceRemoval(about);
    return { screen: removalQuestion(ctx, about), wizard: null };
  };
}

function removable(ctx: Context, pointer: MemberPointer | null, make: () => Plan): Plan {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  return needing(ctx, actor, scheme, 'member.remove', () => pointer, make);
}

/** A person whose access is closed already is shown as such, however often the button is pressed. */
function removing(ctx: Context, pointer: MemberPointer, decide: (about: RoleAct) => Outcome): Plan {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  return removable(ctx, pointer, () =>
    withMember(
      ctx,
      actor,
      scheme,
      pointer,
      (who, member) => memberButton(ctx, who, askRemoval, { member }),
      (about) =>
        isLiving(about.target) ? decide(about) : { screen: memberGone(ctx, about.target, 'member-gone') },
    ),
  );
}
