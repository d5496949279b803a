import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { buttonPointer, isLiving, linePointer, withMember } from '../../members/chat/members-find.ts';
import { askWho, type GoOn } from '../../members/chat/search-member.ts';
import type { MemberPointer } from '../../members/queries.ts';
import { obeyTransfer, offerTransfer, openOffer } from '../offer-transfer.ts';
import { transferOffered, transferQuestion } from './transfer-screen.ts';

/** `/transfer @boris`: the owner says yes first, then the other side is asked. */
export const transfer: Command = {
  name: 'transfer',
  where: 'both',
  needs: 'owner.transfer',
  run: (act, line) => planning(() => toWhom(act, linePointer(line))),
};

/** The wizard's answer to "who is to be the owner?". */
export const transferToWhom: GoOn = (act, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return toWhom(act, pointer);
  });

/** Hand over, on a card or on its own: asks the owner. */
export const askTransfer: Action = {
  verb: 'tp',
  run: (act, [id]) => planning(() => toWhom(act, id === undefined ? null : buttonPointer(id))),
};

/** The owner's yes: the offer goes out. */
export const offerOwnership: Action = {
  verb: 'ty',
  run: (act, [id]) =>
    planning(() =>
      transferring(act, buttonPointer(id), (about) => {
        const transferId = act.newId();
        const { changes, notices, expiresAt } = offerTransfer(about, transferId);
        const { name } = about.target;
        return {
          changes,
          notices,
          screen: transferOffered(act, { id: transferId, toName: name, expiresAt }),
        };
      }),
    ),
};

function toWhom(act: Act, pointer: MemberPointer | null): Plan {
  if (pointer === null) {
    return transferable(act, () => askWho(act, { purpose: 'transfer', wish: null }));
  }
  return transferring(act, pointer, (about) => {
    obeyTransfer(about);
    return { screen: transferQuestion(act, about), wizard: null };
  });
}

/** While an offer is open, it is shown instead of making another. */
function transferring(act: Act, pointer: MemberPointer, decide: (about: RoleAct) => Outcome): Plan {
  return transferable(act, (actor, scheme) =>
    withMember(act, actor, scheme, pointer, { verb: 'tp', rest: [] }, (about) => {
      const open = openOffer(about.found.transfer, act.now);
      if (open && open.fromId === act.person.id) {
        return { screen: transferOffered(act, open), wizard: null };
      }
      if (!isLiving(about.target)) throw new Refusal('target_not_member');
      return decide(about);
    }),
  );
}

function transferable(act: Act, make: (actor: Actor, scheme: CompiledScheme) => Plan): Plan {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  if (scheme.declaration.keystone.holders !== 'exactly_one') throw new Refusal('no_transfer');
  authorize(actor, scheme, 'owner.transfer', act.now);
  return make(actor, scheme);
}
