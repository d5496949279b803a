import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../dev/emulators/telegram/emulator.ts';
import {
  createMessengers,
  type MessengerSettings,
  type OpenMessengers,
  openMessengers,
} from '../../../src/app/open-messengers.ts';
import { degradedLines, superviseProcess } from '../../../src/app/supervise.ts';
import type { Supervisor } from '../../../src/app/supervisor.ts';
import { createLogBook } from '../../support/log-book.ts';

const TOKEN = '123456:AAbb-cc_DD';
// Port 9 is nobody's here: the connection is refused, as of a server that is down.
const NOBODY = 'http://127.0.0.1:9';

let log = createLogBook();
let supervisor: Supervisor;
let emulator: TelegramEmulator | undefined;

afterEach(async () => {
  await supervisor.stop();
  await emulator?.close();
  emulator = undefined;
});

async function open(
  telegram: { apiRoot: string; token?: string },
  viber?: { apiRoot: string },
  patienceMs = 20,
): Promise<OpenMessengers> {
  log = createLogBook();
  const settings: MessengerSettings = {
    appSecret: 'x'.repeat(32),
    publicUrl: undefined,
    telegram: { token: TOKEN, mode: 'polling', webhookSecret: undefined, ...telegram },
    viber: viber && { token: 'aaaa-bbbb', name: undefined, uri: undefined, ...viber },
    log: pino({ level: 'warn' }, log),
  };
  supervisor = superviseProcess(settings.log, (milliseconds, signal) =>
    delay(milliseconds, undefined, { signal }).catch(() => undefined),
  );
  const configured = await createMessengers(settings, () => new Date());
  return openMessengers(configured, settings, supervisor, patienceMs);
}

const degraded = (): string[] => degradedLines(supervisor.parts());

test('a messenger that does not answer is named with its address, and holds up no other', async () => {
  emulator = await startTelegramEmulator();
  const { ready, begun } = await open(
    { apiRoot: emulator.url, token: emulator.bot.token },
    { apiRoot: `${NOBODY}/pa` },
    200,
  );
  await begun;
  expect([...ready.keys()]).toEqual(['telegram']);
  expect(degraded()).toEqual([expect.stringMatching(/^viber: unreachable since \d{4}-/)]);
  expect(log.lines.join()).toContain(`viber does not answer at ${NOBODY}/pa`);
});

test('a token that is refused is told as such, with the settings to look at, and without the token', async () => {
  emulator = await startTelegramEmulator();
  const { ready, begun } = await open({ apiRoot: emulator.url }, undefined, 5_000);
  await begun;
  expect([...ready]).toEqual([]);
  await vi.waitFor(() =>
    expect(degraded()).toEqual([expect.stringMatching(/^telegram: token refused since /)]),
  );
  const line = await log.says(/telegram does not accept this bot/);
  expect(line).toContain('Check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT.');
  expect(line).not.toContain(TOKEN);
});

test('one that comes up later is tried again until it is there', async () => {
  emulator = await startTelegramEmulator();
  emulator.control.inject({ method: 'getMe', times: 2, error: { code: 401, description: 'Unauthorized' } });
  const { ready, begun, onReady } = await open({ apiRoot: emulator.url, token: emulator.bot.token });
  const opened = new Promise<string>((resolve) => {
    onReady(async ({ name }) => resolve(name));
  });
  await begun;
  expect(await opened).toBe('telegram');
  expect([...ready.keys()]).toEqual(['telegram']);
  expect(degraded()).toEqual([]);
  expect(await log.says(/telegram works again/)).toBeDefined();
});
