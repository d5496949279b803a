import { type Act, actorOf, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { rulingOnRecovery } from '../../accounts/recovery.ts';
import { type RoleAct, rulingOnRoles } from '../change-roles.ts';
import type { MemberPointer } from '../queries.ts';
import { rulingOnRemoval } from '../remove.ts';
import { memberCard } from './member-card.ts';
import { buttonPointer, isLiving, linePointer, withMember } from './members-find.ts';
import { askWho, type GoOn } from './search-member.ts';

/** `/member @boris`: one member's card. */
export const member: Command = {
  name: 'member',
  where: 'both',
  needs: 'member.view',
  run: (act, line) =>
    planning(() => {
      const pointer = linePointer(line);
      return pointer ? showCard(act, pointer, null) : askWho(act, { purpose: 'card', wish: null });
    }),
};

/** The wizard's answer to "whose card?". */
export const memberWhom: GoOn = (act, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return showCard(act, pointer, null);
  });

/** A row of the list: the card, with the way back to that page or search. */
export const openCard: Action = {
  verb: 'mv',
  run: (act, [membershipId, back = null]) => planning(() => showCard(act, buttonPointer(membershipId), back)),
};

/** What a lock stands before, by the letter its button carries. */
const LOCKS: Readonly<Record<string, typeof rulingOnRoles>> = { r: rulingOnRoles, u: rulingOnRecovery };

/** A locked button: the rule behind the lock. */
export const explainLock: Action = {
  verb: 'mq',
  run: (act, [membershipId, what]) =>
    planning(() =>
      aboutMember(act, buttonPointer(membershipId), null, (about) => {
        const ruling = (what && LOCKS[what]?.(about)) || rulingOnRemoval(about);
        if (ruling.allow) return { screen: memberCard(act, about, null) };
        throw new Refusal(ruling.rule, {
          roles: ruling.roles,
          ...(ruling.about === null ? {} : { about: ruling.about }),
        });
      }),
    ),
};

/** The card of a member. */
function showCard(act: Act, pointer: MemberPointer, back: string | null): Plan {
  return aboutMember(act, pointer, back, (about) => ({ screen: memberCard(act, about, back), wizard: null }));
}

function aboutMember(
  act: Act,
  pointer: MemberPointer,
  back: string | null,
  decide: (about: RoleAct) => Outcome,
): Plan {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'member.view', act.now);
  const rest = back === null ? [] : [back];
  return withMember(act, actor, scheme, pointer, { verb: 'mv', rest }, (about) => {
    if (!isLiving(about.target)) throw new Refusal('target_not_member');
    return decide(about);
  });
}
