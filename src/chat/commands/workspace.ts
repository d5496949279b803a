import { actorOf, asks, planning } from '../act.ts';
import type { Command } from '../command.ts';
import { workspaceScreen } from '../screens/workspace.ts';

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
