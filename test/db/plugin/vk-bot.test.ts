import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VK } from 'vk-io';
import { type Castellan, createCastellan } from '../../../src/plugin/castellan.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { cutOff } from '../../support/outage.ts';
import { createPerson, type Person, readable } from '../../support/person.ts';
import { startVkSide, type VkSide } from '../../support/vk-side.ts';

describe.each(['webhook', 'polling'] as const)("a guest in a community's bot of vk-io, by %s", (mode) => {
  let database: TestDatabase;
  let side: VkSide;
  let castellan: Castellan;
  let vk: VK;
  let server: Server | undefined;
  const failures: string[] = [];
  let sent = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    side = await startVkSide(mode, () => new Date());
    const { token, apiRoot, groupId } = side.config;
    vk = new VK({
      token,
      apiBaseUrl: apiRoot,
      apiLimit: 1000,
      agent: new Agent() as never,
      pollingGroupId: groupId,
    });
    castellan = createCastellan({
      vk: { vk, groupId },
      databaseUrl: database.url,
      appSecret: 'hosted-secret-hosted-secret-hosted-01',
      patienceMs: 300,
      jobs: false,
      log: pino({ level: 'silent' }),
    });
    vk.updates.use(async (_context, next) => {
      await next().catch((error: unknown) => void failures.push(String(error)));
    });
    if (mode === 'polling') vk.updates.use(castellan.vk());
    vk.updates.on('message_new', async (context) => {
      if (context.text === 'boom') throw new Error('the shop is broken');
      await context.send({ message: `The shop heard: ${context.text}`, random_id: ++sent });
    });
    await castellan.start();
    if (mode === 'polling') {
      await vk.updates.startPolling();
      return;
    }
    const { secret, confirmation } = side.config;
    const handler = castellan.vkWebhook({ secret: secret ?? '', confirmation: confirmation ?? '' }, (event) =>
      vk.updates.handleWebhookUpdate(event),
    );
    server = createServer((request, response) => void handler(request, response));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    await side.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(async () => {
    await vk.updates.stop();
    server?.closeAllConnections();
    server?.close();
    await castellan.stop();
    await side.emulator.close();
    await database.close();
  });

  const person = (name: string): Person =>
    createPerson(name, side.phones(name, { language: 'en' }), () => side.emulator.control.settled());
  const hears = async (who: Person, text: string): Promise<void> => {
    await side.emulator.control.waitFor(() => who.heard().some((one) => readable(one.text).includes(text)));
  };

  test('both halves work, and an error in one does not hurt the other', async () => {
    const [anna, boris] = [person('Anna'), person('Boris')];
    await anna.says('hello');
    await hears(anna, 'The shop heard: hello');
    await anna.says('/unknown');
    await hears(anna, 'The shop heard: /unknown');
    await anna.says('/new Acme');
    await hears(anna, 'Who will work in');
    await anna.presses('Cabinet');
    await hears(anna, 'Acme is ready');
    await anna.says('boom');
    await anna.says('/invite link editor');
    await hears(anna, 'A link to Acme');
    expect(failures).toEqual(['Error: the shop is broken']);
    await boris.opens(
      /i_[\w-]{24}/.exec(
        anna
          .heard()
          .map(({ text }) => text)
          .join(' '),
      )?.[0] ?? '',
    );
    await hears(boris, 'invites you to Acme');
    await boris.presses('Accept');
    await hears(boris, 'Welcome to Acme');
    await anna.says('thanks');
    await hears(anna, 'The shop heard: thanks');
  });

  test('while our database is away the host goes on, and what was ours takes effect once when it is back', async () => {
    const [anna, clara] = [person('Anna Away'), person('Clara')];
    await anna.says('/me');
    await hears(anna, 'Anna Away');
    const restore = await cutOff(database);
    const { control } = side.emulator;
    const annaId = control.users().at(-2)?.id ?? 0;
    control.write(annaId, '/new Delta cabinet');
    control.write(control.users().at(-1)?.id ?? 0, 'anybody there?');
    await hears(clara, 'The shop heard: anybody there?');
    await restore();
    await hears(anna, 'Delta');
    const { rowCount } = await database.pool.query("select 1 from workspaces where name = 'Delta'");
    expect(rowCount).toBe(1);
  });
});
