import { goHome, switchWorkspace } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButtons } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { JoinedWorkspace, WorkspacePage } from '../queries.ts';
import { turnWorkspaces } from './actions.ts';

/** The workspaces of a person; a press opens one. */
export function workspacesScreen(ctx: Context, found: WorkspacePage): Screen {
  const { t } = ctx;
  const { page } = found;
  const ways = [...commandButtons(ctx, ['new']), ctx.button(t.text('button-home'), goHome)];
  if (page.length === 0) return { text: t.rich('workspaces-none'), buttons: [ways] };
  return {
    text: [
      ...t.rich('workspaces'),
      '\n',
      ...page.flatMap((joined): RichText => ['\n', ...line(ctx, joined)]),
    ],
    buttons: [
      ...page.map(({ workspace }) => [
        ctx.button(
          t.text(isActive(ctx, workspace) ? 'workspaces-button-active' : 'workspaces-button', {
            workspace: workspace.name,
          }),
          switchWorkspace,
          { workspace: workspace.id },
        ),
      ]),
      ...turning(ctx, found),
      ways,
    ],
  };
}

function line(ctx: Context, { workspace, membership }: JoinedWorkspace): RichText {
  return ctx.t.rich(isActive(ctx, workspace) ? 'workspaces-line-active' : 'workspaces-line', {
    workspace: workspace.name,
    roles: heldRoles(ctx.t, workspace.scheme, membership, ctx.now),
  });
}

function isActive(ctx: Context, workspace: { readonly id: string }): boolean {
  return ctx.workspace?.id === workspace.id;
}

/** Buttons that turn the pages, named by the workspaces at their edges. */
function turning(ctx: Context, { page, hasPrevious, hasNext }: WorkspacePage): Button[][] {
  const first = page[0]?.workspace.id ?? '';
  const last = page.at(-1)?.workspace.id ?? '';
  const buttons = [
    ...(hasPrevious
      ? [ctx.button(ctx.t.text('button-previous-page'), turnWorkspaces, { direction: 'before', at: first })]
      : []),
    ...(hasNext
      ? [ctx.button(ctx.t.text('button-next-page'), turnWorkspaces, { direction: 'after', at: last })]
      : []),
  ];
  return buttons.length === 0 ? [] : [buttons];
}
