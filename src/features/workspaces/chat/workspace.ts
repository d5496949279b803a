import { actorOf, asks, planning } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import { workspaceScreen } from './workspace-screen.ts';

/** `/workspace`: the card of the active workspace. */
export const workspaceCommand: Command = {
  name: 'workspace',
  where: 'both',
  needs: null,
  run: (act, _line, registry) =>
    planning(() => {
      const { workspace, membership } = actorOf(act);
      return asks({ kind: 'workspaces.card', workspaceId: workspace.id }, ({ members }) => ({
        screen: workspaceScreen(act, registry, workspace, membership, members),
      }));
    }),
};
