import { z } from 'zod';
import { type CallVk, VkRefusal } from './api.ts';
import type { Self } from './written.ts';

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
 * Learns the community's name. Rejects if the token is refused, or if it is another community's: a community's token
 * names its own when nobody is asked for.
 */
export async function fetchSelf(call: CallVk, groupId: number, signal: AbortSignal): Promise<Self> {
  const answer = await call('groups.getById', {}).catch((error: unknown) => {
    throw error instanceof VkRefusal ? error : new Error('vk: groups.getById was not answered');
  });
  signal.throwIfAborted();
  const groups = groupsSchema.safeParse(answer);
  const own = groups.success ? groups.data[0] : undefined;
  if (!own) throw new Error('vk: groups.getById answered something that is no community');
  if (own.id !== groupId) throw new Error(`vk: the token is of community ${own.id}, not of ${groupId}`);
  const name = own.screen_name?.toLowerCase();
  return { groupId, screenName: name === undefined || /^(club|public|event)\d+$/.test(name) ? null : name };
}
