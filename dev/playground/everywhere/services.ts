import { startTelegramEmulator, type TelegramEmulator } from '../../emulators/telegram/emulator.ts';
import { startViberEmulator, type ViberEmulator } from '../../emulators/viber/emulator.ts';
import { startVkEmulator, type VkEmulator } from '../../emulators/vk/emulator.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';

/** All messengers and a mail server, played on this machine. */
export interface Services {
  readonly telegram: TelegramEmulator;
  readonly vk: VkEmulator;
  readonly viber: ViberEmulator;
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

/** How the emulated VK and the bot know each other. */
export const VK_CALLBACK = { secret: 'vk-secret-of-the-demo', confirmation: 'a1b2c3d4' } as const;

/** Starts them on free loopback ports. What a bot does not take is delivered again after `retryMs`. */
export async function openServices(retryMs: number): Promise<Services> {
  const retryDelayMs = (): number => retryMs;
  const telegram = await startTelegramEmulator({ retryDelayMs });
  const vk = await startVkEmulator({ retryDelayMs, deliveries: 100_000 });
  const viber = await startViberEmulator({ retryDelayMs });
  const mailbox = await startMailbox();
  const close = async (): Promise<void> => {
    for (const one of [mailbox, viber, vk, telegram]) await one.close();
  };
  return { telegram, vk, viber, mailbox, close };
}
