import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { decisionOnRoles, type RoleAct } from '../change-roles.ts';
import { decisionOnOwnLeaving, decisionOnRecovery } from '../decisions.ts';
import type { MemberPointer } from '../queries.ts';
import { decisionOnRemoval } from '../remove.ts';
import type * as actions from './actions.ts';
import { openMember } from './actions.ts';
import { memberCard } from './member-card.ts';
import { memberButton } from './member-choice.ts';
import { buttonPointer, isLiving, linePointer, withMember } from './members-find.ts';
import { askWho, type GoOn } from './search-member.ts';

/** `/member @boris`: one member's card. */
export const member: Command = {
  name: 'member',
  where: 'both',
  needs: 'member.view',
  run: (ctx, line) =>
    planning(() => {
      const pointer = linePointer(line);
      return pointer ? showCard(ctx, pointer, null) : askWho(ctx, { purpose: 'card', wish: null });
    }),
};

/** The wizard's answer to "whose card?". */
export const memberWhom: GoOn = (ctx, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return showCard(ctx, pointer, null);
  });

/** A member's card and its locks, by buttons. */
export const memberHandlers = {
  /** A row of the list: the card, with the way back to that page or search. */
  openMember: (ctx, { member: membershipId, back }) =>
    planning(() => showCard(ctx, buttonPointer(membershipId), back)),
  /** A locked button: the rule behind the lock. */
  explainLock: (ctx, { member: membershipId, lock: what }) =>
    planning(() =>
      aboutMember(ctx, buttonPointer(membershipId), null, (about) => {
        const decision = LOCKS[what](about);
        if (decision.allow) return { screen: memberCard(ctx, about, null) };
        throw new Refusal(decision.rule, {
          roles: decision.roles,
          ...(decision.about === null ? {} : { about: decision.about }),
        });
      }),
    ),
} satisfies Partial<Handlers<typeof actions>>;

/** The rule behind each lock, by the letter on its button. */
const LOCKS = {
  r: decisionOnRoles,
  u: decisionOnRecovery,
  x: decisionOnRemoval,
  l: decisionOnOwnLeaving,
} as const;

/** The card of a member. */
function showCard(ctx: Context, pointer: MemberPointer, back: string | null): Plan {
  return aboutMember(ctx, pointer, back, (about) => ({ screen: memberCard(ctx, about, back), wizard: null }));
}

function aboutMember(
  ctx: Context,
  pointer: MemberPointer,
  back: string | null,
  decide: (about: RoleAct) => Outcome,
): Plan {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'member.view', ctx.now);
  return withMember(
    ctx,
    actor,
    scheme,
    pointer,
    (who, membershipId) => memberButton(ctx, who, openMember, { member: membershipId, back }),
    (about) => {
      if (!isLiving(about.target)) throw new Refusal('target_not_member');
      return decide(about);
    },
  );
}
