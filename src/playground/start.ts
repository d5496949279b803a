import type { Config } from '../config.ts';

/** Opens the playground: the bot against the emulators, for people without a token. */
export async function startPlayground(_config: Config): Promise<void> {
  throw new Error('TELEGRAM_BOT_TOKEN is not set');
}
