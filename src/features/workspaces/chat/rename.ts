import { actorOf, decided } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { askNewName, rename } from './rename-wizard.ts';

/** `/rename [name]`: another name for the active workspace. */
export const renameCommand: Command = {
  name: 'rename',
  where: 'both',
  needs: 'workspace.rename',
  run: (act, line, registry) =>
    decided(() => {
      if (line.text !== '') return rename(act, registry, line.text);
      const actor = actorOf(act);
      authorize(actor, act.scheme(actor.workspace.scheme), 'workspace.rename', act.now);
      return askNewName(act);
    }),
};
