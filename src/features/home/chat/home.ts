import type * as coreActions from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Plan } from '../../../chat/plan.ts';
import { afresh } from '../../../chat/run-command.ts';
import type * as actions from './actions.ts';
import { groupHelpScreen } from './help-screen.ts';
import { groupOfCommands, groupScreen, homeScreen, welcomeScreen } from './home-screen.ts';

/** Shows home. In a group nobody's own invitations and workspaces are shown. */
export function home(ctx: Context): Plan {
  const { workspace, membership, update, person } = ctx;
  if (workspace && membership) return decided(() => ({ screen: homeScreen(ctx, workspace, membership) }));
  if (update.chat.kind === 'group') return decided(() => ({ screen: groupScreen(ctx) }));
  return asks(
    {
      kind: 'workspaces.welcome',
      personId: person.id,
      messenger: update.messenger,
      accountId: update.sender.accountId,
      username: update.sender.username,
      now: ctx.now,
    },
    (found) => ({ screen: welcomeScreen(ctx, found) }),
  );
}

/** `/menu`: home. */
export const menuCommand: Command = {
  name: 'menu',
  where: 'both',
  needs: null,
  run: home,
};

/** Home, and commands by a button. */
export const homeHandlers = {
  // The next words are commands again.
  goHome: (ctx) => afresh(ctx, home(ctx)),
  runNamed(ctx, { command: name }) {
    const command = ctx.commands.named(name);
    return command ? ctx.commands.run(ctx, command, EMPTY_LINE) : home(ctx);
  },
  openGroup: (ctx, { group }) => decided(() => ({ screen: groupOfCommands(ctx, group) })),
  helpOnGroup: (ctx, { group }) => decided(() => ({ screen: groupHelpScreen(ctx, group) })),
} satisfies Partial<Handlers<typeof coreActions>> & Handlers<typeof actions>;

const EMPTY_LINE: CommandLine = { text: '', words: [], replyTo: null };
