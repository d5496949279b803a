import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import { loadAppSecret } from '../../src/app/app-secret.ts';
import type { Config } from '../../src/app/config.ts';
import { createLifecycle } from '../../src/app/lifecycle.ts';
import { startupReason } from '../../src/app/startup-reason.ts';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';
import { loadCast } from './cast.ts';
import { createDesk } from './desk.ts';
import { drivingByHttp, HELP, welcome } from './guide.ts';
import { createLook } from './show.ts';
import { openStage } from './stage.ts';
import { runTerminal } from './terminal.ts';

/**
 * Opens the playground, for people without a token: the bot against the Telegram emulator in this process, and
 * a chat at the terminal. Where nobody is at standard input it runs until SIGTERM. Ends the process with status 1 when
 * it cannot start.
 */
export async function startPlayground(config: Config): Promise<void> {
  const lifecycle = createLifecycle({ statusOf: () => 0, endsWithOutput: true });
  const { databaseUrl, dataDir } = config;
  // The log is a file: a setting that was meant and is ignored is told where they look.
  for (const warning of config.unknown) process.stderr.write(`${warning}\n`);

  try {
    const postgres =
      databaseUrl === undefined
        ? await lifecycle.start(
            startEmbeddedPostgres({ dataDir, log: () => undefined }),
            (server) => server.stop(),
            true,
          )
        : null;
    const appSecret = config.appSecret ?? (await loadAppSecret(dataDir));
    const logPath = join(dataDir, 'playground.log');
    const log = pino(
      { level: config.logLevel },
      destination({ dest: logPath, append: false, mkdir: true, sync: true }),
    );
    const { host, port, defaultLocale } = config;
    const url = databaseUrl ?? postgres?.url ?? '';
    const stage = await lifecycle.start(
      openStage({ databaseUrl: url, appSecret, host, port, defaultLocale, log }),
      (opened) => opened.close(),
    );
    const { control } = stage.telegram;
    const cast = await lifecycle.start(loadCast(dataDir, control), (loaded) => loaded.keep());

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
    else await lifecycle.end(0);
  } catch (error) {
    process.stderr.write(`Castellan cannot start: ${startupReason(error, databaseUrl)}\n`);
    await lifecycle.end(1);
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
