import { decided } from '../act.ts';
import type { Command } from '../command.ts';
import type { Registry } from '../registry.ts';
import { commandHelpScreen, helpScreen } from '../screens/help.ts';

/** `/help [command]`: what one may do, or how one command is written. */
export const helpCommand: Command = {
  name: 'help',
  aliases: { en: [], ru: ['помощь', 'справка', 'команды'], uk: ['допомога', 'довідка', 'команди'] },
  where: 'both',
  needs: null,
  run: (act, line, registry) =>
    decided(() => {
      const command = commandNamed(registry, line.text);
      return { screen: command ? commandHelpScreen(act, command) : helpScreen(act, registry) };
    }),
};

function commandNamed(registry: Registry, typed: string): Command | null {
  const word = typed.replace(/^\//, '').trim();
  return word === '' ? null : (registry.alias(word) ?? registry.nearest(word));
}
