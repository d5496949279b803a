import { type Logger, pino } from 'pino';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { loadAppSecret } from './app-secret.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { createLifecycle, guardProcess, type Lifecycle } from './lifecycle.ts';
import { startupReason } from './startup-reason.ts';

/** The process from its settings to its end: the real bot, or without a token the playground. */
export async function runProcess(): Promise<void> {
  try {
    const config = loadConfig();
    const hasMessenger = Boolean(config.telegram || config.vk || config.viber);
    if (!hasMessenger && config.isProduction) {
      throw new ConfigError(
        'Castellan cannot start: no messenger is set up, and with NODE_ENV=production it does not open the ' +
          'playground instead. Set TELEGRAM_BOT_TOKEN, VK_TOKEN with VK_GROUP_ID, or VIBER_TOKEN. See .env.example.',
      );
    }
    if (hasMessenger) await serve(config);
    else await (await import('../../dev/playground/start.ts')).startPlayground(config);
  } catch (error) {
    // One sentence for the operator; a stack tells them nothing.
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : `Castellan cannot start: ${startupReason(error)}`}\n`,
    );
    process.exit(1);
  }
}

/** Runs the real bot until SIGTERM or SIGINT. */
async function serve(config: Config): Promise<void> {
  // Lines are written together, once a second or by 4 KiB: a system call for each would cost as much as a statement.
  const lines = pino.destination({ sync: false, minLength: 4096, periodicFlush: 1_000 });
  const log = pino({ level: config.logLevel }, lines);
  const flush = (): void => lines.flushSync();
  guardProcess(log, flush);
  const lifecycle = createLifecycle({
    ending: (signal) => log.info({ signal }, 'stopping'),
    flush,
    statusOf: () => 0,
  });
  for (const warning of [...config.unknown, ...config.warnings]) log.warn(warning);
  try {
    const [url, { startApp }] = await withPostgres(config, log, lifecycle, () => import('./app.ts'));
    await lifecycle.start(
      startApp({
        databaseUrl: url,
        databaseMigrationUrl: config.databaseMigrationUrl,
        databaseLimits: config.databaseLimits,
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
      }),
      (app) => app.close(),
    );
    lines.flush();
  } catch (error) {
    process.stderr.write(`Castellan cannot start: ${startupReason(error, config.databaseUrl)}\n`);
    await lifecycle.end(1);
  }
}

/** Starts the server of our own, where it is to be used, and loads the rest of the program while that gets ready. */
async function withPostgres<T>(
  config: Config,
  log: Logger,
  lifecycle: Lifecycle,
  load: () => Promise<T>,
): Promise<[string, T]> {
  if (config.databaseUrl) return [config.databaseUrl, await load()];
  let spawned = (): void => undefined;
  const underway = new Promise<void>((resolve) => {
    spawned = resolve;
  });
  const starting = lifecycle.start(
    startEmbeddedPostgres({
      dataDir: config.dataDir,
      log: (line) => log.debug(line),
      warn: (line) => log.warn(line),
      spawned,
    }),
    (server) => server.stop(),
    true,
  );
  await Promise.race([underway, starting]);
  const [{ url }, loaded] = await Promise.all([starting, load()]);
  return [url, loaded];
}
