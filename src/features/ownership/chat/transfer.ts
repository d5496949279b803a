import type { CompiledScheme } from '../../../access/compile.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { memberWhom } from '../../members/chat/member.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { buttonPointer, isLiving, linePointer, withMember } from '../../members/chat/members-find.ts';
import { removeWhom } from '../../members/chat/remove.ts';
import { roleOfWhom } from '../../members/chat/role.ts';
import { askWho, type GoOn, searchMember } from '../../members/chat/search-member.ts';
import type { MemberPointer } from '../../members/queries.ts';
import { enforceTransfer, offerTransfer, openOffer } from '../offer-transfer.ts';
import type * as actions from './actions.ts';
import { askTransfer } from './actions.ts';
import { transferOffered, transferQuestion } from './transfer-screen.ts';

/** `/transfer @boris`: the owner says yes first, then the other side is asked. */
export const transfer: Command = {
  name: 'transfer',
  where: 'both',
  needs: 'owner.transfer',
  run: (ctx, line) => planning(() => toWhom(ctx, linePointer(line))),
};

/** The wizard's answer to "who is to be the owner?". */
const transferToWhom: GoOn = (ctx, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return toWhom(ctx, pointer);
  });

/** "Which member?", asked for this feature and for the commands about members. */
export const searchMemberWizard = searchMember({
  card: memberWhom,
  role: roleOfWhom,
  remove: removeWhom,
  transfer: transferToWhom,
});

/** What the buttons of the owner do. */
export const transferHandlers = {
  /** Hand over, on a card or on its own: asks the owner. */
  askTransfer: (ctx, { member: id }) => planning(() => toWhom(ctx, id === null ? null : buttonPointer(id))),
  /** The owner's yes: the offer goes out. */
  offerOwnership: (ctx, { member: id }) =>
    planning(() =>
      transferring(ctx, buttonPointer(id), (about) => {
        const transferId = ctx.newId();
        const { changes, notices, expiresAt } = offerTransfer(about, transferId);
        const { name } = about.target;
        return {
          changes,
          notices,
          screen: transferOffered(ctx, { id: transferId, toName: name, expiresAt }),
        };
      }),
    ),
} satisfies Partial<Handlers<typeof actions>>;

function toWhom(ctx: Context, pointer: MemberPointer | null): Plan {
  if (pointer === null) {
    return transferable(ctx, () => askWho(ctx, { purpose: 'transfer', wish: null }));
  }
  return transferring(ctx, pointer, (about) => {
    enforceTransfer(about);
    return { screen: transferQuestion(ctx, about), wizard: null };
  });
}

/** While an offer is open, it is shown instead of making another. */
function transferring(ctx: Context, pointer: MemberPointer, decide: (about: RoleAct) => Outcome): Plan {
  return transferable(ctx, (actor, scheme) =>
    withMember(
      ctx,
      actor,
      scheme,
      pointer,
      (who, member) => memberButton(ctx, who, askTransfer, { member }),
      (about) => {
        const open = openOffer(about.found.transfer, ctx.now);
        if (open && open.fromId === ctx.person.id) {
          return { screen: transferOffered(ctx, open, 'transfer-open'), wizard: null };
        }
        if (!isLiving(about.target)) throw new Refusal('target_not_member');
        return decide(about);
      },
    ),
  );
}

function transferable(ctx: Context, make: (actor: Actor, scheme: CompiledScheme) => Plan): Plan {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  if (scheme.declaration.keystone.holders !== 'exactly_one') throw new Refusal('no_transfer');
  authorize(actor, scheme, 'owner.transfer', ctx.now);
  return make(actor, scheme);
}
