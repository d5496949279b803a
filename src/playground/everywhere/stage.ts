import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { type App, startApp } from '../../app.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../emulators/telegram/emulator.ts';
import { startViberEmulator, type ViberEmulator } from '../../emulators/viber/emulator.ts';
import { startVkEmulator, type VkEmulator } from '../../emulators/vk/emulator.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';

/** All messengers and a mail server played on this machine, and the bot against them. */
export interface Everywhere {
  readonly telegram: TelegramEmulator;
  readonly vk: VkEmulator;
  readonly viber: ViberEmulator;
  readonly mailbox: Mailbox;
  readonly app: App;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const VK_SECRET = 'vk-secret-of-the-demo';
const VK_CONFIRMATION = 'a1b2c3d4';

/** Starts everything on free loopback ports. */
export async function openEverywhere(databaseUrl: string, log: Logger): Promise<Everywhere> {
  const retryDelayMs = (): number => 250;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.reverse()) await one();
  };
  try {
    const telegram = await startTelegramEmulator({ retryDelayMs });
    closers.push(telegram.close);
    const vk = await startVkEmulator({ retryDelayMs });
    closers.push(vk.close);
    const viber = await startViberEmulator({ retryDelayMs });
    closers.push(viber.close);
    const mailbox = await startMailbox();
    closers.push(mailbox.close);
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
        secret: VK_SECRET,
        confirmation: VK_CONFIRMATION,
        apiRoot: vk.apiRoot,
      },
      viber: { token: viber.bot.token, name: undefined, uri: undefined, apiRoot: viber.url },
      email: { smtpUrl: mailbox.url, from: 'Castellan <castellan@example.org>' },
      jobs: false,
      log,
    });
    closers.push(app.close);
    await vk.control.setCallbackServer({
      url: `${app.url}/webhooks/vk`,
      secret: VK_SECRET,
      confirmation: VK_CONFIRMATION,
    });
    const settled = async (): Promise<void> => {
      for (const { control } of [telegram, vk, viber]) await control.settled();
      await app.pipeline.idle();
      await app.sender.idle();
    };
    return { telegram, vk, viber, mailbox, app, settled, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
