import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { publishingNotices } from './chat/notices.ts';
import { publish, publishHandlers, publishWizard } from './chat/publish.ts';

/** Publishing bots, with a second person's yes. */
export const publishing = defineFeature({
  commands: [publish],
  actions,
  handlers: publishHandlers,
  wizards: [publishWizard],
  notices: publishingNotices,
});
