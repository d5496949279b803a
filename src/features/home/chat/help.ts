import { type Act, decided } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { Screen } from '../../../chat/reply.ts';
import { commandHelpScreen, helpScreen } from './help-screen.ts';

/** `/help [command]`: what one may do, or how one command is written. A dialogue in the middle goes on after it. */
export const helpCommand: Command = {
  name: 'help',
  where: 'both',
  needs: null,
  keepsDialogue: true,
  run: (act, line, registry) =>
    decided(() => {
      const screen = helpOn(act, registry, line.text.replace(/^\//, '').trim());
      if (!act.wizard) return { screen };
      return { screen: { ...screen, text: [...screen.text, '\n\n', ...act.t.rich('dialogue-waits')] } };
    }),
};

function helpOn(act: Act, registry: Registry, typed: string): Screen {
  if (typed === '') return helpScreen(act, registry);
  const command = registry.alias(typed, act.t.language);
  if (command) return commandHelpScreen(act, command);
  const near = registry.nearest(typed);
  const screen = near ? commandHelpScreen(act, near) : helpScreen(act, registry);
  return { ...screen, text: [...act.t.rich('help-unknown', { typed }), '\n\n', ...screen.text] };
}
