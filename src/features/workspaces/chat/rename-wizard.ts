import { z } from 'zod';
import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { WizardKind } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { commandButtons } from '../../../chat/parts/buttons.ts';
import { decided, type Outcome, type Wizard } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { renameWorkspace } from '../rename.ts';

const stored = z.object({ workspaceId: z.string() });

/** Asks for a new name of the active workspace. */
export function askNewName(ctx: Context): { readonly screen: Screen; readonly wizard: Wizard } {
  const { workspace } = actorOf(ctx);
  return {
    screen: {
      text: ctx.t.rich('rename-ask', { workspace: workspace.name }),
      buttons: [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]],
    },
    wizard: { name: 'rename', data: { workspaceId: workspace.id } },
  };
}

/** Renames the active workspace to what was typed. */
export function rename(ctx: Context, typed: string): Outcome {
  const actor = actorOf(ctx);
  const renamed = renameWorkspace(actor, ctx.scheme(actor.workspace.scheme), typed, ctx.now);
  return {
    changes: renamed.changes,
    screen: {
      text: ctx.t.rich('rename-done', { from: actor.workspace.name, to: renamed.name }),
      buttons: [[...commandButtons(ctx, ['workspace']), ctx.button(ctx.t.text('button-home'), goHome)]],
    },
    wizard: null,
  };
}

/** The next message is the name, as long as the same workspace is still the active one. */
export const renameWizard: WizardKind = {
  name: 'rename',
  reads: () => 'text',
  answer: (ctx, data, answer, _line) =>
    decided(() => {
      const asked = stored.safeParse(data);
      if (!asked.success || asked.data.workspaceId !== ctx.workspace?.id)
        return {
          screen: {
            text: ctx.t.rich('rename-elsewhere'),
            buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
          },
          wizard: null,
        };
      return answer.kind === 'message' ? rename(ctx, answer.text) : askNewName(ctx);
    }),
};
