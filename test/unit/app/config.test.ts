import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../src/app/config.ts';
import { settings } from '../../../src/app/settings.ts';
import { unknownSettings } from '../../../src/app/unknown-settings.ts';

const token = '123456:AAbb-cc_DD';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  test('an empty environment is a whole configuration: embedded database, no messenger', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      trustedProxies: [],
      databaseUrl: undefined,
      databaseLimits: { connectMs: 10_000, statementMs: 15_000, idleTransactionMs: 30_000 },
      isProduction: false,
      unknown: [],
      dataDir: './data',
      appSecret: undefined,
      logLevel: 'info',
      defaultLocale: 'en',
      telegram: undefined,
      vk: undefined,
      viber: undefined,
      warnings: [],
    });
  });

  test('an empty or blank value counts as none', () => {
    const blank = Object.fromEntries(Object.keys(settings).map((name, i) => [name, ' '.repeat(i % 3)]));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  test('with a public address Telegram comes by webhook, without one by polling, unless told otherwise', () => {
    const mode = (env: Record<string, string>) =>
      readConfig({ TELEGRAM_BOT_TOKEN: token, ...env }).telegram?.mode;
    expect(mode({})).toBe('polling');
    expect(mode({ PUBLIC_URL: 'https://bot.example.org' })).toBe('webhook');
    expect(mode({ PUBLIC_URL: 'https://bot.example.org', TELEGRAM_MODE: 'polling' })).toBe('polling');
    expect(mode({ TELEGRAM_MODE: 'webhook' })).toBe('webhook');
  });

  test('addresses lose their trailing slashes', () => {
    const env = {
      PUBLIC_URL: 'https://bot.example.org/castellan/',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081//',
      TELEGRAM_BOT_TOKEN: token,
    };
    expect(readConfig(env)).toMatchObject({
      publicUrl: 'https://bot.example.org/castellan',
      telegram: { apiRoot: 'http://127.0.0.1:8081' },
    });
  });

  test('a token of VK calls for what its way of getting events needs', () => {
    const vk = { VK_TOKEN: 'vk1.a.b', VK_GROUP_ID: '220000001' };
    expect(readConfig(vk).vk).toMatchObject({ groupId: 220000001, mode: 'polling', secret: null });
    const webhook = { ...vk, PUBLIC_URL: 'https://bot.example.org' };
    expect(refusal(webhook)).toMatch(/VK_CONFIRMATION is not set[\s\S]*VK_SECRET is not set/);
    expect(refusal({ VK_TOKEN: 'vk1.a.b' })).toContain('VK_GROUP_ID is not set');
    const whole = { ...webhook, VK_CONFIRMATION: 'ab12', VK_SECRET: 'long-enough' };
    expect(readConfig(whole).vk).toEqual({
      token: 'vk1.a.b',
      groupId: 220000001,
      mode: 'webhook',
      confirmation: 'ab12',
      secret: 'long-enough',
      apiRoot: 'https://api.vk.ru/method',
    });
  });

  test('what only VK needs calls for its token: without one no bot would speak there', () => {
    const webhook = { VK_GROUP_ID: '220000001', VK_CONFIRMATION: 'ab12', VK_SECRET: 'long-enough' };
    for (const [name, value] of Object.entries(webhook))
      expect(refusal({ [name]: value })).toContain(`VK_TOKEN is not set, which ${name} calls for`);
    expect(refusal(webhook).match(/VK_TOKEN is not set/g)).toHaveLength(1);
    expect(refusal({ PORT: 'x', VK_TOKEN: 'vk1.a.b', VK_SECRET: 'short' }).split('\n')).toEqual([
      'Castellan cannot start: 3 settings are wrong.',
      expect.stringContaining('PORT is "x"'),
      expect.stringContaining('VK_SECRET is wrong'),
      expect.stringContaining('VK_GROUP_ID is not set'),
      'See .env.example.',
    ]);
  });

  test('proxies are addresses, ranges or names of ranges', () => {
    const proxies = '10.0.0.0/8, ::1,loopback , fd00::/8';
    expect(readConfig({ TRUSTED_PROXIES: proxies }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
      'fd00::/8',
    ]);
  });

  test('a database may be reached by a Unix socket', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgresql://' })).toThrow('DATABASE_URL');
    const url = 'postgresql://me@/castellan?host=/run/postgresql';
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test('what is right but unwise is told, not refused', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://db/castellan' }).warnings).toHaveLength(1);
    expect(readConfig({ TELEGRAM_MODE: 'webhook' }).warnings).toHaveLength(1);
    expect(readConfig({ VIBER_TOKEN: '4453' }).warnings).toHaveLength(1);
    expect(readConfig({ SMTP_URL: 'smtp://mail', PUBLIC_URL: 'https://x.org' }).warnings).toHaveLength(1);
    const mail = { SMTP_URL: 'smtp://mail', MAIL_FROM: 'bot@x.org', PUBLIC_URL: 'https://x.org' };
    expect(readConfig(mail)).toMatchObject({ warnings: [], email: { from: 'bot@x.org' } });
  });
});

