import type { Command } from '../../../chat/command.ts';
import { actorOf } from '../../../chat/context.ts';
import { asks, planning } from '../../../chat/plan.ts';
import { workspaceScreen } from './workspace-screen.ts';

/** `/workspace`: the card of the active workspace. */
export const workspaceCommand: Command = {
  name: 'workspace',
  where: 'both',
  needs: 'membership',
  run: (ctx, _line) =>
    planning(() => {
      const { workspace, membership } = actorOf(ctx);
      return asks({ kind: 'workspaces.card', workspaceId: workspace.id }, ({ members }) => ({
        screen: workspaceScreen(ctx, workspace, membership, members),
      }));
    }),
};
