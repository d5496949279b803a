import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createButtonSigner } from '../chat/actions/button-signer.ts';
import { loadTranslators } from '../chat/i18n.ts';
import { commandMenus } from '../chat/menus.ts';
import type { Channel } from '../chat/messenger.ts';
import { createDraw } from '../chat/pictures/draw.ts';
import { createPipeline, type Pipeline, type PipelineParts } from '../chat/pipeline.ts';
import { createRegistry } from '../chat/registry.ts';
import { createCodes } from '../chat/secrets/codes.ts';
import { createInvitationTokens } from '../chat/secrets/invitation-token.ts';
import { createTokenBox } from '../chat/secrets/token-box.ts';
import type { ChannelName, MessengerName, Update } from '../chat/update.ts';
import { runScheduledTasks } from '../delivery/scheduled-tasks.ts';
import { createSender, type Sender } from '../delivery/sender.ts';
import type { Change } from '../domain/changes.ts';
import { versionNamed } from '../domain/scheme-ref.ts';
import { LANGUAGES, type Language } from '../domain/state.ts';
import { enterCode } from '../features/accounts/chat/link.ts';
import { contactShared } from '../features/accounts/chat/phone.ts';
import { openRecovery } from '../features/accounts/chat/recovery.ts';
import { KEY_ENTROPY_BYTES, mintKey } from '../features/api-keys/store/api-key-token.ts';
import { createUseNotes } from '../features/api-keys/store/api-keys.ts';
import { createSealKeys, SEAL_PURPOSE } from '../features/audit/store/seal-keys.ts';
import { changeRegistry } from '../features/changes.ts';
import { openAccessCache } from '../features/decision-api/store/access-cache.ts';
import { createQueryRunner } from '../features/find.ts';
import { createFallbacks } from '../features/home/chat/fallbacks.ts';
import { commandOrder, features, isInMenu, notices } from '../features/index.ts';
import { offerToInvite } from '../features/invitations/chat/invite.ts';
import { openInvitation } from '../features/invitations/chat/invite-answer.ts';
import { openSchemeLibrary } from '../features/schemes/store/scheme-library.ts';
import type { EmailSettings } from '../messengers/email/index.ts';
import type { CommandNames } from '../plugin/command-names.ts';
import { type GuestParts, namingCommands, quietGuest } from '../plugin/guest.ts';
import { packageFile } from '../postgres/package-files.ts';
import { createContextReader } from '../store/context.ts';
import { type Database, type DatabaseLimits, openDatabase } from '../store/database.ts';
import { createDatabaseClock } from '../store/database-clock.ts';
import { advanceOutboxIds } from '../store/outbox.ts';
import { createStore, type Store } from '../store/store.ts';
import { deriveKey } from './app-secret.ts';
import { startBackground } from './background.ts';
import { createHttp } from './http.ts';
import { uuidV7 } from './ids.ts';
import { logUpdate, messageOf } from './log-lines.ts';
import { landingAt, openMail } from './mail.ts';
import { createMetrics } from './metrics.ts';
import { migrateAs } from './migrate-as.ts';
import { createMessengers, heldBack, type MessengerSettings, openMessengers } from './open-messengers.ts';
import { startReceiving } from './receive.ts';
import { createDeliveryRecorder } from './record-delivery.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import { observeDeliveries, superviseProcess } from './supervise.ts';

