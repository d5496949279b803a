import type { Command } from '../../../chat/command.ts';
import { decided, reopening } from '../../../chat/plan.ts';
import { splitScheme } from '../../schemes/chat/offered-schemes.ts';
import { askName } from './new-screen.ts';
import { create, nameGiven } from './new-wizard.ts';

/** `/new [name [scheme]]`: a new workspace; asks for what is missing. */
export const newCommand: Command = {
  name: 'new',
  where: 'private',
  needs: null,
  run(ctx, line) {
    if (line.text === '') return decided(() => ({ screen: askName(ctx), wizard: { name: 'new', data: {} } }));
    const { name, scheme } = splitScheme(ctx, line.text);
    const { buttons } = askName(ctx);
    const plan = scheme ? create(ctx, name, scheme) : nameGiven(ctx, name);
    return reopening(plan, { codes: ['workspace_name'], wizard: { name: 'new', data: {} }, buttons });
  },
};
