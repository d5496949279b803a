import { defineFeature } from '../../chat/feature.ts';
import { forgetCommand, forgetWizard } from './chat/forgetme.ts';
import { mydataCommand } from './chat/mydata.ts';

/** What is known of a person: a copy of it, and its deletion. */
export const privacy = defineFeature({
  commands: [mydataCommand, forgetCommand],
  actions: {},
  handlers: {},
  wizards: [forgetWizard],
  notices: {},
});
