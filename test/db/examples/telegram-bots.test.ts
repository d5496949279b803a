import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../dev/emulators/telegram/emulator.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createDialogue, type Dialogue } from '../../support/dialogue.ts';
import { freePort, runExample } from '../../support/run-example.ts';

describe.each(['grammy', 'telegraf'])("the shop's bot in %s", (library) => {
  let database: TestDatabase;
  let telegram: TelegramEmulator;
  let shop: ChildProcess;
  let dialogue: Dialogue;
  beforeAll(async () => {
    database = await createTestDatabase();
    telegram = await startTelegramEmulator({ retryDelayMs: () => 50 });
    const port = String(await freePort());
    shop = await runExample(`examples/${library}-bot.ts`, {
      TELEGRAM_BOT_TOKEN: telegram.bot.token,
      TELEGRAM_API_ROOT: telegram.url,
      DATABASE_URL: database.url,
      APP_SECRET: 'example-secret-example-secret-example',
      PORT: port,
      WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    });
    dialogue = createDialogue(telegram, async () => {
      await telegram.control.settled();
      while ((await database.pool.query('select 1 from outbox')).rowCount !== 0);
    });
  });
  afterAll(async () => {
    shop?.kill('SIGKILL');
    await telegram?.close();
    await database?.close();
  });

  test('sells tea and lets its team be managed, over one token', async () => {
    const anna = dialogue.person('Anna');
    const boris = dialogue.person('Boris');
    await anna.says('/start');
    anna.sees('Welcome to the tea shop.');
    await anna.says('/order');
    await anna.presses('Tea');
    anna.sees('One tea, coming up.');
    await anna.says('/help');
    anna.sees('tea and cake');
    await anna.says('coffee');
    anna.sees('We do not sell “coffee”');

    await anna.says('/new');
    await anna.says('Tea shop');
    await anna.presses('Cabinet');
    await anna.says('/invite @boris editor');
    await boris.opens(/start=(i_[\w-]+)/.exec(JSON.stringify(anna.last()))?.[1] ?? '');
    await boris.presses('Accept');
    boris.sees('Tea shop');
    await boris.says('/oops');
    await boris.says('/order');
    boris.sees('What shall it be?');
    await anna.says('/members');
    anna.sees('Boris');
  });

  test('gets an update again that had its effect: nothing happens twice', async () => {
    const carol = dialogue.person('Carol');
    const { updateId = 0 } = telegram.control.write(carol.user, '/new Carol and sons cabinet');
    await telegram.control.settled();
    await telegram.control.redeliver(updateId, 3);
    await carol.says('/workspaces');
    const { rowCount } = await database.pool.query("select 1 from workspaces where name = 'Carol and sons'");
    expect(rowCount).toBe(1);
  });

  test('shows its own commands and ours in one menu, and stops when told to', async () => {
    const menu = telegram.control.commands().map(({ command }) => command);
    expect(menu.slice(0, 1)).toEqual(['order']);
    expect(menu).toContain('invite');
    expect(menu).not.toContain('help');
    shop.kill('SIGTERM');
    const [code] = await once(shop, 'exit');
    expect(code).toBe(0);
  });
});
