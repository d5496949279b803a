import type { Feature } from '../../chat/feature.ts';
import { auditCommand, auditPageAction } from '../audit/chat/audit.ts';
import { commandAction, homeAction, menuCommand } from '../home/chat/home.ts';
import { bindAction, bindCommand } from './chat/bind.ts';
import { newCommand } from './chat/new.ts';
import { newWizard, schemeAction } from './chat/new-wizard.ts';
import { renameCommand } from './chat/rename.ts';
import { renameWizard } from './chat/rename-wizard.ts';
import { workspaceCommand } from './chat/workspace.ts';
import { switchAction, workspacesCommand, workspacesPageAction } from './chat/workspaces.ts';

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
