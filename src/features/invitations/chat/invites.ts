import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import type * as actions from './actions.ts';
import { invitationListScreen } from './invitation-list.ts';

/** Invitations on one page. */
const PAGE = 10;

/** `/invites`: who was invited, how far it got and how much time is left. */
export const invites: Command = {
  name: 'invites',
  where: 'both',
  needs: 'invitation.view',
  run: (ctx) => listPage(ctx, null, 'older'),
};

/** Turns the pages of the list. */
export const invitesHandlers = {
  listOlderInvitations: (ctx, { from }) => listPage(ctx, from ?? null, 'older'),

  listNewerInvitations: (ctx, { from }) => listPage(ctx, from ?? null, 'newer'),
} satisfies Partial<Handlers<typeof actions>>;

function listPage(ctx: Context, from: string | null, direction: 'older' | 'newer'): Plan {
  return planning(() => {
    const actor = actorOf(ctx);
    const scheme = ctx.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'invitation.view', ctx.now);
    return asks(
      { kind: 'invitation.page', workspaceId: actor.workspace.id, from, direction, limit: PAGE },
      (page) => ({ screen: invitationListScreen(ctx, actor, page, mayUse(ctx, 'invitation.create')) }),
    );
  });
}