/** Everything a process is started with. */
export interface AppOptions extends MessengerSettings {
  readonly databaseUrl: string;
  /** The owner of the tables, where the role of `databaseUrl` owns none. */
  readonly databaseMigrationUrl?: string | undefined;
  readonly host: string;
  /** Whose `X-Forwarded-*` headers are believed. Default: nobody's. */
  readonly trustedProxies?: readonly string[];
  /** 0: a free one; null: listen nowhere. */
  readonly port: number | null;
  readonly defaultLocale: Language;
  /** The catalogues: a folder of each language under `root`. Default: those of this package. */
  readonly locales?: { readonly root: URL; readonly languages: readonly Language[] };
  /** Where mail is handed over; without it none is sent. */
  readonly email?: EmailSettings | undefined;
  /** How our commands are called in the bots of others. */
  readonly commandNames?: CommandNames;
  /** Which commands there are to be typed, and stand in help and menus; default all. */
  readonly takes?: (command: string) => boolean;
  /** Connections to the database at most; the hot statements need about eight. */
  readonly poolSize?: number;
  readonly databaseLimits?: Partial<DatabaseLimits> | undefined;
  /** Run timers and sweeps in this process; default true. */
  readonly jobs?: boolean;
  /** Default: the database's clock, which all processes share. */
  readonly now?: () => Date;
}

/** A running process. */
export interface App {
  /** Where it listens: `http://<host>:<port>`; empty: nowhere. */
  readonly url: string;
  readonly pipeline: Pipeline;
  readonly sender: Sender;
  readonly database: Database;
  readonly store: Store<Change>;
  /** What a guest in another's bot is told apart by. */
  readonly guest: GuestParts;
  /** Does what is due by now; the jobs do it every minute. */
  runScheduledTasks(): Promise<void>;
  /** Takes no more updates, finishes those in progress and their messages, and releases everything. */
  close(): Promise<void>;
}

/** A person who knows the id may fetch the file, so it is as long as a key. */
const FILE_ID_BYTES = 24;

