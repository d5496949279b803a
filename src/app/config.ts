import type { DatabaseLimits } from '../store/database.ts';
import { type SettingName, type SettingValues, settings } from './settings.ts';
import { type UnknownSetting, unknownSettings } from './unknown-settings.ts';

export interface TelegramConfig {
  readonly token: string;
  /** `hosted`: the bot is another's, who hands our updates over; the environment cannot say this. */
  readonly mode: 'webhook' | 'polling' | 'hosted';
  /** `undefined`: derive one from the application's secret. */
  readonly webhookSecret: string | undefined;
  /** Without a trailing slash; `/bot<token>/<method>` is appended. */
  readonly apiRoot: string;
}

export interface VkConfig {
  readonly token: string;
  readonly groupId: number;
  readonly mode: 'webhook' | 'polling' | 'hosted';
  /** What the Callback server wants to hear, and its secret key; null where events are pulled. */
  readonly confirmation: string | null;
  readonly secret: string | null;
  /** Ends in `/method`, without a trailing slash. */
  readonly apiRoot: string;
  /** Calls that leave in a second at most; VK takes 20, the default. */
  readonly callsPerSecond?: number;
}

export interface ViberConfig {
  readonly token: string;
  /** `undefined`: as the account is called. */
  readonly name: string | undefined;
  /** `undefined`: as the account says. */
  readonly uri: string | undefined;
  /** Ends in `/pa`, without a trailing slash. */
  readonly apiRoot: string;
}

export interface Config {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** Without a trailing slash. */
  readonly publicUrl: string | undefined;
  /** Addresses and ranges whose `X-Forwarded-*` headers are believed; none: nobody's are. */
  readonly trustedProxies: readonly string[];
  /** `undefined`: run the embedded server. */
  readonly databaseUrl: string | undefined;
  /** The owner of the tables, for migrations; `undefined`: `databaseUrl` is. */
  readonly databaseMigrationUrl: string | undefined;
  readonly databaseLimits: DatabaseLimits;
  readonly dataDir: string;
  /** `undefined`: use the one kept in `dataDir`. */
  readonly appSecret: string | undefined;
  readonly logLevel: SettingValues['LOG_LEVEL'];
  readonly defaultLocale: SettingValues['DEFAULT_LOCALE'];
  /** `undefined`: no token, so no real Telegram. */
  readonly telegram: TelegramConfig | undefined;
  readonly vk: VkConfig | undefined;
  readonly viber: ViberConfig | undefined;
  /** `undefined`: no mail is sent. */
  readonly email: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** `NODE_ENV` is `production`: nothing is started for trying out. */
  readonly isProduction: boolean;
  /** Names that are nearly ours, one sentence each. */
  readonly unknown: readonly string[];
  /** What the operator should know though it is no error; one sentence each. */
  readonly warnings: readonly string[];
}

/** The environment holds wrong values. The message names all of them and shows no secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of this process: its environment, and where that is silent, `.env` in the working directory. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return readConfig(process.env);
}

/** Reads and checks all settings of `env`; an empty value counts as none. Throws a `ConfigError`. */
export function readConfig(env: Environment): Config {
  const unknown = unknownSettings(Object.keys(env).filter((name) => env[name]?.trim()));
  const values = check(env, unknown);
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    databaseUrl: values.DATABASE_URL,
    databaseMigrationUrl: values.DATABASE_MIGRATION_URL,
    databaseLimits: {
      connectMs: values.DATABASE_CONNECT_SECONDS * 1_000,
      statementMs: values.DATABASE_STATEMENT_SECONDS * 1_000,
      idleTransactionMs: values.DATABASE_IDLE_TRANSACTION_SECONDS * 1_000,
    },
    dataDir: values.DATA_DIR,
    appSecret: values.APP_SECRET,
    logLevel: values.LOG_LEVEL,
    defaultLocale: values.DEFAULT_LOCALE,
    telegram: telegram(values),
    vk: vk(values),
    viber: viber(values),
    email: email(values),
    isProduction: env['NODE_ENV'] === 'production',
    unknown: unknown.map(toldOf),
    warnings: warnings(values),
  };
}

function check(env: Environment, unknown: readonly UnknownSetting[]): SettingValues {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, { schema, expected, secret }] of Object.entries(settings)) {
    const given = env[name]?.trim() || undefined;
    const result = schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else wrong.push(`  ${name} is ${shown(given ?? '', secret)}; expected: ${expected}`);
  }
  // Each value came out of the schema of its name; where one is wrong there is none.
  wrong.push(...missing(values as Partial<SettingValues>, env));
  wrong.push(...misspeltTokens(unknown, env));
  if (wrong.length === 0) return values as SettingValues;
  const count = wrong.length === 1 ? 'a setting is' : `${wrong.length} settings are`;
  throw new ConfigError(`Castellan cannot start: ${count} wrong.\n${wrong.join('\n')}\nSee .env.example.`);
}

