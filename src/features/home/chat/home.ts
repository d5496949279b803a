import type * as coreActions from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import { afresh } from '../../../chat/run-command.ts';
import type { Query } from '../../../domain/queries.ts';
import type * as actions from './actions.ts';
import { groupHelpScreen } from './help-screen.ts';
import { groupOfCommands, groupScreen, homeScreen, welcomeScreen } from './home-screen.ts';

/** Shows home. In a group nobody's own invitations and workspaces are shown. */
export function home(ctx: Context): Plan {
  const { workspace, membership, update } = ctx;
  if (workspace && membership) return decided(() => ({ screen: homeScreen(ctx, workspace, membership) }));
  if (update.chat.kind === 'group') return decided(() => ({ screen: groupScreen(ctx) }));
  return asks(welcomeQuery(ctx), (found) => ({ screen: welcomeScreen(ctx, found) }));
}

/** Shows the invitations that wait for the person, greets who writes for the first time, and says the rest otherwise. */
export function orWhatWaits(ctx: Context, otherwise: () => Outcome): Plan {
  return asks(welcomeQuery(ctx), (found) => {
    if (found.invitations.length > 0) return { screen: welcomeScreen(ctx, found), waits: true };
    return ctx.isNew ? { screen: welcomeScreen(ctx, found) } : otherwise();
  });
}

function welcomeQuery({ person, update, now }: Context): Query<'workspaces.welcome'> {
  return {
    kind: 'workspaces.welcome',
    personId: person.id,
    messenger: update.messenger,
    accountId: update.sender.accountId,
    username: update.sender.username,
    now,
  };
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
