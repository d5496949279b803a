import { defineAction } from '../../../chat/actions/action.ts';
import { initialOf, oneOf, optional, text, uuid } from '../../../chat/actions/argument-kinds.ts';

/** A page of a kind: of all, or inside one resource; after a resource. */
const page = { within: optional(uuid), after: optional(uuid) };
export const listProjects = defineAction('pp', page);
export const listBots = defineAction('pb', page);
export const listChannels = defineAction('pc', page);

const kind = initialOf('project', 'bot', 'channel');
const one = { kind, id: uuid };

export const openResource = defineAction('po', one);
export const addResource = defineAction('pn', { kind, within: optional(uuid) });
export const askNewName = defineAction('pr', one);
export const askWhereTo = defineAction('pm', one);
/** Moves a bot or a channel; without a place, out of its project. */
export const moveBot = defineAction('pt', { id: uuid, to: optional(uuid) });
export const moveChannel = defineAction('pu', { id: uuid, to: optional(uuid) });
export const askDeletingResource = defineAction('pd', one);
export const confirmDeletingResource = defineAction('py', one);

export const connectMessenger = defineAction('cm', {
  bot: uuid,
  messenger: oneOf('telegram', 'vk', 'viber'),
});
export const unmaskColumn = defineAction('ku', { table: text, column: text });
