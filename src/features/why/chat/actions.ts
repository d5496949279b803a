import { defineAction } from '../../../chat/actions/action.ts';
import { text } from '../../../chat/actions/argument-kinds.ts';

/** The rights to the kind of resource that this right is one to; rights stand by their numbers. */
export const chooseWhyRight = defineAction('ya', { right: text });
export const explainRight = defineAction('yr', { right: text });
/** The kinds of resources again. */
export const chooseWhyResource = defineAction('yt', {});
