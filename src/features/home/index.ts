import { cancelDialogue, goHome, runNamed } from '../../chat/actions/core-actions.ts';
import { defineFeature } from '../../chat/feature.ts';
import { helpOnGroup, openGroup } from './chat/actions.ts';
import { cancelCommand, cancelHandlers } from './chat/cancel.ts';
import { helpCommand } from './chat/help.ts';
import { homeHandlers, menuCommand } from './chat/home.ts';

/** The way in and out: home, help, cancelling. */
export const home = defineFeature({
  commands: [menuCommand, helpCommand, cancelCommand],
  actions: { goHome, runNamed, cancelDialogue, openGroup, helpOnGroup },
  handlers: { ...homeHandlers, ...cancelHandlers },
  wizards: [],
  notices: {},
});
