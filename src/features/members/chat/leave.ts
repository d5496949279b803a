import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, asks, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { leaveWorkspace, rulingOnLeaving } from '../leave.ts';
import { leavingNeedsHeir, leavingQuestion, workspaceLeft } from './member-leaving.ts';
import { idOf } from './members-find.ts';

/** `/leave`: asks first; who keeps the workspace alone is told the way out. */
export const leave: Command = {
  name: 'leave',
  where: 'both',
  needs: null,
  run: (act) => askLeaving(act),
};

/** Leave on one's own card. */
export const startLeaving: Action = { verb: 'me', run: (act) => askLeaving(act) };

/** The yes. It names the workspace: by now another one may be the active one. */
export const confirmLeaving: Action = {
  verb: 'mf',
  run: (act, [workspaceId]) =>
    planning(() => {
      const id = idOf(workspaceId);
      return leaving(act, (actor, scheme, keepers) => {
        if (actor.workspace.id !== id) throw new Refusal('button_stale');
        const { changes, notices } = leaveWorkspace(actor, scheme, keepers);
        return { changes, notices, screen: workspaceLeft(act, actor.workspace.name) };
      });
    }),
};

function askLeaving(act: Act): Plan {
  return leaving(act, (actor, scheme, keepers) => {
    const ruling = rulingOnLeaving(actor, scheme, keepers);
    return {
      screen: ruling.allow
        ? leavingQuestion(act, actor)
        : leavingNeedsHeir(act, actor, scheme.declaration.keystone.holders === 'exactly_one'),
    };
  });
}

function leaving(
  act: Act,
  decide: (actor: Actor, scheme: CompiledScheme, keepers: Found<'members.keepers'>) => Outcome,
): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    return asks(
      {
        kind: 'members.keepers',
        workspaceId: actor.workspace.id,
        keystone: scheme.keystone.key,
        leavingId: actor.person.id,
      },
      (keepers) => decide(actor, scheme, keepers),
    );
  });
}
