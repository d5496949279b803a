import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BotRefused } from '../../chat/messenger.ts';
import { type CallVk, VkRefusal } from './api.ts';
import { isPassing } from './refusals.ts';
import type { Self } from './written.ts';

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 500;

const groupSchema = z.object({
  id: z.int().positive(),
  screen_name: z.string().optional().catch(undefined),
});

/** Newer versions of the API answer with an object, older ones with the list alone. */
const groupsSchema = z.union([
  z.object({ groups: z.array(groupSchema).min(1) }).transform(({ groups }) => groups),
  z.array(groupSchema).min(1),
]);

/**
 * Learns the community's name. Rejects with `BotRefused` if the token is refused, or if it is another community's: a
 * community's token names its own when nobody is asked for.
 */
export async function fetchSelf(call: CallVk, groupId: number, signal: AbortSignal): Promise<Self> {
  const answer = await persist(() => call('groups.getById', {}), signal);
  const groups = groupsSchema.safeParse(answer);
  const own = groups.success ? groups.data[0] : undefined;
  if (!own) throw new BotRefused('vk: groups.getById answered something that is no community');
  if (own.id !== groupId) throw new BotRefused(`vk: the token is of community ${own.id}, not of ${groupId}`);
  const name = own.screen_name?.toLowerCase();
  return { groupId, screenName: name === undefined || /^(club|public|event)\d+$/.test(name) ? null : name };
}

/** Makes a call until it succeeds, a few times at most; a refusal for good ends it at once, and so does an abort. */
async function persist<T>(make: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      signal.throwIfAborted();
      // 5 passes when the operator changes the token, which needs a new start.
      const final = error instanceof VkRefusal && (!isPassing(error.code) || error.code === 5);
      if (final) throw new BotRefused(`vk: ${error.message}`);
      if (attempt + 1 >= ATTEMPTS)
        throw error instanceof VkRefusal ? error : new Error('vk: groups.getById was not answered');
      await sleep(FIRST_DELAY_MS * 2 ** attempt, undefined, { signal });
    }
  }
}
