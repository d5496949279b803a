import type { Act } from '../../../chat/act.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';

/** Asks before the person leaves. */
export function leavingQuestion(act: Act, { workspace }: Actor): Screen {
  const { t } = act;
  return {
    text: t.rich('leave-question', { workspace: workspace.name }),
    buttons: [
      [act.danger(t.text('button-leave-yes'), 'mf', workspace.id)],
      [act.button(t.text('button-leave-no'), 'hm')],
    ],
  };
}

/** Nobody else keeps the workspace: somebody must, before this person can go. */
export function leavingNeedsHeir(act: Act, { workspace }: Actor, byTransfer: boolean): Screen {
  const { t } = act;
  return {
    text: t.rich(byTransfer ? 'leave-owner' : 'leave-last-keeper', { workspace: workspace.name }),
    buttons: [
      [
        byTransfer
          ? act.button(t.text('button-transfer'), 'tp')
          : act.button(t.text('button-back-to-members'), 'ml'),
        act.button(t.text('button-home'), 'hm'),
      ],
    ],
  };
}

/** The person has left. */
export function workspaceLeft(act: Act, workspace: string): Screen {
  return {
    text: act.t.rich('leave-done', { workspace }),
    buttons: [[act.button(act.t.text('button-home'), 'hm')]],
  };
}
