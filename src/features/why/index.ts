import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { why as whyCommand, whyHandlers } from './chat/why.ts';

/** Why the rules decide as they do. */
export const why = defineFeature({
  commands: [whyCommand],
  actions,
  handlers: whyHandlers,
  wizards: [],
  notices: {},
});
