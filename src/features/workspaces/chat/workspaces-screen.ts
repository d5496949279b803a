import type { Act } from '../../../chat/act.ts';
import { commandButtons } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { JoinedWorkspace, WorkspacePage } from '../queries.ts';

/** The workspaces of a person; a press opens one. */
export function workspacesScreen(act: Act, registry: Registry, found: WorkspacePage): Screen {
  const { t } = act;
  const { page } = found;
  const ways = [...commandButtons(act, registry, ['new']), act.button(t.text('button-home'), 'hm')];
  if (page.length === 0) return { text: t.rich('workspaces-none'), buttons: [ways] };
  return {
    text: [
      ...t.rich('workspaces'),
      '\n',
      ...page.flatMap((joined): RichText => ['\n', ...line(act, joined)]),
    ],
    buttons: [
      ...page.map(({ workspace }) => [
        act.button(
          t.text(isActive(act, workspace) ? 'workspaces-button-active' : 'workspaces-button', {
            workspace: workspace.name,
          }),
          'ws',
          workspace.id,
        ),
      ]),
      ...turning(act, found),
      ways,
    ],
  };
}

function line(act: Act, { workspace, membership }: JoinedWorkspace): RichText {
  return act.t.rich(isActive(act, workspace) ? 'workspaces-line-active' : 'workspaces-line', {
    workspace: workspace.name,
    roles: heldRoles(act.t, workspace.scheme, membership, act.now),
  });
}

function isActive(act: Act, workspace: { readonly id: string }): boolean {
  return act.workspace?.id === workspace.id;
}

/** Buttons that turn the pages, named by the workspaces at their edges. */
function turning(act: Act, { page, hasPrevious, hasNext }: WorkspacePage): Button[][] {
  const first = page[0]?.workspace.id ?? '';
  const last = page.at(-1)?.workspace.id ?? '';
  const buttons = [
    ...(hasPrevious ? [act.button(act.t.text('button-previous-page'), 'wl', 'before', first)] : []),
    ...(hasNext ? [act.button(act.t.text('button-next-page'), 'wl', 'after', last)] : []),
  ];
  return buttons.length === 0 ? [] : [buttons];
}
