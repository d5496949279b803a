import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { askTransfer } from '../../ownership/chat/actions.ts';
import { confirmLeaving, listMembers } from './actions.ts';

/** Asks before the person leaves. */
export function leavingQuestion(ctx: Context, { workspace }: Actor): Screen {
  const { t } = ctx;
  return {
    text: t.rich('leave-question', { workspace: workspace.name }),
    buttons: [
      [ctx.danger(t.text('button-leave-yes'), confirmLeaving, { workspace: workspace.id })],
      [ctx.button(t.text('button-leave-no'), goHome)],
    ],
  };
}

/** Nobody else keeps the workspace: someone must, before this person can go. */
export function leavingNeedsHeir(ctx: Context, { workspace }: Actor, byTransfer: boolean): Screen {
  const { t } = ctx;
  return {
    text: t.rich(byTransfer ? 'leave-owner' : 'leave-last-admin', { workspace: workspace.name }),
    buttons: [
      [
        byTransfer
          ? ctx.button(t.text('button-transfer'), askTransfer)
          : ctx.button(t.text('button-back-to-members'), listMembers),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}

/** The person has left. */
export function workspaceLeft(ctx: Context, workspace: string): Screen {
  return {
    text: ctx.t.rich('leave-done', { workspace }),
    buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
  };
}
