import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import { loadAppSecret } from '../../src/app/app-secret.ts';
import type { Config } from '../../src/app/config.ts';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';
import { loadCast } from './cast.ts';
import { createDesk } from './desk.ts';
import { drivingByHttp, HELP, welcome } from './guide.ts';
import { createLook } from './show.ts';
import { openStage } from './stage.ts';
import { runTerminal } from './terminal.ts';

/** Stopping takes at most so long. */
const LONGEST_STOP_MS = 9_500;

/**
 * Opens the playground, for people without a token: the bot against the Telegram emulator in this process, and
 * a chat at the terminal. Where nobody is at standard input it runs until SIGTERM. Throws when it cannot start.
 */
export async function startPlayground(config: Config): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    await closeAll();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  try {
    const { databaseUrl, dataDir } = config;
    const postgres =
      databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir, log: () => {} }) : null;
    if (postgres) closers.push(postgres.stop);
    const appSecret = config.appSecret ?? (await loadAppSecret(dataDir));
    const logPath = join(dataDir, 'playground.log');
    const log = pino(
      { level: config.logLevel },
      destination({ dest: logPath, append: false, mkdir: true, sync: true }),
    );
    const { host, port, defaultLocale } = config;
    const url = databaseUrl ?? postgres?.url ?? '';
    const stage = await openStage({ databaseUrl: url, appSecret, host, port, defaultLocale, log });
    closers.push(stage.close);
    const { control } = stage.telegram;
    const cast = await loadCast(dataDir, control);
    closers.push(cast.keep);

    process.stdout.write(welcome(stage, logPath));
    if (!someoneIsAtTheInput()) {
      process.stdout.write(drivingByHttp(stage));
      return;
    }
    process.stdout.write(HELP);
    const interactive = process.stdin.isTTY === true;
    const look = createLook(process.stdout.isTTY === true && process.stdout.hasColors());
    const lines = await runTerminal({
      input: process.stdin,
      output: process.stdout,
      interactive: interactive && process.stdout.isTTY === true,
      control,
      openDesk: (print) => createDesk({ stage, cast, look, print }),
    });
    // An input that ends before it began is a supervisor's, not a script's.
    if (lines === 0 && !interactive) process.stdout.write(drivingByHttp(stage));
    else await stop();
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** A terminal, a pipe or a file; not /dev/null, and not nothing. */
function someoneIsAtTheInput(): boolean {
  if (process.stdin.isTTY) return true;
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}
