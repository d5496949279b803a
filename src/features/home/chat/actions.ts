import { defineAction } from '../../../chat/actions/action.ts';
import { oneOf } from '../../../chat/actions/argument-kinds.ts';
import { GROUP_NAMES } from '../groups.ts';

/** Shows the buttons of a group of commands. */
export const openGroup = defineAction('hg', { group: oneOf(...GROUP_NAMES) });

/** Tells the commands of a group, a line each. */
export const helpOnGroup = defineAction('hl', { group: oneOf(...GROUP_NAMES) });
