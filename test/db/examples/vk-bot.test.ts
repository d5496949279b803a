import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createPerson, type Person } from '../../support/person.ts';
import { freePort, runExample } from '../../support/run-example.ts';
import { startVkSide, type VkSide } from '../../support/vk-side.ts';

describe("the shop's bot in vk-io", () => {
  let database: TestDatabase;
  let vk: VkSide;
  let shop: ChildProcess;
  let person: (name: string) => Person;
  beforeAll(async () => {
    database = await createTestDatabase();
    vk = await startVkSide('webhook', () => new Date());
    const port = String(await freePort());
    shop = await runExample('examples/vk-bot.ts', {
      VK_TOKEN: vk.config.token,
      VK_GROUP_ID: String(vk.config.groupId),
      VK_SECRET: vk.config.secret ?? '',
      VK_CONFIRMATION: vk.config.confirmation ?? '',
      VK_API_ROOT: vk.config.apiRoot,
      DATABASE_URL: database.url,
      APP_SECRET: 'example-secret-example-secret-example',
      PORT: port,
    });
    await vk.connect(`http://127.0.0.1:${port}`);
    person = (name) =>
      createPerson(name, vk.phones(name, { language: 'en' }), async () => {
        await vk.emulator.control.settled();
        while ((await database.pool.query('select 1 from outbox')).rowCount !== 0);
      });
  });
  afterAll(async () => {
    shop?.kill('SIGKILL');
    await vk?.emulator.close();
    await database?.close();
  });

  test('sells tea and lets its team be managed, over one token', async () => {
    const anna = person('Anna');
    const boris = person('Boris');
    await anna.says('coffee');
    await vk.emulator.control.waitFor(() => anna.heard().length > 0);
    anna.sees('We do not sell “coffee”');
    await anna.says('order');
    await vk.emulator.control.waitFor(() => anna.heard().length > 1);
    await anna.presses('Tea');
    await vk.emulator.control.waitFor(() => vk.emulator.control.answers().length > 0);
    anna.seesToast('One tea, coming up.');
    await anna.says('/new');
    await anna.says('Tea shop');
    await anna.presses('Cabinet');
    anna.sees('Tea shop');
    await anna.says('/invite link editor');
    await boris.opens(
      /i_[\w-]{24}/.exec(
        anna
          .heard()
          .map(({ text }) => text)
          .join(' '),
      )?.[0] ?? '',
    );
    await boris.presses('Accept');
    boris.sees('Tea shop');
    await boris.says('oops');
    await boris.says('/me');
    boris.sees('Boris');
    await anna.says('/members');
    anna.sees('Boris');
  });

  test('gets an event again that had its effect: nothing happens twice', async () => {
    const carol = person('Carol');
    const users = vk.emulator.control.users();
    const { eventId = '' } = vk.emulator.control.write(users.at(-1)?.id ?? 0, '/new Carol and sons cabinet');
    await vk.emulator.control.settled();
    expect(await vk.emulator.control.redeliver(eventId, 3)).toEqual([200, 200, 200]);
    await carol.says('/workspaces');
    const { rowCount } = await database.pool.query("select 1 from workspaces where name = 'Carol and sons'");
    expect(rowCount).toBe(1);
  });

  test('stops when told to', async () => {
    shop.kill('SIGTERM');
    const [code] = await once(shop, 'exit');
    expect(code).toBe(0);
  });
});
