import { isIP } from 'node:net';
import { z } from 'zod';
import { FALLBACK_LANGUAGE, LANGUAGES } from '../domain/state.ts';

/** One environment variable. */
interface Setting<T extends z.ZodType> {
  readonly schema: T;
  /** What a right value is, for the message about a wrong one. */
  readonly expected: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

function plain<T extends z.ZodType>(schema: T, expected: string): Setting<T> {
  return { schema, expected, secret: false };
}

function secret<T extends z.ZodType>(schema: T, expected: string): Setting<T> {
  return { schema, expected, secret: true };
}

/** "en, ru or uk". */
const oneOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** An address without its trailing slashes, query and fragment not allowed. */
const address = z
  .string()
  .regex(/^https?:\/\/[^\s?#]+$/i)
  .refine((value) => URL.canParse(value))
  .transform((value) => value.replace(/\/+$/, ''));
const addressEndingIn = (end: string) => address.refine((value) => value.endsWith(end));
/** `URL` refuses a user without a host, which is how a Unix socket is written: `postgresql://me@/db?host=/run`. */
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//)
  .refine((value) => {
    const written = value.replace('@/', '@localhost/');
    if (!URL.canParse(written)) return false;
    // `postgresql:///name` is this machine's server; an address that names nothing at all is a slip.
    const { host, pathname, searchParams } = new URL(written);
    return host !== '' || pathname.length > 1 || searchParams.has('host');
  });
/** What fastify, by way of proxy-addr, can tell a proxy by: an address, a range, or the name of some ranges. */
const proxy = z.string().refine((text) => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, host = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(host);
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
});
const proxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(z.array(proxy));
const oneWord = z.string().regex(/^\S+$/);
const mode = z.enum(['webhook', 'polling']).optional();
const modeExpected = 'webhook or polling (default: webhook when PUBLIC_URL is set, else polling)';

const seconds = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().max(3_600))
    .default(standard);

/** Every setting there is, in the order of `.env.example`. */
export const settings = {
  HOST: plain(oneWord.default('127.0.0.1'), 'the address to listen on (default: 127.0.0.1)'),
  PORT: plain(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535))
      .default(3000),
    'a port, 0 to 65535; 0 takes a free one (default: 3000)',
  ),
  PUBLIC_URL: plain(
    address.optional(),
    'the address that messengers reach this server at, http(s)://host[/path]',
  ),
  TRUSTED_PROXIES: plain(
    proxies.optional(),
    'addresses or ranges of the proxies in front of us, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal; with commas between',
  ),
  DATABASE_URL: secret(databaseUrl.optional(), 'postgresql://user:password@host:port/database'),
  DATABASE_MIGRATION_URL: secret(databaseUrl.optional(), 'postgresql://owner:password@host:port/database'),
  // How long Postgres is waited for; 0 waits without end, and has to be set for poolers that take no such parameters.
  DATABASE_CONNECT_SECONDS: plain(seconds(10), 'seconds to wait for a connection, 0 to 3600 (default: 10)'),
  DATABASE_STATEMENT_SECONDS: plain(
    seconds(15),
    'seconds that a statement may take, 0 to 3600 (default: 15)',
  ),
  DATABASE_IDLE_TRANSACTION_SECONDS: plain(
    seconds(30),
    'seconds that a transaction may be idle, 0 to 3600 (default: 30)',
  ),
  DATA_DIR: plain(z.string().default('./data'), 'a directory (default: ./data)'),
  APP_SECRET: secret(z.string().min(32).optional(), 'at least 32 characters'),
  LOG_LEVEL: plain(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'fatal, error, warn, info, debug, trace or silent (default: info)',
  ),
  DEFAULT_LOCALE: plain(
    z.enum(LANGUAGES).default(FALLBACK_LANGUAGE),
    `${oneOf.format(LANGUAGES)} (default: ${FALLBACK_LANGUAGE})`,
  ),

  // Server and token formats: https://core.telegram.org/bots/api#setwebhook, #authorizing-your-bot
  TELEGRAM_BOT_TOKEN: secret(
    z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .optional(),
    'the token that @BotFather gave, 123456:letters-and-digits',
  ),
  TELEGRAM_MODE: plain(mode, modeExpected),
  TELEGRAM_WEBHOOK_SECRET: secret(
    z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
    '1 to 256 letters, digits, _ and - (default: derived from APP_SECRET)',
  ),
  TELEGRAM_API_ROOT: plain(
    address.default('https://api.telegram.org'),
    'http(s)://host of a Bot API server (default: https://api.telegram.org)',
  ),

  // Callback server and its limits: https://dev.vk.com/api/callback/getting-started, groups.addCallbackServer
  VK_TOKEN: secret(oneWord.optional(), "a community's access token with the right to its messages"),
  VK_GROUP_ID: plain(
    z
      .string()
      .regex(/^[1-9]\d*$/)
      .transform(Number)
      .pipe(z.int())
      .optional(),
    "the community's number",
  ),
  VK_MODE: plain(mode, modeExpected),
  VK_CONFIRMATION: plain(oneWord.optional(), 'the confirmation string of the Callback server (webhook only)'),
  VK_SECRET: secret(
    z
      .string()
      .regex(/^\S{8,50}$/)
      .optional(),
    'the secret key of the Callback server, 8 to 50 characters (webhook only)',
  ),
  VK_API_ROOT: plain(
    addressEndingIn('/method').default('https://api.vk.ru/method'),
    'http(s)://host/method (default: https://api.vk.ru/method)',
  ),

  // Token and limits: https://creators.viber.com/docs/bots-api/getting-started/basics
  VIBER_TOKEN: secret(
    z
      .string()
      .regex(/^[\w-]+$/)
      .optional(),
    "the bot's authentication token: letters, digits and -",
  ),
  VIBER_NAME: plain(
    z.string().max(28).optional(),
    "the name that messages come from, at most 28 characters (default: the account's)",
  ),
  VIBER_URI: plain(
    z
      .string()
      .regex(/^[\w.-]+$/)
      .optional(),
    "the bot's URI, as in viber://pa?chatURI=…: letters, digits, _, . and - (default: the account's)",
  ),
  VIBER_API_ROOT: plain(
    addressEndingIn('/pa').default('https://chatapi.viber.com/pa'),
    'http(s)://host/pa (default: https://chatapi.viber.com/pa)',
  ),

  SMTP_URL: secret(
    z
      .string()
      .regex(/^smtps?:\/\//)
      .refine((value) => URL.canParse(value) && new URL(value).hostname !== '')
      .optional(),
    'smtp(s)://user:password@host:port',
  ),
  MAIL_FROM: plain(
    z
      .string()
      .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/)
      .optional(),
    'Name <name@example.org>',
  ),
} as const;

export type SettingName = keyof typeof settings;

/** The values of all settings, checked. */
export type SettingValues = { readonly [N in SettingName]: z.output<(typeof settings)[N]['schema']> };
