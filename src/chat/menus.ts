import { LANGUAGES } from '../domain/state.ts';
import type { CommandDirectory } from './context.ts';
import type { Translators } from './i18n.ts';
import type { CommandMenu } from './messenger.ts';

/** Who has no menu in a language of ours reads this one. */
const FOR_EVERYONE_ELSE = 'en';

/** The command lists that messengers show beside the input field: a list for each language and kind of chat. */
export function commandMenus(
  commands: Pick<CommandDirectory, 'all'>,
  translators: Translators,
): CommandMenu[] {
  return [null, ...LANGUAGES].flatMap((language) =>
    (['private', 'group'] as const).map((scope): CommandMenu => {
      const t = translators(language ?? FOR_EVERYONE_ELSE, 'UTC');
      const listed = commands.all
        .filter(({ where }) => where === 'both' || where === scope)
        .map(({ name }) => ({ name, description: t.text(`command-${name}`) }));
      return { scope, language, commands: listed };
    }),
  );
}
