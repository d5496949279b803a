import { switchWorkspace } from '../../chat/actions/core-actions.ts';
import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { bindCommand, bindHandlers } from './chat/bind.ts';
import { newCommand } from './chat/new.ts';
import { newWizard, newWizardHandlers } from './chat/new-wizard.ts';
import { renameCommand } from './chat/rename.ts';
import { renameWizard } from './chat/rename-wizard.ts';
import { workspaceCommand } from './chat/workspace.ts';
import { workspacesCommand, workspacesHandlers } from './chat/workspaces.ts';

/** Workspaces: making them, moving between them, naming them and binding groups to them. */
export const workspaces = defineFeature({
  commands: [newCommand, workspacesCommand, workspaceCommand, renameCommand, bindCommand],
  actions: { ...actions, switchWorkspace },
  handlers: { ...newWizardHandlers, ...workspacesHandlers, ...bindHandlers },
  wizards: [newWizard, renameWizard],
  notices: {},
});
