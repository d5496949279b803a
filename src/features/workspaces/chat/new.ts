import { decided } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import { splitScheme } from '../../schemes/chat/offered-schemes.ts';
import { askName } from './new-screen.ts';
import { create, nameGiven } from './new-wizard.ts';

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