describe('wrong settings', () => {
  test('one message names every wrong one, in order, and what is expected', () => {
    const message = refusal({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      TELEGRAM_BOT_TOKEN: 'secret token',
      VK_API_ROOT: 'https://api.vk.com',
      HOST: 'localhost',
    });
    expect(message.split('\n')).toEqual([
      'Castellan cannot start: 4 settings are wrong.',
      '  PORT is "70000"; expected: a port, 0 to 65535; 0 takes a free one (default: 3000)',
      '  LOG_LEVEL is "loud"; expected: fatal, error, warn, info, debug, trace or silent (default: info)',
      '  TELEGRAM_BOT_TOKEN is wrong (12 characters, not shown); expected: the token that @BotFather gave, 123456:letters-and-digits',
      '  VK_API_ROOT is "https://api.vk.com"; expected: http(s)://host/method (default: https://api.vk.ru/method)',
      'See .env.example.',
    ]);
  });

  test.each([
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PUBLIC_URL', 'bot.example.org'],
    ['PUBLIC_URL', 'https://bot.example.org/?a=b'],
    ['TRUSTED_PROXIES', 'true'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,,::1'],
    ['TRUSTED_PROXIES', 'proxy.local'],
    ['DATABASE_URL', 'mysql://localhost/castellan'],
    ['APP_SECRET', 'too short'],
    ['DEFAULT_LOCALE', 'klingon'],
    ['TELEGRAM_MODE', 'push'],
    ['TELEGRAM_WEBHOOK_SECRET', 'spaces are not allowed'],
    ['TELEGRAM_WEBHOOK_SECRET', 'x'.repeat(257)],
    ['TELEGRAM_API_ROOT', 'ftp://127.0.0.1'],
    ['VK_GROUP_ID', '0'],
    ['VK_GROUP_ID', '9'.repeat(20)],
    ['VK_SECRET', 'x'.repeat(51)],
    ['VIBER_NAME', 'x'.repeat(29)],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'nobody'],
  ])('%s cannot be %s', (name, value) => {
    expect(refusal({ [name]: value })).toContain(`  ${name} is `);
  });

  test('no environment brings anything but a configuration or a refusal', () => {
    const name = fc.constantFrom(...Object.keys(settings));
    fc.assert(
      fc.property(
        fc.dictionary(
          name,
          fc.oneof(
            fc.string(),
            fc.string().map((rest) => `https://${rest}`),
          ),
        ),
        (env) => {
          try {
            readConfig(env);
          } catch (error) {
            expect(error).toBeInstanceOf(ConfigError);
          }
        },
      ),
    );
  });

  test('a refusal shows no secret and no password', () => {
    const secret = 'hunter2-hunter2';
    const message = refusal({
      TELEGRAM_BOT_TOKEN: secret,
      APP_SECRET: secret.slice(1),
      DATABASE_URL: `mysql://me:${secret}@db/castellan`,
      SMTP_URL: `http://me:${secret}@mail`,
      PUBLIC_URL: `ftp://me:${secret}@bot.example.org`,
      VK_TOKEN: `${secret} ${secret}`,
    });
    expect(message).not.toContain('hunter2');
    // The token calls for the community's number, wrong as it is.
    expect(message).toContain('7 settings are wrong');
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const documented = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];

  test('documents every setting and no other, in the same order', () => {
    expect(documented.map(([, name]) => name)).toEqual(Object.keys(settings));
  });

  test('is a valid configuration as it stands', () => {
    const env = Object.fromEntries(documented.map(([, name = '', value]) => [name, value]));
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  test('explains each setting, and names its default', () => {
    for (const [name, { schema }] of Object.entries(settings)) {
      const comment = example.match(new RegExp(`((?:^#.*\n)+)${name}=`, 'm'))?.[1];
      expect(comment, name).toBeDefined();
      const fallback = schema.parse(undefined);
      if (fallback !== undefined) expect(comment, name).toContain(`Default: ${fallback}`);
    }
  });
});

describe('names that are nearly ours', () => {
  const unknown = (...names: string[]) => unknownSettings(names).map(({ name, meant }) => [name, meant]);

  test.each([
    ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['TELGRAM_BOT_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['TELEGRAM_API_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['BOT_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['VK_ACCESS_TOKEN', 'VK_TOKEN'],
    ['VK_COMMUNITY_TOKEN', 'VK_TOKEN'],
    ['VIBER_AUTH_TOKEN', 'VIBER_TOKEN'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['SMTP_URI', 'SMTP_URL'],
    ['MAIL_FROM_ADDRESS', 'MAIL_FROM'],
    ['APP_SECRETS', 'APP_SECRET'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
  ])('%s is told to be %s', (name, meant) => {
    expect(unknown(name)).toEqual([[name, meant]]);
  });

  test('where only the beginning is ours, no guess is made', () => {
    expect(unknown('SMTP_HOST', 'APP_ENV', 'DATABASE_POOL')).toEqual([
      ['SMTP_HOST', null],
      ['APP_ENV', null],
      ['DATABASE_POOL', null],
    ]);
  });

  test('what the system and other programs set is none of our business', () => {
    const theirs = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'PWD',
      'USER',
      'SHELL',
      'LANG',
      'TERM',
      'NODE_ENV',
      'NODE_OPTIONS',
    ];
    expect(unknown(...theirs, 'POSTGRES_URL', 'npm_package_name', 'XDG_DATA_DIRS', 'SSH_AUTH_SOCK')).toEqual(
      [],
    );
    expect(unknown(...Object.keys(settings))).toEqual([]);
  });

  test('they are a warning, and a refusal where a token is meant and no messenger has one', () => {
    const right = { TELEGRAM_BOT_TOKEN: '1:a', VK_ACCESS_TOKEN: 'x', EMPTY: '' };
    expect(readConfig(right).unknown).toEqual([
      'VK_ACCESS_TOKEN is no setting of Castellan; did you mean VK_TOKEN?',
    ]);
    expect(() => readConfig({ TELEGRAM_TOKEN: '1:a' })).toThrow(
      'TELEGRAM_TOKEN is no setting of Castellan; did you mean TELEGRAM_BOT_TOKEN?',
    );
    expect(readConfig({ TELEGRAM_TOKEN: ' ' }).unknown).toEqual([]);
  });
});
