import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startViberEmulator, type ViberEmulator } from '../../dev/emulators/viber/emulator.ts';
import { type App, type AppOptions, startApp } from '../../src/app/app.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLogBook } from '../support/log-book.ts';

let database: TestDatabase;
let viber: ViberEmulator;
let started: App[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  viber = await startViberEmulator();
});
afterAll(async () => {
  for (const app of started) await app.close();
  await viber.close();
  await database.close();
});

const start = async (options: Partial<AppOptions>): Promise<App> => {
  const app = await startApp({
    databaseUrl: database.url,
    appSecret: 'test-secret-test-secret-test-secret-0123',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    defaultLocale: 'en',
    viber: { token: viber.bot.token, name: undefined, uri: undefined, apiRoot: viber.url },
    log: pino({ level: 'silent' }),
    jobs: false,
    ...options,
  });
  started.push(app);
  return app;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

test('with Viber alone and a public address, the webhook is set once it can answer, and stays when it stops', async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const app = await start({ port, publicUrl });
  expect(viber.control.webhook()).toMatchObject({ url: `${publicUrl}/webhooks/viber`, sendName: true });

  const anna = viber.control.createUser({ name: 'Anna' });
  viber.control.write(anna, '/new Acme cabinet');
  await viber.control.settled();
  await app.sender.idle();
  expect(viber.control.lastFromBot(anna)?.text).toContain('Acme');

  // The picture of the roles is fetched where it was said to be.
  viber.control.write(anna, '/roles');
  await viber.control.settled();
  await app.sender.idle();
  viber.control.press(anna, null, 'picture');
  await viber.control.settled();
  await app.sender.idle();
  const picture = viber.control.messages(anna).findLast(({ type }) => type === 'picture');
  expect(picture?.media).toMatch(/^http:.*\/files\/[\w-]{32}\.png$/);
  const fetched = await fetch(picture?.media ?? '');
  expect(fetched.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await fetched.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  await app.close();
  started = started.filter((one) => one !== app);
  expect(viber.control.webhook()?.url).toBe(`${publicUrl}/webhooks/viber`);
});

test('without a public address a picture is named, and said to be out of reach', async () => {
  const app = await start({});
  await viber.control.setWebhook(`${app.url}/webhooks/viber`);
  const [anna] = viber.control.users();
  viber.control.write(anna ?? '', '/roles');
  await viber.control.settled();
  await app.sender.idle();
  viber.control.press(anna ?? '', null, 'picture');
  await viber.control.settled();
  await app.sender.idle();
  const texts = viber.control.messages(anna ?? '').map(({ text }) => text);
  expect(texts.slice(-2).join('\n')).toMatch(
    /roles.*\.png\W*: I can’t send files in this messenger yet\. The person who runs this bot needs to set PUBLIC_URL\./,
  );
});

test('a token that Viber refuses keeps nothing else from starting, and is told in the log and by /readyz', async () => {
  const log = createLogBook();
  const wrong = { token: 'wrong-token', name: undefined, uri: undefined, apiRoot: viber.url };
  const app = await start({ viber: wrong, log: pino({ level: 'warn' }, log) });
  const line = await log.says(/viber does not accept this bot/);
  expect(line).toContain('Check VIBER_TOKEN');
  expect(log.lines.join()).not.toContain('wrong-token');
  const ready = await fetch(`${app.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    status: 'ok',
    degraded: [expect.stringMatching(/^viber: token refused since /)],
  });
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('castellan_part_up{part="viber"} 0');
  const early = await fetch(`${app.url}/webhooks/viber`, { method: 'POST', body: '{}' });
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
});
