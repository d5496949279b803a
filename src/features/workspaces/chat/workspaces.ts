import type * as coreActions from '../../../chat/actions/core-actions.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Plan } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { groupScreen, homeScreen } from '../../home/chat/home-screen.ts';
import type * as actions from './actions.ts';
import { workspacesScreen } from './workspaces-screen.ts';

const PAGE = 10;

/** `/workspaces`: those one is in. A group shows only its own. */
export const workspacesCommand: Command = {
  name: 'workspaces',
  where: 'both',
  needs: null,
  run(ctx, _line) {
    if (ctx.update.chat.kind === 'private') return list(ctx, null, 'after');
    return decided(() => {
      const { workspace } = ctx;
      if (!workspace) return { screen: groupScreen(ctx) };
      return {
        screen: {
          text: ctx.t.rich('workspaces-group', { workspace: workspace.name }),
          buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
        },
      };
    });
  },
};

/** Moving between one's workspaces, by buttons. */
export const workspacesHandlers = {
  /** Another page of the list. */
  turnWorkspaces: (ctx, { direction, at }) => list(ctx, at, direction === 'before' ? 'before' : 'after'),
  /** Makes a workspace the active one of this account. */
  switchWorkspace(ctx, { workspace: workspaceId }) {
    return asks({ kind: 'workspaces.one', personId: ctx.person.id, workspaceId }, (joined) => {
      if (!joined) throw new Refusal('workspace_not_found');
      if (ctx.update.chat.kind === 'group') throw new Refusal('private_only');
      const { workspace, membership } = joined;
      const { messenger, sender } = ctx.update;
      const isActive = ctx.workspace?.id === workspace.id;
      return {
        changes: isActive
          ? []
          : [{ kind: 'account.activated', messenger, accountId: sender.accountId, workspaceId }],
        screen: homeScreen(ctx, workspace, membership),
        toast: { text: ctx.t.text('workspaces-switched', { workspace: workspace.name }) },
      };
    });
  },
} satisfies Partial<Handlers<typeof actions & typeof coreActions>>;

function list(ctx: Context, at: string | null, direction: 'after' | 'before'): Plan {
  return asks({ kind: 'workspaces.mine', personId: ctx.person.id, at, direction, limit: PAGE }, (found) => ({
    screen: workspacesScreen(ctx, found),
  }));
}
