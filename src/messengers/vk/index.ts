import { createHash, randomUUID } from 'node:crypto';
import type { Messenger } from '../../chat/messenger.ts';
import type { Update } from '../../chat/update.ts';
import { createApi } from './api.ts';
import { complete, draftOf } from './complete.ts';
import { deliver } from './deliver.ts';
import { parseEvent } from './parse.ts';
import { createPeople } from './people.ts';
import { poll } from './polling.ts';
import { receiveCallback } from './receive.ts';
import { render } from './render.ts';
import { fetchSelf } from './setup.ts';
import type { Told } from './told.ts';
import { createUpload } from './upload.ts';
import type { Self } from './written.ts';

/** Calls that a community's token may make in a second (VK, bots: messages). */
const CALLS_PER_SECOND = 20;
/** Chats remembered whose members use clients without callback buttons. */
const MAX_CHATS = 10_000;
/** VK's `random_id` is a signed 32-bit number; 0 may mean "do not check". */
const MAX_RANDOM_ID = 2n ** 31n - 1n;

/** Settings of the VK side. */
interface VkOptions {
  /** The community's access token, with the right to its messages. */
  readonly token: string;
  readonly groupId: number;
  /** http(s)://host/method; any server that speaks the VK API. */
  readonly apiRoot: string;
  /** The secret key of the Callback server; null where events are only pulled. */
  readonly secret: string | null;
  /** What the Callback server wants to hear at first; null where events are only pulled. */
  readonly confirmation: string | null;
  /** Tells installations with one community apart, so that neither's messages pass for repetitions. */
  readonly installation: string;
  readonly callsPerSecond?: number;
  /** Hears of failures that are being retried; never given a secret. */
  readonly warn?: (message: string) => void;
}

/** VK as a `Messenger`: a community that answers in its messages. */
export function createVk(options: VkOptions): Messenger {
  const { groupId, secret, confirmation, installation, warn = () => undefined } = options;
  const { call, api } = createApi({ callsPerSecond: CALLS_PER_SECOND, ...options });
  const people = createPeople(call, () => performance.now());
  const clients = createClients();
  const server =
    secret === null || confirmation === null ? null : { groupId, secret: Buffer.from(secret), confirmation };
  let self: Self = { groupId, screenName: null };

  const tell = (raw: unknown): Told | null => {
    const { told, client } = parseEvent(raw, self);
    if (client) clients.saw(client.chatId, client.callbackButtons);
    return told;
  };
  const read = async (raw: unknown): Promise<Update | null> => {
    const told = tell(raw);
    return told && complete(told, people, call);
  };
  const parts = {
    call,
    upload: createUpload(api),
    knowsCallbacks: clients.knowsCallbacks,
    randomIdOf: (name: string) => randomIdOf(name, installation),
    newName: randomUUID,
    warn,
  };

  return {
    name: 'vk',
    toasts: true,
    carriesFiles: true,
    picksPeople: false,
    pointsBy: 'name',
    provesPhone: false,
    async init(signal) {
      self = await fetchSelf(call, groupId, signal);
    },
    // By number: it stays when the community is renamed.
    deepLink: (payload) => `https://vk.me/club${groupId}?ref=${payload}`,
    receive: (request) =>
      server === null ? { kind: 'refused', status: 401 } : receiveCallback(request, server, read),
    parse(raw) {
      const told = tell(raw);
      return told && { draft: draftOf(told), complete: () => complete(told, people, call) };
    },
    render,
    deliver: (outgoing, signal, upload) => deliver(parts, outgoing, signal, upload),
    // VK has no menus of commands, and its Callback server is set up by hand: see README.
    registerMenus: async () => undefined,
    registerWebhook: async () => undefined,
    poll: (handle, signal, place, report) =>
      poll({
        call,
        groupId,
        signal,
        warn,
        place,
        report,
        read: tell,
        handle: async (told) => handle(await complete(told, people, call)),
      }),
  };
}

/** Chats whose members use clients without callback buttons, as far as this process has seen. */
interface Clients {
  saw(chatId: string, knowsCallbacks: boolean): void;
  knowsCallbacks(chatId: string): boolean;
}

/** Remembers the few clients without callback buttons; a client that is not known has them. */
function createClients(): Clients {
  const without = new Set<string>();
  return {
    saw(chatId, knowsCallbacks) {
      without.delete(chatId);
      if (knowsCallbacks) return;
      without.add(chatId);
      for (const oldest of without) {
        if (without.size <= MAX_CHATS) break;
        without.delete(oldest);
      }
    },
    knowsCallbacks: (chatId) => !without.has(chatId),
  };
}

/**
 * The `random_id` of a call: the same at every try, so that VK makes one message of all of them, and never that
 * of another call. Names that count up keep their distances: hashing them into 31 bits would make two of 65,000
 * messages meet more often than not, and the later one would be lost.
 *
 * @param name of the call; numbers in practice
 * @param installation sets two installations with one community apart, whose calls are both counted from 1
 */
function randomIdOf(name: string, installation: string): number {
  const start = BigInt(`0x${digest(installation)}`);
  const count = /^\d+$/.test(name) ? BigInt(name) : BigInt(`0x${digest(name)}`);
  return Number(((start + count) % MAX_RANDOM_ID) + 1n);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
