import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CallLog } from '../call-log.ts';
import { Changes } from '../changes.ts';
import { createControl, type VkControl } from './control/control.ts';
import type { Emulation, UnknownFacts } from './emulation.ts';
import { EventStream } from './events.ts';
import { Failures } from './failures.ts';
import { LongPoll } from './long-poll.ts';
import { createPace } from './pace.ts';
import { Presses } from './presses.ts';
import { createHttpServer } from './server.ts';
import { Shelf } from './shelf.ts';
import { World } from './world.ts';

export interface VkEmulatorOptions extends Partial<UnknownFacts> {
  /** A free one when left out. */
  port?: number;
  host?: string;
  token?: string;
  groupId?: number;
  screenName?: string;
  now?: () => Date;
  /** Messages kept in a chat: 200 when left out. */
  keepMessages?: number;
  /** Events kept for sending again and for the long poll: 1000 when left out. */
  keepEvents?: number;
}

export interface VkEmulator {
  /** Base of the API with `/method`: the bot's API root. */
  apiRoot: string;
  group: { id: number; screenName: string; token: string };
  control: VkControl;
  close(): Promise<void>;
}

const DEFAULT_TOKEN = 'vk1.a.EmulatorEmulatorEmulatorEmulator';

/** Starts an HTTP server that behaves as the VK API for one community. Throws when the port is taken. */
export async function startVkEmulator(options: VkEmulatorOptions = {}): Promise<VkEmulator> {
  const emulation = createEmulation(options);
  const { group, token } = emulation;
  const server = createHttpServer(emulation);
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  emulation.url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    apiRoot: `${emulation.url}/method`,
    group: { id: group.id, screenName: group.screenName, token },
    control: createControl(emulation),
    close: async () => {
      await emulation.callback?.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createEmulation(options: VkEmulatorOptions): Emulation {
  const { groupId = 220_000_001, screenName = 'castellan', token = DEFAULT_TOKEN } = options;
  const now = options.now ?? (() => new Date());
  const facts: UnknownFacts = {
    maxText: options.maxText ?? 4096,
    editMs: options.editMs ?? 24 * 3_600_000,
    randomIdMs: options.randomIdMs ?? Number.POSITIVE_INFINITY,
    zeroIsUnchecked: options.zeroIsUnchecked ?? true,
    pressMs: options.pressMs ?? 60_000,
    callsPerSecond: options.callsPerSecond ?? 20,
    deliveries: options.deliveries ?? 30,
    callbackTimeoutMs: options.callbackTimeoutMs ?? 10_000,
    retryDelayMs: options.retryDelayMs ?? ((failures) => Math.min(1000 * 2 ** failures, 600_000)),
  };
  const changes = new Changes();
  const stream = new EventStream(groupId, options.keepEvents ?? 1000);
  const longPoll = new LongPoll(stream);
  const emulation: Emulation = {
    now,
    token,
    group: { id: groupId, name: 'Castellan', screenName },
    facts,
    world: new World(groupId, options.keepMessages ?? 200),
    stream,
    presses: new Presses(now, facts.pressMs),
    failures: new Failures(),
    calls: new CallLog(1000),
    changes,
    shelf: new Shelf(),
    longPoll,
    pace: createPace(now, facts.callsPerSecond),
    sent: new Map(),
    url: '',
    callback: undefined,
  };
  stream.onAdded = (pending) => {
    emulation.callback?.enqueue(pending);
    longPoll.wake();
  };
  stream.onSettled = () => changes.happened();
  return emulation;
}
