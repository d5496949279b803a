import type { Feature } from '../command.ts';
import { auditCommand, auditPageAction } from '../commands/audit.ts';
import { bindAction, bindCommand } from '../commands/bind.ts';
import { commandAction, homeAction, menuCommand } from '../commands/home.ts';
import { newCommand } from '../commands/new.ts';
import { renameCommand } from '../commands/rename.ts';
import { workspaceCommand } from '../commands/workspace.ts';
import { switchAction, workspacesCommand, workspacesPageAction } from '../commands/workspaces.ts';
import { newWizard, schemeAction } from '../wizards/new.ts';
import { renameWizard } from '../wizards/rename.ts';

/** The chat of workspaces: home, making them, moving between them, and what happened in them. */
export const workspaces: Feature = {
  commands: [
    menuCommand,
    newCommand,
    workspacesCommand,
    workspaceCommand,
    renameCommand,
    bindCommand,
    auditCommand,
  ],
  actions: [
    homeAction,
    commandAction,
    schemeAction,
    switchAction,
    workspacesPageAction,
    bindAction,
    auditPageAction,
  ],
  wizards: [newWizard, renameWizard],
};
