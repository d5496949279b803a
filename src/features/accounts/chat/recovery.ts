import type { Handlers } from '../../../chat/actions/handler.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { askMembers, buttonPointer, isLiving, withMember } from '../../members/chat/members-find.ts';
import { enforceRecovery, issueRecovery, openRecovery as opened, useRecovery } from '../recovery.ts';
import type * as actions from './actions.ts';
import { askRecovery } from './actions.ts';
import { recoveredScreen, recoveryLink, recoveryOffer, recoveryQuestion } from './recovery-screen.ts';

/** Letting another account take a member's place, by buttons. */
export const recoveryHandlers = {
  /** "Recover the account" on a member's card: asks. */
  askRecovery: (ctx, { member: membershipId }) =>
    planning(() => {
      const { actor, scheme } = requirePrivate(ctx);
      return withMember(
        ctx,
        actor,
        scheme,
        buttonPointer(membershipId),
        (who, member) => memberButton(ctx, who, askRecovery, { member }),
        (about) => {
          if (!isLiving(about.target)) throw new Refusal('target_not_member');
          enforceRecovery(about);
          return { screen: recoveryQuestion(ctx, about) };
        },
      );
    }),
  /** The yes: the link, shown once. */
  makeRecovery: (ctx, { member: membershipId }) =>
    planning(() => {
      const { actor, scheme } = requirePrivate(ctx);
      const { kind: _, ...wanted } = askMembers(ctx, actor, scheme, buttonPointer(membershipId));
      return asks({ kind: 'recovery.target', ...wanted, actorId: actor.person.id }, ({ found, heads }) => {
        const [target] = found.members;
        if (!target) throw new Refusal('button_stale');
        if (!isLiving(target)) throw new Refusal('target_not_member');
        const recoveryId = ctx.newId();
        const tokenHash = ctx.recovery.tokenHash(recoveryId);
        const about = { actor, scheme, target, found, now: ctx.now };
        const { expiresAt, changes, notices } = issueRecovery(about, heads, { recoveryId, tokenHash });
        return { changes, notices, screen: recoveryLink(ctx, target.name, recoveryId, expiresAt) };
      });
    }),
  /** "Yes, that is me". */
  takeRecovery: (ctx, { recovery: id }) =>
    planning(() => {
      if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
      return asks({ kind: 'recovery.find', by: { id: id }, personId: ctx.person.id }, (found) => {
        const recovery = opened(found, ctx.person.id, ctx.scheme, ctx.now);
        const { messenger, sender } = ctx.update;
        const { changes, notices } = useRecovery(recovery, {
          person: ctx.person,
          username: sender.username,
          account: { messenger, accountId: sender.accountId },
        });
        return { changes, notices, screen: recoveredScreen(ctx, recovery) };
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

/** The bot was opened by a recovery link: says whose place it gives, and asks. */
export function openRecovery(ctx: Context, token: string): Plan {
  return planning(() => {
    if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
    const by = { tokenHash: ctx.hashToken(token) };
    return asks({ kind: 'recovery.find', by, personId: ctx.person.id }, (found) => ({
      screen: recoveryOffer(ctx, opened(found, ctx.person.id, ctx.scheme, ctx.now)),
    }));
  });
}

/** A link that gives someone's place is no reading for a group. */
function requirePrivate(ctx: Context) {
  if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
  const actor = actorOf(ctx);
  return { actor, scheme: ctx.scheme(actor.workspace.scheme) };
}
