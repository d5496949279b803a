import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CallLog } from '../call-log.ts';
import { Changes } from '../changes.ts';
import { createControl, type ViberControl } from './control/control.ts';
import type { Emulation, ViberLimits } from './emulation.ts';
import { EventQueue } from './event-queue.ts';
import { Failures } from './failures.ts';
import { createHttpServer } from './server.ts';
import { createTokens } from './tokens.ts';
import { World } from './world.ts';

export interface ViberEmulatorOptions {
  /** A free one when left out. */
  port?: number;
  /** 127.0.0.1 when left out. */
  host?: string;
  token?: string;
  name?: string;
  uri?: string;
  now?: () => Date;
  /** Milliseconds before the next delivery after so many failures: five minutes when left out. */
  retryDelayMs?: (failures: number) => number;
  /** An event is given up after so long: an hour when left out. */
  retryForMs?: number;
  /** How long a webhook may take to answer: 30 s when left out. */
  webhookTimeoutMs?: number;
  publicWebhooksOnly?: boolean;
  limits?: Partial<ViberLimits>;
  /** Messages kept in a chat: 200 when left out. */
  keepMessages?: number;
  /** API calls and events kept: 1000 when left out. */
  keepCalls?: number;
}

export interface ViberEmulator {
  /** Base of the API: the bot's API root, ending in `/pa`. */
  url: string;
  bot: { token: string; name: string; uri: string };
  control: ViberControl;
  close(): Promise<void>;
}

const DEFAULT_LIMITS: ViberLimits = {
  unansweredAnHour: 100,
  detailsIn12Hours: 2,
  namePlaceholder: 'Subscriber',
};

/** Starts an HTTP server that behaves as the Viber REST API for one bot. Throws when the port is taken. */
export async function startViberEmulator(options: ViberEmulatorOptions = {}): Promise<ViberEmulator> {
  const emulation = createEmulation(options);
  const server = createHttpServer(emulation);
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/pa`,
    bot: emulation.bot,
    control: createControl(emulation),
    close: async () => {
      emulation.events.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createEmulation(options: ViberEmulatorOptions): Emulation {
  const { now = () => new Date(), keepCalls = 1000 } = options;
  const bot = {
    token: options.token ?? '4453b6ac12345678-e02c5f12174805f9-daec9cbb5448c51f',
    name: options.name ?? 'Castellan',
    uri: options.uri ?? 'castellanbot',
  };
  const changes = new Changes();
  const emulation: Emulation = {
    now,
    bot,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    publicWebhooksOnly: options.publicWebhooksOnly ?? false,
    newToken: createTokens(now),
    world: new World(options.keepMessages ?? 200),
    failures: new Failures(),
    calls: new CallLog(keepCalls),
    changes,
    webhook: null,
    events: new EventQueue(
      {
        authToken: bot.token,
        now,
        retryDelayMs: options.retryDelayMs ?? (() => 5 * 60_000),
        retryForMs: options.retryForMs ?? 3_600_000,
        timeoutMs: options.webhookTimeoutMs ?? 30_000,
        url: () => emulation.webhook?.url ?? null,
        onChange: () => changes.happened(),
      },
      keepCalls,
    ),
  };
  return emulation;
}