/** Settings that another one calls for and that are not given: with a token what it takes, and with that the token. */
function missing(values: Partial<SettingValues>, env: Environment): string[] {
  const given = (name: SettingName): boolean => Boolean(env[name]?.trim());
  const line = (name: SettingName, by: SettingName): string =>
    `  ${name} is not set, which ${by} calls for; expected: ${settings[name].expected}`;
  if (given('DATABASE_MIGRATION_URL') && !given('DATABASE_URL'))
    return [line('DATABASE_URL', 'DATABASE_MIGRATION_URL')];
  if (given('VK_TOKEN')) {
    const called: SettingName[] = ['VK_GROUP_ID'];
    if (vkMode(values) === 'webhook') called.push('VK_CONFIRMATION', 'VK_SECRET');
    return called.filter((name) => !given(name)).map((name) => line(name, 'VK_TOKEN'));
  }
  const left = (['VK_GROUP_ID', 'VK_CONFIRMATION', 'VK_SECRET'] as const).find(given);
  return left === undefined ? [] : [line('VK_TOKEN', left)];
}

const TOKENS: readonly SettingName[] = ['TELEGRAM_BOT_TOKEN', 'VK_TOKEN', 'VIBER_TOKEN'];

/** Tokens under another name, where no messenger has one: the bot would not speak at all. */
function misspeltTokens(unknown: readonly UnknownSetting[], env: Environment): string[] {
  if (TOKENS.some((name) => env[name]?.trim())) return [];
  return unknown.flatMap((one) =>
    one.meant !== null && TOKENS.includes(one.meant) ? [`  ${toldOf(one)}`] : [],
  );
}

function toldOf({ name, meant }: UnknownSetting): string {
  return meant === null
    ? `${name} is no setting of Castellan; .env.example lists those there are.`
    : `${name} is no setting of Castellan; did you mean ${meant}?`;
}

/** A value as a message may quote it: no secret, no password inside an address, no endless line. */
function shown(value: string, secret: boolean): string {
  if (secret) return `wrong (${value.length} characters, not shown)`;
  const harmless = value.replace(/\/\/[^/]*@/, '//…@');
  return JSON.stringify(harmless.length > 60 ? `${harmless.slice(0, 60)}…` : harmless);
}

function telegram(values: SettingValues): TelegramConfig | undefined {
  if (values.TELEGRAM_BOT_TOKEN === undefined) return undefined;
  return {
    token: values.TELEGRAM_BOT_TOKEN,
    mode: values.TELEGRAM_MODE ?? (values.PUBLIC_URL === undefined ? 'polling' : 'webhook'),
    webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
    apiRoot: values.TELEGRAM_API_ROOT,
  };
}

function vkMode(values: Partial<SettingValues>): VkConfig['mode'] {
  return values.VK_MODE ?? (values.PUBLIC_URL === undefined ? 'polling' : 'webhook');
}

function vk(values: SettingValues): VkConfig | undefined {
  const { VK_TOKEN: token, VK_GROUP_ID: groupId } = values;
  if (token === undefined || groupId === undefined) return undefined;
  return {
    token,
    groupId,
    mode: vkMode(values),
    confirmation: values.VK_CONFIRMATION ?? null,
    secret: values.VK_SECRET ?? null,
    apiRoot: values.VK_API_ROOT,
  };
}

function viber(values: SettingValues): ViberConfig | undefined {
  if (values.VIBER_TOKEN === undefined) return undefined;
  return {
    token: values.VIBER_TOKEN,
    name: values.VIBER_NAME,
    uri: values.VIBER_URI,
    apiRoot: values.VIBER_API_ROOT,
  };
}

function email(values: SettingValues): Config['email'] {
  if (values.SMTP_URL === undefined || values.MAIL_FROM === undefined) return undefined;
  return { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM };
}

function warnings(values: SettingValues): string[] {
  const found: string[] = [];
  if ((values.SMTP_URL === undefined) !== (values.MAIL_FROM === undefined)) {
    found.push('SMTP_URL and MAIL_FROM belong together: without the other one no mail is sent.');
  }
  if (values.SMTP_URL !== undefined && values.PUBLIC_URL === undefined) {
    found.push(
      'PUBLIC_URL is not set: invitations by mail lead into one messenger, not to a page with all of them.',
    );
  }
  if (values.DATABASE_URL !== undefined && values.APP_SECRET === undefined) {
    found.push(
      "APP_SECRET is not set: processes that share DATABASE_URL must share it, or refuse each other's buttons.",
    );
  }
  if (values.TELEGRAM_MODE === 'webhook' && values.PUBLIC_URL === undefined) {
    found.push('TELEGRAM_MODE is webhook without PUBLIC_URL: setWebhook is left to you.');
  }
  if (values.VIBER_TOKEN !== undefined && values.PUBLIC_URL === undefined) {
    found.push(
      'VIBER_TOKEN is set without PUBLIC_URL: set_webhook is left to you, and Viber cannot fetch pictures and files.',
    );
  }
  return found;
}
