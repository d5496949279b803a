import { z } from 'zod';
import type { Profile } from '../../chat/update.ts';
import { isVisible, storable } from '../characters.ts';
import { type CallVk, VkRefusal } from './api.ts';
import { createFreshMap } from './fresh-map.ts';
import { isPassing } from './refusals.ts';

/** People that one users.get may ask for. */
const MAX_IDS = 1000;
/** A changed name is seen within this time; asking at each update would cost one of twenty calls a second. */
const FRESH_MS = 10 * 60_000;
const MAX_KEPT = 20_000;

/** The people of VK, whose names no event carries. */
export interface People {
  /** A person as VK shows them; by number only where VK does not. Rejects when it cannot be asked. */
  profile(userId: number): Promise<Profile>;
  /** The person with this name in their address; null where there is none. Rejects when it cannot be asked. */
  named(screenName: string): Promise<number | null>;
}

const usersSchema = z.array(
  z.object({
    id: z.int().positive(),
    first_name: z.string().catch(''),
    last_name: z.string().catch(''),
    screen_name: z.string().optional().catch(undefined),
  }),
);

const resolvedSchema = z.object({ type: z.literal('user'), object_id: z.int().positive() });

/** Asks VK, remembers for a while, and asks for all who are wanted at once in one call. */
export function createPeople(call: CallVk, now: () => number): People {
  const profiles = createFreshMap<number, Promise<Profile>>({ now, freshMs: FRESH_MS, most: MAX_KEPT });
  const names = createFreshMap<string, Promise<number | null>>({ now, freshMs: FRESH_MS, most: MAX_KEPT });
  let wanted: Wanted[] = [];

  const ask = async (): Promise<void> => {
    const asked = wanted;
    wanted = [];
    try {
      const found = await fetchProfiles(
        call,
        asked.map(({ id }) => id),
      );
      for (const { id, resolve } of asked) resolve(found.get(id) ?? nameless(id));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };

  const fetchSoon = (id: number): Promise<Profile> =>
    new Promise((resolve, reject) => {
      if (wanted.length === 0) setImmediate(ask);
      wanted.push({ id, resolve, reject });
      if (wanted.length === MAX_IDS) void ask();
    });

  return {
    profile: (userId) => profiles.getOr(userId, () => fetchSoon(userId)),
    named: (screenName) => names.getOr(screenName, () => resolveName(call, screenName)),
  };
}

interface Wanted {
  readonly id: number;
  readonly resolve: (profile: Profile) => void;
  readonly reject: (error: unknown) => void;
}

async function fetchProfiles(call: CallVk, ids: readonly number[]): Promise<Map<number, Profile>> {
  if (ids.length === 0) return new Map();
  const answer = await orNothing(call('users.get', { user_ids: ids.join(','), fields: 'screen_name' }));
  const users = usersSchema.safeParse(answer);
  return new Map((users.success ? users.data : []).map((user) => [user.id, toProfile(user)]));
}

async function resolveName(call: CallVk, screenName: string): Promise<number | null> {
  // Nothing of the name is an empty list; a community or an application is not who anybody means.
  const answer = await orNothing(call('utils.resolveScreenName', { screen_name: screenName }));
  const resolved = resolvedSchema.safeParse(answer);
  return resolved.success ? resolved.data.object_id : null;
}

/** What VK will never tell is nothing; what it may tell later is asked again. */
async function orNothing(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof VkRefusal && !isPassing(error.code)) return null;
    throw error;
  }
}

function toProfile(user: z.infer<typeof usersSchema>[number]): Profile {
  const name = storable(`${user.first_name} ${user.last_name}`.trim());
  // A person who has chosen no name has `id` and the number there.
  const username = /^id\d+$/.test(user.screen_name ?? '') ? null : storable(user.screen_name ?? '') || null;
  return {
    accountId: String(user.id),
    name: isVisible(name) ? name : (username ?? `id${user.id}`),
    username,
    language: null,
  };
}

function nameless(id: number): Profile {
  return { accountId: String(id), name: `id${id}`, username: null, language: null };
}
