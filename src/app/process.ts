import { type Logger, pino } from 'pino';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import type { App } from './app.ts';
import { loadAppSecret } from './app-secret.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';

/** Stopping takes at most so long: then the process ends, and others take over what it owed. */
const LONGEST_STOP_MS = 9_500;

/** The process from its settings to its end: the real bot, or without a token the playground. */
export async function runProcess(): Promise<void> {
  try {
    const config = loadConfig();
    if (config.telegram || config.vk || config.viber) await serve(config);
    else await (await import('../../dev/playground/start.ts')).startPlayground(config);
  } catch (error) {
    // One sentence for the operator; a stack tells them nothing.
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : `Castellan cannot start: ${reasonOf(error)}`}\n`,
    );
    process.exit(1);
  }
}

/** Runs the real bot until SIGTERM or SIGINT. */
async function serve(config: Config): Promise<void> {
  // Lines are written together, once a second or by 4 KiB: a system call for each would cost as much as a statement.
  const lines = pino.destination({ sync: false, minLength: 4096, periodicFlush: 1_000 });
  const log = pino({ level: config.logLevel }, lines);
  for (const warning of config.warnings) log.warn(warning);
  const [postgres, { startApp }] = await withPostgres(config, log, () => import('./app.ts'));
  let app: App | null = null;
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    await app?.close();
    await postgres?.stop();
    lines.flushSync();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    app = await startApp({
      databaseUrl: config.databaseUrl ?? postgres?.url ?? '',
      appSecret: config.appSecret ?? (await loadAppSecret(config.dataDir)),
      host: config.host,
      port: config.port,
      publicUrl: config.publicUrl,
      trustedProxies: config.trustedProxies,
      defaultLocale: config.defaultLocale,
      telegram: config.telegram,
      vk: config.vk,
      viber: config.viber,
      email: config.email,
      log,
    });
    lines.flush();
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

/** Starts the server of our own, where it is to be used, and loads the rest of the program while that gets ready. */
async function withPostgres<T>(
  config: Config,
  log: Logger,
  load: () => Promise<T>,
): Promise<[EmbeddedPostgres | null, T]> {
  if (config.databaseUrl) return [null, await load()];
  let spawned = (): void => undefined;
  const underway = new Promise<void>((resolve) => {
    spawned = resolve;
  });
  const starting = startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (line) => log.debug(line),
    warn: (line) => log.warn(line),
    spawned,
  });
  await Promise.race([underway, starting]);
  return Promise.all([starting, load()]);
}

/** Why it cannot start, and where it is the address it should listen on, what to do about that. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('syscall' in error && error.syscall === 'listen' && 'code' in error)) return error.message;
  const port = 'port' in error ? error.port : 0;
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} is taken by another program. Stop that, or set PORT to another (0: any free one).`;
    case 'EACCES':
      return `port ${port} may not be used by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
      return 'HOST is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for every address.';
    default:
      return error.message;
  }
}
