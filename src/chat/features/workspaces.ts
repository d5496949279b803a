import type { Feature } from '../command.ts';
import { cancelAction, cancelCommand } from '../commands/cancel.ts';
import { commandAction, homeAction, menuCommand } from '../commands/home.ts';
import { newCommand } from '../commands/new.ts';
import { newWizard, schemeAction } from '../wizards/new.ts';

/** The chat of workspaces, home and everything about oneself. */
export const workspaces: Feature = {
  commands: [menuCommand, newCommand, cancelCommand],
  actions: [homeAction, commandAction, schemeAction, cancelAction],
  wizards: [newWizard],
};
