import type { Emulation } from '../emulation.ts';
import { badParameter, VkApiError } from '../errors.ts';
import type { Params } from '../params.ts';
import { FIRST_CHAT, type Person } from '../world.ts';

const MAX_USERS = 1000;

/** users.get: by numbers or by names; who VK does not know is left out. */
export function getUsers({ world }: Emulation, params: Params): unknown {
  const ids = params.list('user_ids');
  if (ids.length > MAX_USERS) throw badParameter('user_ids should be at most 1000');
  const fields = params.list('fields');
  return ids.flatMap((id) => {
    const person = /^\d+$/.test(id) ? world.person(Number(id)) : world.named(id);
    return person ? [shown(person, fields)] : [];
  });
}

/** utils.resolveScreenName: an empty list where nothing has the name. */
export function resolveScreenName({ world, group }: Emulation, params: Params): unknown {
  const name = params.text('screen_name');
  if (!name) throw badParameter('screen_name is undefined');
  const person = world.named(name);
  if (person) return { type: 'user', object_id: person.id };
  const own = [group.screenName, `club${group.id}`].includes(name.toLowerCase());
  return own ? { type: 'group', object_id: group.id, group_id: group.id } : [];
}

/** groups.getById: the token's own community when none is asked for. */
export function getGroups({ group }: Emulation, params: Params): unknown {
  const asked = params.list('group_ids').concat(params.list('group_id'));
  if (asked.some((id) => id !== String(group.id) && id !== group.screenName)) throw new VkApiError(100);
  return {
    groups: [{ id: group.id, name: group.name, screen_name: group.screenName, is_closed: 0, type: 'group' }],
    profiles: [],
  };
}

/** groups.getLongPollServer. */
export function getLongPollServer({ group, url, longPoll }: Emulation, params: Params): unknown {
  if (params.required('group_id') !== group.id) throw new VkApiError(100);
  return { server: `${url}/long-poll`, key: longPoll.key, ts: longPoll.ts };
}

/** messages.isMessagesFromGroupAllowed. */
export function isAllowed({ world }: Emulation, params: Params): unknown {
  return { is_allowed: world.person(params.required('user_id'))?.allowed ? 1 : 0 };
}

/** messages.getConversationsById. */
export function getConversations({ world }: Emulation, params: Params): unknown {
  const items = params.list('peer_ids').flatMap((id) => {
    const chat = world.chat(Number(id));
    if (!chat?.botIsIn) return [];
    const settings = chat.peerId > FIRST_CHAT ? { chat_settings: { title: chat.title } } : {};
    return [{ peer: { id: chat.peerId, type: chat.peerId > FIRST_CHAT ? 'chat' : 'user' }, ...settings }];
  });
  return { count: items.length, items };
}

function shown(person: Person, fields: readonly string[]): object {
  return {
    id: person.id,
    first_name: person.deactivated ? 'DELETED' : person.firstName,
    last_name: person.deactivated ? '' : person.lastName,
    ...(person.deactivated && { deactivated: 'deleted' }),
    ...(fields.includes('screen_name') && { screen_name: person.screenName ?? `id${person.id}` }),
    can_access_closed: true,
    is_closed: false,
  };
}
