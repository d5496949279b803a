import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { startApp } from '../../../src/app/app.ts';
import { openServices, type Services, VK_CALLBACK } from './services.ts';

/** The services, and the bot against them. */
export interface Everywhere extends Services {
  /** Where the bot's pages are. */
  readonly url: string;
  settled(): Promise<void>;
}

/** Starts everything on free loopback ports. */
export async function openEverywhere(databaseUrl: string, log: Logger): Promise<Everywhere> {
  const services = await openServices(250);
  const { telegram, vk, viber, mailbox } = services;
  try {
    const port = await freePort();
    const app = await startApp({
      databaseUrl,
      appSecret: 'a secret of the demo and of nothing else',
      host: '127.0.0.1',
      port,
      publicUrl: `http://127.0.0.1:${port}`,
      defaultLocale: 'en',
      telegram: {
        token: telegram.bot.token,
        mode: 'webhook',
        webhookSecret: undefined,
        apiRoot: telegram.url,
      },
      vk: {
        token: vk.group.token,
        groupId: vk.group.id,
        mode: 'webhook',
        ...VK_CALLBACK,
        apiRoot: vk.apiRoot,
      },
      viber: { token: viber.bot.token, name: undefined, uri: undefined, apiRoot: viber.url },
      email: { smtpUrl: mailbox.url, from: 'Castellan <castellan@example.org>' },
      jobs: false,
      log,
    });
    await vk.control.setCallbackServer({ url: `${app.url}/webhooks/vk`, ...VK_CALLBACK });
    const settled = async (): Promise<void> => {
      for (const { control } of [telegram, vk, viber]) await control.settled();
      await app.pipeline.idle();
      await app.sender.idle();
    };
    const close = async (): Promise<void> => {
      await app.close();
      await services.close();
    };
    return { ...services, url: app.url, settled, close };
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
