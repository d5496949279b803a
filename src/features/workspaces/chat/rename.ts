import type { Command } from '../../../chat/command.ts';
import { actorOf } from '../../../chat/context.ts';
import { decided } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { askNewName, rename } from './rename-wizard.ts';

/** `/rename [name]`: another name for the active workspace. */
export const renameCommand: Command = {
  name: 'rename',
  where: 'both',
  needs: 'workspace.rename',
  run: (ctx, line) =>
    decided(() => {
      if (line.text !== '') return rename(ctx, line.text);
      const actor = actorOf(ctx);
      authorize(actor, ctx.scheme(actor.workspace.scheme), 'workspace.rename', ctx.now);
      return askNewName(ctx);
    }),
};
