import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { decided } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { commandHelpScreen, helpScreen } from './help-screen.ts';

/** `/help [command]`: what one may do, or how one command is written. A dialogue in the middle goes on after it. */
export const helpCommand: Command = {
  name: 'help',
  where: 'both',
  needs: null,
  keepsDialogue: true,
  run: (ctx, line) =>
    decided(() => {
      const screen = helpOn(ctx, line.text.replace(/^\//, '').trim());
      if (!ctx.wizard) return { screen };
      return { screen: { ...screen, text: [...screen.text, '\n\n', ...ctx.t.rich('dialogue-waits')] } };
    }),
};

function helpOn(ctx: Context, typed: string): Screen {
  if (typed === '') return helpScreen(ctx);
  const command = ctx.commands.alias(typed, ctx.t.language);
  if (command) return commandHelpScreen(ctx, command);
  const near = ctx.commands.nearest(typed);
  const screen = near ? commandHelpScreen(ctx, near) : helpScreen(ctx);
  return { ...screen, text: [...ctx.t.rich('help-unknown', { typed }), '\n\n', ...screen.text] };
}
