import type { Feature } from '../command.ts';
import { schemeButtons, schemeCommand } from '../commands/scheme.ts';
import { draftButtons } from '../commands/scheme-edit.ts';
import { ruleButtons } from '../commands/scheme-rules.ts';
import { saveButtons } from '../commands/scheme-save.ts';
import { switchButtons } from '../commands/scheme-switch.ts';
import { why, whyButtons } from '../commands/why.ts';
import { schemeWizard, titleButtons } from '../wizards/scheme.ts';

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
