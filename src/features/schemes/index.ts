import type { Feature } from '../../chat/feature.ts';
import { why, whyButtons } from '../why/chat/why.ts';
import { schemeButtons, schemeCommand } from './chat/scheme.ts';
import { draftButtons } from './chat/scheme-edit.ts';
import { ruleButtons } from './chat/scheme-rules.ts';
import { saveButtons } from './chat/scheme-save.ts';
import { switchButtons } from './chat/scheme-switch.ts';
import { schemeWizard, titleButtons } from './chat/scheme-wizard.ts';

/** The chat of a workspace's roles and rules: drafts, switching, versions, and why they decide as they do. */
export const schemes: Feature = {
  commands: [schemeCommand, why],
  actions: [
    ...schemeButtons,
    ...draftButtons,
    ...ruleButtons,
    ...titleButtons,
    ...saveButtons,
    ...switchButtons,
    ...whyButtons,
  ],
  wizards: [schemeWizard],
};
