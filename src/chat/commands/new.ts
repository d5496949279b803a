import { decided } from '../act.ts';
import type { Command } from '../command.ts';
import { splitScheme } from '../offered-schemes.ts';
import { askName } from '../screens/new.ts';
import { create, nameGiven } from '../wizards/new.ts';

/** `/new [name [scheme]]`: a new workspace; asks for what is missing. */
export const newCommand: Command = {
  name: 'new',
  where: 'private',
  needs: null,
  run(act, line, registry) {
    if (line.text === '') return decided(() => ({ screen: askName(act), wizard: { name: 'new', data: {} } }));
    const { name, scheme } = splitScheme(act, line.text);
    return scheme ? create(act, name, scheme, registry) : nameGiven(act, name);
  },
};
