import type { Language } from '../domain/state.ts';
import type { HandledAction } from './actions/handler.ts';
import type { Command, WizardKind } from './command.ts';
import type { CommandDirectory } from './context.ts';
import type { Feature } from './feature.ts';
import { plainWord, type Words } from './i18n/words.ts';
import { runCommand } from './run-command.ts';
import { nearestOf } from './typed/nearest.ts';

/** Every command, button and dialogue there is, found by name. */
export interface Registry {
  readonly commands: CommandDirectory;
  action(code: string): HandledAction | null;
  wizard(name: string): WizardKind | null;
}

/**
 * Joins the features and the words that mean their commands. Throws when two features claim one name: that is our
 * own mistake.
 *
 * @param order the commands' names as help and menus list them; those without a place follow
 * @param lists whether help and menus name a command at all
 */
export function createRegistry(
  features: readonly Feature[],
  words: Words,
  order: readonly string[] = [],
  lists: (name: string) => boolean = () => true,
): Registry {
  const commands = features.flatMap((feature) => feature.commands);
  const byName = uniqueMap(commands.map((command) => [command.name, command]));
  const byWord = new Map(
    words.languages.map((language) => [
      language,
      new Map(
        commands.flatMap((command) =>
          words
            .written(`command-${command.name}-words`, language)
            .map((word) => [plainWord(word), command] as const),
        ),
      ),
    ]),
  );
  const actions = uniqueMap(
    features.flatMap((feature) => feature.actions.map((one) => [one.action.code, one] as const)),
  );
  const wizards = uniqueMap(
    features.flatMap((feature) => feature.wizards.map((wizard) => [wizard.name, wizard] as const)),
  );
  const places = new Map(order.map((name, place) => [name, place]));
  const placeOf = ({ name }: Command): number => places.get(name) ?? order.length;
  const wordMeaning = (plain: string, language?: Language): Command | null => {
    const own = language && byWord.get(language)?.get(plain);
    const first = own ?? byName.get(plain);
    if (first) return first;
    for (const others of byWord.values()) {
      const other = others.get(plain);
      if (other) return other;
    }
    return null;
  };
  return {
    commands: {
      all: commands.filter(({ name }) => lists(name)).sort((a, b) => placeOf(a) - placeOf(b)),
      named: (name) => byName.get(name.toLowerCase()) ?? null,
      alias: (word, language) => wordMeaning(plainWord(word), language),
      nearest: (word) =>
        nearestOf(plainWord(word), [...byName, ...[...byWord.values()].flatMap((others) => [...others])]),
      run(ctx, { name }, line) {
        const command = byName.get(name);
        if (!command) throw new Error(`there is no command ${name}`);
        return runCommand(ctx, command, line);
      },
    },
    action: (code) => actions.get(code) ?? null,
    wizard: (name) => wizards.get(name) ?? null,
  };
}

function uniqueMap<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map(entries);
  if (map.size !== entries.length) throw new Error('two features claim one name');
  return map;
}
