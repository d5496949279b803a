import { STATUS, ViberApiError } from '../statuses.ts';
import type { Method } from './method.ts';

const TWELVE_HOURS_MS = 12 * 3_600_000;
const MAX_ONLINE = 100;

/** `get_account_info`: who the bot is. */
export const getAccountInfo: Method = (emulation) => ({
  fields: {
    id: 'pa:5000000000000000001',
    name: emulation.bot.name,
    uri: emulation.bot.uri,
    webhook: emulation.webhook?.url ?? '',
    event_types: emulation.webhook?.eventTypes ?? [],
    subscribers_count: emulation.world.people().filter(({ subscribed }) => subscribed).length,
    members: [],
  },
});

/** `get_user_details`: twice in 12 hours for one person. */
export const getUserDetails: Method = (emulation, body) => {
  const { id } = body;
  if (typeof id !== 'string') throw new ViberApiError(STATUS.missingData, 'missing id');
  const contact = emulation.world.find(id);
  if (contact === undefined) throw new ViberApiError(STATUS.receiverNotRegistered, 'receiverNotRegistered');
  const now = emulation.now().getTime();
  contact.asked = contact.asked.filter((at) => at > now - TWELVE_HOURS_MS);
  if (contact.asked.length >= emulation.limits.detailsIn12Hours)
    throw new ViberApiError(STATUS.tooManyRequests, 'tooManyRequests');
  contact.asked.push(now);
  const { name, language, country, apiVersion } = contact.user;
  const user = { id, name, language, country, api_version: apiVersion, device_type: 'emulator' };
  return { fields: { user }, token: emulation.newToken() };
};

/** `get_online`: up to 100 people; everybody known is online, nobody else is available. */
export const getOnline: Method = (emulation, body) => {
  const { ids } = body;
  if (!Array.isArray(ids)) throw new ViberApiError(STATUS.missingData, 'missing ids');
  if (ids.length > MAX_ONLINE) throw new ViberApiError(STATUS.badData, 'too many ids');
  const users = ids.map((id: unknown) => {
    const known = typeof id === 'string' && emulation.world.find(id) !== undefined;
    return {
      id,
      online_status: known ? 0 : 4,
      online_status_message: known ? 'online' : 'unavailable',
    };
  });
  return { fields: { users } };
};
