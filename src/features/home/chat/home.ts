import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import type { Context } from '../../../chat/context.ts';
import type { Handlers } from '../../../chat/handler.ts';
import { asks, decided, type Plan } from '../../../chat/plan.ts';
import { afresh, runCommand } from '../../../chat/run-command.ts';
import type * as actions from './actions.ts';
import { groupScreen, homeScreen, welcomeScreen } from './home-screen.ts';

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
  aliases: {
    en: ['home'],
    ru: ['меню', 'главная', 'начать'],
    uk: ['головна', 'почати'],
  },
  where: 'both',
  needs: null,
  run: (ctx, _line) => home(ctx),
};

/** What the buttons do. */
export const homeHandlers = {
  /** The button that leads home, out of whatever was being asked: the next words are commands again. */
  goHome: (ctx, _args) => afresh(ctx, home(ctx)),
  /** A button that runs the command it names, as if the bare name had been written. */
  runNamed(ctx, { command: name }) {
    const command = ctx.commands.named(name);
    return command ? ctx.commands.run(ctx, command, EMPTY_LINE) : home(ctx);
  },
} satisfies Partial<Handlers<typeof actions>>;

const EMPTY_LINE: CommandLine = { text: '', words: [], replyTo: null };
