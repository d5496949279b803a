import { FALLBACK_LANGUAGE } from '../domain/state.ts';
import type { CommandDirectory } from './context.ts';
import type { Translators } from './i18n.ts';
import type { CommandMenu } from './messenger.ts';

/**
 * The command lists that messengers show beside the input field: a list for each language and kind of chat, and one for
 * people whose messenger speaks none of the languages. Only commands that `inMenu` names are listed.
 */
export function commandMenus(
  commands: Pick<CommandDirectory, 'all'>,
  translators: Translators,
  inMenu: (name: string) => boolean = () => true,
): CommandMenu[] {
  return [null, ...translators.languages].flatMap((language) =>
    (['private', 'group'] as const).map((scope): CommandMenu => {
      const t = translators(language ?? FALLBACK_LANGUAGE, 'UTC');
      const listed = commands.all
        .filter(({ name, where }) => inMenu(name) && (where === 'both' || where === scope))
        .map(({ name }) => ({ name, description: t.text(`command-${name}`) }));
      return { scope, language, commands: listed };
    }),
  );
}
