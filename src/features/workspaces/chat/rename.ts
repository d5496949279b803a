import type { Command } from '../../../chat/command.ts';
import { actorOf } from '../../../chat/context.ts';
import { decided, planning, reopening } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { askNewName, rename } from './rename-wizard.ts';

/** `/rename [name]`: another name for the active workspace. */
export const renameCommand: Command = {
  name: 'rename',
  where: 'both',
  needs: 'workspace.rename',
  run: (ctx, line) =>
    planning(() => {
      const actor = actorOf(ctx);
      authorize(actor, ctx.scheme(actor.workspace.scheme), 'workspace.rename', ctx.now);
      const { screen, wizard } = askNewName(ctx);
      if (line.text === '') return decided(() => ({ screen, wizard }));
      return reopening(
        decided(() => rename(ctx, line.text)),
        { codes: ['workspace_name'], wizard, buttons: screen.buttons },
      );
    }),
};
