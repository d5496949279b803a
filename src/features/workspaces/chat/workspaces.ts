import { type Act, asks, decided, type Plan } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import type { Registry } from '../../../chat/registry.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { groupScreen, homeScreen } from '../../home/chat/home-screen.ts';
import { workspacesScreen } from './workspaces-screen.ts';

const PAGE = 10;

/** `/workspaces`: those one is in. A group shows only its own. */
export const workspacesCommand: Command = {
  name: 'workspaces',
  where: 'both',
  needs: null,
  run(act, _line, registry) {
    if (act.update.chat.kind === 'private') return list(act, registry, null, 'after');
    return decided(() => {
      const { workspace } = act;
      if (!workspace) return { screen: groupScreen(act, registry) };
      return {
        screen: {
          text: act.t.rich('workspaces-group', { workspace: workspace.name }),
          buttons: [[act.button(act.t.text('button-home'), 'hm')]],
        },
      };
    });
  },
};

/** Another page of the list. */
export const workspacesPageAction: Action = {
  verb: 'wl',
  run: (act, [direction, at = null], registry) =>
    list(act, registry, at, direction === 'before' ? 'before' : 'after'),
};

function list(act: Act, registry: Registry, at: string | null, direction: 'after' | 'before'): Plan {
  return asks({ kind: 'workspaces.mine', personId: act.person.id, at, direction, limit: PAGE }, (found) => ({
    screen: workspacesScreen(act, registry, found),
  }));
}

/** Makes a workspace the active one of this account. */
export const switchAction: Action = {
  verb: 'ws',
  run(act, [workspaceId = ''], registry) {
    return asks({ kind: 'workspaces.one', personId: act.person.id, workspaceId }, (joined) => {
      if (!joined) throw new Refusal('workspace_not_found');
      if (act.update.chat.kind === 'group') throw new Refusal('private_only');
      const { workspace, membership } = joined;
      const { messenger, sender } = act.update;
      const isActive = act.workspace?.id === workspace.id;
      return {
        changes: isActive
          ? []
          : [{ kind: 'account.activated', messenger, accountId: sender.accountId, workspaceId }],
        screen: homeScreen(act, registry, workspace, membership),
        toast: { text: act.t.text('workspaces-switched', { workspace: workspace.name }) },
      };
    });
  },
};
