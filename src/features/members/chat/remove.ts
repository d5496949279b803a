import { type Act, actorOf, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberPointer } from '../queries.ts';
import { obeyRemoval, removeMember } from '../remove.ts';
import { memberCard } from './member-card.ts';
import { memberGone, removalQuestion } from './member-removal.ts';
import { buttonPointer, isLiving, linePointer, needing, withMember } from './members-find.ts';
import { askWho, type GoOn } from './search-member.ts';

/** `/remove @boris`: asks first. */
export const remove: Command = {
  name: 'remove',
  where: 'both',
  needs: 'member.remove',
  run: (act, line) =>
    planning(() => {
      const pointer = linePointer(line);
      return pointer
        ? removing(act, pointer, asking(act))
        : removable(act, null, () => askWho(act, { purpose: 'remove', wish: null }));
    }),
};

/** The wizard's answer to "who is to be removed?". */
export const removeWhom: GoOn = (act, line) =>
  planning(() => {
    const pointer = linePointer(line);
    if (!pointer) throw new Refusal('nobody_found');
    return removing(act, pointer, asking(act));
  });

/** Remove on a card: asks. */
export const askRemoval: Action = {
  verb: 'mx',
  run: (act, [id]) => planning(() => removing(act, buttonPointer(id), asking(act))),
};

/** "Yes, close access". */
export const confirmRemoval: Action = {
  verb: 'my',
  run: (act, [id]) =>
    planning(() =>
      removing(act, buttonPointer(id), (about) => {
        const { changes, notices } = removeMember(about);
        return { changes, notices, screen: memberGone(act, about.target, 'member-removed') };
      }),
    ),
};

/** "No, keep it". */
export const keepMember: Action = {
  verb: 'mk',
  run: (act, [id]) =>
    planning(() =>
      removing(act, buttonPointer(id), (about) => ({
        screen: memberCard(act, about, null),
        toast: { text: act.t.text('member-kept', { name: about.target.name }) },
      })),
    ),
};

function asking(act: Act): (about: RoleAct) => Outcome {
  return (about) => {
    obeyRemoval(about);
    return { screen: removalQuestion(act, about), wizard: null };
  };
}

function removable(act: Act, pointer: MemberPointer | null, make: () => Plan): Plan {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  return needing(act, actor, scheme, 'member.remove', () => pointer, make);
}

/** Somebody whose access is closed already is shown as such, however often the button is pressed. */
function removing(act: Act, pointer: MemberPointer, decide: (about: RoleAct) => Outcome): Plan {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  return removable(act, pointer, () =>
    withMember(act, actor, scheme, pointer, { verb: 'mx', rest: [] }, (about) =>
      isLiving(about.target) ? decide(about) : { screen: memberGone(act, about.target, 'member-gone') },
    ),
  );
}
