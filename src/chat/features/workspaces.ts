import type { Feature } from '../command.ts';
import { auditCommand, auditPageAction } from '../commands/audit.ts';
import { bindAction, bindCommand } from '../commands/bind.ts';
import { cancelAction, cancelCommand } from '../commands/cancel.ts';
import { helpCommand } from '../commands/help.ts';
import { commandAction, homeAction, menuCommand } from '../commands/home.ts';
import { languageAction, languageCommand } from '../commands/language.ts';
import { meCommand } from '../commands/me.ts';
import { newCommand } from '../commands/new.ts';
import { renameCommand } from '../commands/rename.ts';
import { workspaceCommand } from '../commands/workspace.ts';
import { switchAction, workspacesCommand, workspacesPageAction } from '../commands/workspaces.ts';
import { newWizard, schemeAction } from '../wizards/new.ts';
import { renameWizard } from '../wizards/rename.ts';

/** The chat of workspaces, home and everything about oneself. */
export const workspaces: Feature = {
  commands: [
    menuCommand,
    newCommand,
    workspacesCommand,
    workspaceCommand,
    renameCommand,
    bindCommand,
    auditCommand,
    languageCommand,
    meCommand,
    helpCommand,
    cancelCommand,
  ],
  actions: [
    homeAction,
    commandAction,
    schemeAction,
    switchAction,
    workspacesPageAction,
    bindAction,
    languageAction,
    auditPageAction,
    cancelAction,
  ],
  wizards: [newWizard, renameWizard],
};
