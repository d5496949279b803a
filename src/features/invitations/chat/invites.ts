import { type Act, actorOf, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { authorize } from '../../../domain/authorize.ts';
import { invitationListScreen } from './invitation-list.ts';

/** Invitations on one page. */
const PAGE = 10;

/** `/invites`: who was invited, how far it got and how much time is left. */
export const invites: Command = {
  name: 'invites',
  where: 'both',
  needs: 'invitation.view',
  run: (act) => listPage(act, null, 'older'),
};

/** Turns the pages of the list. */
export const invitationPages: readonly Action[] = [
  { verb: 'il', run: (act, [from]) => listPage(act, from ?? null, 'older') },
  { verb: 'ip', run: (act, [from]) => listPage(act, from ?? null, 'newer') },
];

function listPage(act: Act, from: string | null, direction: 'older' | 'newer'): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'invitation.view', act.now);
    return asks(
      { kind: 'invitation.page', workspaceId: actor.workspace.id, from, direction, limit: PAGE },
      (page) => ({ screen: invitationListScreen(act, actor, page, mayUse(act, 'invitation.create')) }),
    );
  });
}
