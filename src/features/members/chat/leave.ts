import type { CompiledScheme } from '../../../access/compile.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { decisionOnLeaving, leaveWorkspace } from '../leave.ts';
import type * as actions from './actions.ts';
import { leavingNeedsHeir, leavingQuestion, workspaceLeft } from './member-leaving.ts';

/** `/leave`: asks first; who keeps the workspace alone is told the way out. */
export const leave: Command = {
  name: 'leave',
  where: 'both',
  needs: 'leaving',
  run: (ctx) => askLeaving(ctx),
};

/** Leaving, by buttons. */
export const leaveHandlers = {
  /** Leave on one's own card. */
  startLeaving: (ctx) => askLeaving(ctx),
  /** The yes. It names the workspace: by now another one may be the active one. */
  confirmLeaving: (ctx, { workspace: workspaceId }) =>
    planning(() => {
      const id = workspaceId;
      return leaving(ctx, (actor, scheme, admins) => {
        if (actor.workspace.id !== id) throw new Refusal('button_stale');
        const { changes, notices } = leaveWorkspace(actor, scheme, admins);
        return { changes, notices, screen: workspaceLeft(ctx, actor.workspace.name) };
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

function askLeaving(ctx: Context): Plan {
  return leaving(ctx, (actor, scheme, admins) => {
    const decision = decisionOnLeaving(actor, scheme, admins);
    return {
      screen: decision.allow
        ? leavingQuestion(ctx, actor)
        : leavingNeedsHeir(ctx, actor, scheme.declaration.keystone.holders === 'exactly_one'),
    };
  });
}

function leaving(
  ctx: Context,
  decide: (actor: Actor, scheme: CompiledScheme, admins: Found<'members.admins'>) => Outcome,
): Plan {
  return planning(() => {
    const actor = actorOf(ctx);
    const scheme = ctx.scheme(actor.workspace.scheme);
    return asks(
      {
        kind: 'members.admins',
        workspaceId: actor.workspace.id,
        ownerRole: scheme.ownerRole.key,
        leavingId: actor.person.id,
      },
      (admins) => decide(actor, scheme, admins),
    );
  });
}
