import { authorize } from '../../workspace/authorize.ts';
import { actorOf, decided } from '../act.ts';
import type { Command } from '../command.ts';
import { askNewName, rename } from '../wizards/rename.ts';

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
