import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
import { schemeTitle } from '../../schemes/chat/offered-schemes.ts';

const COMMANDS = [
  'rename',
  'members',
  'invites',
  'roles',
  'scheme',
  'audit',
  'keys',
  'transfer',
  'leave',
  'workspaces',
];

/** The card of the active workspace. Who may not see workspaces (a guest) reads its name and their role. */
export function workspaceScreen(
  ctx: Context,
  workspace: WorkspaceState,
  membership: MembershipState,
  members: number,
): Screen {
  const { t } = ctx;
  const values = {
    workspace: workspace.name,
    roles: heldRoles(t, workspace.scheme, membership, ctx.now),
    scheme: { composed: schemeTitle(t, workspace.scheme) },
  };
  const text = mayUse(ctx, 'workspace.view')
    ? t.rich('workspace-card', { ...values, members })
    : t.rich('workspace-card-bare', values);
  return {
    text,
    buttons: [...inPairs(commandButtons(ctx, COMMANDS)), [ctx.button(t.text('button-home'), goHome)]],
  };
}
