import type { MembershipState, WorkspaceState } from '../../workspace/state.ts';
import type { Act } from '../act.ts';
import { mayUse } from '../may-run.ts';
import { schemeTitle } from '../offered-schemes.ts';
import type { Registry } from '../registry.ts';
import type { Screen } from '../reply.ts';
import { heldRoles } from '../role-titles.ts';
import { commandButtons, inPairs } from './buttons.ts';

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
  act: Act,
  registry: Registry,
  workspace: WorkspaceState,
  membership: MembershipState,
  members: number,
): Screen {
  const { t } = act;
  const values = {
    workspace: workspace.name,
    roles: heldRoles(t, workspace.scheme, membership, act.now),
    scheme: { composed: schemeTitle(t, workspace.scheme) },
  };
  const text = mayUse(act, 'workspace.view')
    ? t.rich('workspace-card', { ...values, members })
    : t.rich('workspace-card-bare', values);
  return {
    text,
    buttons: [...inPairs(commandButtons(act, registry, COMMANDS)), [act.button(t.text('button-home'), 'hm')]],
  };
}