/** Starts a process: database, messengers, listening, then webhooks or polling and the jobs. */
export async function startApp(options: AppOptions): Promise<App> {
  const { log } = options;
  const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    delay(milliseconds, undefined, { signal }).catch(() => undefined);

  const database = openDatabase({
    url: options.databaseUrl,
    poolSize: options.poolSize ?? 8,
    ...(options.databaseLimits && { limits: options.databaseLimits }),
  });
  const store = createStore(database.pool, changeRegistry);
  const databaseClock = options.now ? null : createDatabaseClock(database.pool, () => performance.now());
  const now = options.now ?? (() => databaseClock?.now() ?? new Date());
  const supervisor = superviseProcess(log, wait);
  const metrics = createMetrics(() => supervisor.parts());
  const newId = (): string => uuidV7(now());
  const key = (purpose: string): Buffer => Buffer.from(deriveKey(options.appSecret, purpose));

  const configured = await createMessengers(options, now);
  const hosted = new Set<MessengerName>(
    (['telegram', 'vk'] as const).filter((name) => options[name]?.mode === 'hosted'),
  );
  for (const [name, messenger] of configured) {
    if (hosted.has(name) && options.commandNames)
      configured.set(name, namingCommands(messenger, options.commandNames));
  }
  // The messengers are asked who their bots are while the database gets its tables: both mostly wait.
  const opening = openMessengers(configured, options, supervisor);
  try {
    await migrateAs(options.databaseMigrationUrl, options.databaseUrl);
    await advanceOutboxIds(database.pool);
    await databaseClock?.sync();
  } catch (error) {
    await supervisor.stop();
    await database.close();
    throw error;
  }
  await opening.begun;
  const messengers = opening.ready;
  const isReady = (name: MessengerName): boolean => messengers.has(name);

  const email = options.email ? await openMail(options.email) : null;
  const channels = new Map<ChannelName, Channel>();
  for (const messenger of configured.values()) channels.set(messenger.name, heldBack(messenger, opening));
  if (email) channels.set('email', email);

  const schemes = openSchemeLibrary(database.pool);
  const { locales = { root: packageFile('locales/'), languages: LANGUAGES } } = options;
  const titlesOf = (scheme: string) =>
    versionNamed(scheme) === null ? null : schemes.get(scheme).declaration;
  const translators = loadTranslators(locales.root, titlesOf, locales.languages);
  const registry = createRegistry(features, translators.words, commandOrder, options.takes);
  const buttons = createButtonSigner(key('buttons'));
  const codes = createCodes(key('codes'), randomBytes);
  const tokens = createInvitationTokens(key('invitations'));
  const drawSlot = (): number => Math.floor(Math.random() * 16);
  // The sender notes down what it sends through the acts, and the acts send through the sender.
  const send: PipelineParts['send'] = (rows, before, heardFrom) => sender.take(rows, before, heardFrom);
  const reader = { ...database, keyFor: key };
  const query = createQueryRunner(reader);
  const systemActs = {
    pool: database.pool,
    prisma: database.prisma,
    store,
    schemes,
    channels,
    translators,
    buttons,
    notices,
    now,
    drawSlot,
    send,
  };
  const recorder = createDeliveryRecorder({ ...systemActs, tokens, messengers });
  const observeDelivery = observeDeliveries(supervisor);
  const sender: Sender = createSender({
    pool: database.pool,
    messengers: channels,
    now,
    wait,
    record: recorder.record,
    moved: recorder.moved,
    swept: supervisor.report('outbox'),
    observe(messenger, outcome, error) {
      metrics.delivery(messenger, outcome);
      observeDelivery(messenger, outcome, error);
      if (outcome !== 'sent') log.warn({ messenger, outcome, error: messageOf(error) }, 'delivery');
    },
  });
  const pipeline = createPipeline({
    database,
    query,
    store,
    readContext: createContextReader(database.pool),
    messengers,
    registry,
    notices,
    fallbacks: quietGuest(
      createFallbacks({ openInvitation, offerToInvite, enterCode, contactShared, openRecovery }),
      hosted,
    ),
    translators,
    buttons,
    tokens,
    tokenBox: createTokenBox(Buffer.from(deriveKey(options.appSecret, 'channel tokens'), 'base64url')),
    schemes,
    codes,
    channels,
    landing: email && landingAt(options.publicUrl, messengers),
    defaultLanguage: options.defaultLocale,
    now,
    newId,
    newFileId: () => randomBytes(FILE_ID_BYTES).toString('base64url'),
    mintKey: () => mintKey(randomBytes(KEY_ENTROPY_BYTES)),
    draw: createDraw(),
    drawSlot,
    send,
    observe(seen) {
      metrics.update(seen);
      logUpdate(log, seen);
    },
  });

  const clock = (): number => performance.now();
  const cache = openAccessCache(store, clock, supervisor.report('access watch'));
  const uses = createUseNotes(database, now);
  const server = createHttp({
    options,
    pipeline,
    configured,
    ready: messengers,
    pool: database.pool,
    query,
    supervisor,
    metrics,
    translators,
    tokens,
    schemes,
    cache,
    uses,
    now,
    clock,
  });
  const url = options.port === null ? '' : await server.listen({ host: options.host, port: options.port });
  if (url !== '') log.info({ url }, 'listening');

  const menus = commandMenus(registry.commands, translators, isInMenu);
  const handle = (update: Update): Promise<void> => pipeline.handle(update);
  await opening.onReady((messenger) =>
    startReceiving(messenger, { options, menus, handle, pool: database.pool, supervisor, wait }),
  );
  startBackground({
    databaseUrl: options.databaseUrl,
    supervisor,
    sender,
    systemActs,
    sealKeys: createSealKeys(key(SEAL_PURPOSE)),
    clock: databaseClock,
    now,
    jobs: options.jobs ?? true,
    wait,
  });

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const stopped = supervisor.stop();
    await server.close();
    await pipeline.idle();
    await stopped;
    await sender.close();
    email?.close();
    await cache.close();
    await uses.settled();
    await store.close();
    await database.close();
  };
  return {
    url,
    pipeline,
    sender,
    database,
    store,
    guest: { messengers: configured, isReady, now, registry, buttons, codes, translators },
    runScheduledTasks: () => runScheduledTasks(systemActs, scheduledTasks),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
