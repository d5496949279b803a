import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostedApp, type HostedApp, type Library } from '../../support/hosted-app.ts';
import { cutOff } from '../../support/outage.ts';

const libraries: readonly Library[] = ['grammy', 'telegraf'];

describe.each(libraries)('a guest in a bot of %s', (library) => {
  let app: HostedApp;
  beforeAll(async () => {
    app = await createHostedApp(library);
  });
  afterAll(() => app.close());

  test("what is the host's stays the host's: plain start, its commands, its buttons, any text", async () => {
    const anna = app.person('Anna');
    await anna.says('/start');
    anna.sees('Welcome to the shop.');
    await anna.says('/order');
    await anna.presses('Tea');
    anna.seesToast('Bought tea');
    await anna.says('members of the jury');
    anna.sees('The shop heard: members of the jury');
    await anna.opens('campaign_7');
    anna.sees('Welcome to the shop.');
    expect(anna.heard()).toHaveLength(4);
    await anna.opens(`r_${'x'.repeat(24)}`);
    expect(anna.last().text).not.toContain('Welcome to the shop.');
  });

  test('what is ours is ours: commands, signed buttons, links, answers in a dialogue', async () => {
    const [anna, boris] = [app.person('Anna Ours'), app.person('Boris Ours', { username: 'boris_ours' })];
    await anna.says('/new');
    anna.sees(/name/i);
    await anna.says('Acme');
    await anna.presses('Cabinet');
    anna.sees('Acme');
    await anna.says('thanks');
    anna.sees('The shop heard: thanks');
    await anna.says('/invite @boris_ours editor');
    const link = /start=(i_[\w-]+)/.exec(JSON.stringify(anna.last()))?.[1] ?? '';
    await boris.opens(link);
    boris.sees('Acme');
    await boris.presses('Accept');
    await anna.says('/members');
    anna.sees('Boris Ours');
  });

  test("in the middle of our dialogue the host's commands still work, and the dialogue goes on", async () => {
    const anna = app.person('Anna Middle');
    await anna.says('/new');
    await anna.says('/order');
    anna.sees('What shall it be?');
    await anna.says('Beta');
    anna.seesButton('Cabinet');
    await anna.says('/cancel');
    await anna.says('/cancel');
    anna.sees('The shop heard: /cancel');
  });

  test('a dialogue answer that comes again is not taken for words to the host', async () => {
    const anna = app.person('Anna Again');
    await anna.says('/new');
    const { updateId = 0 } = app.telegram.control.write(anna.user, 'Gamma');
    await app.settled();
    await anna.presses('Cabinet');
    const heard = anna.heard().length;
    expect(await app.telegram.control.redeliver(updateId, 3)).toEqual([200, 200, 200]);
    await app.settled();
    expect(anna.heard()).toHaveLength(heard);
  });

  test('whoever blocks the bot is known to be unreachable, and a group is noted in silence', async () => {
    const anna = app.person('Anna Block');
    await anna.says('/me');
    app.telegram.control.block(anna.user);
    await app.settled();
    const { rows } = await app.database.pool.query('select reachable from accounts where account_id = $1', [
      String(anna.user.id),
    ]);
    expect(rows).toEqual([{ reachable: false }]);
    const group = await app.group('Shop talk', [anna]);
    expect(app.telegram.control.messages(group).filter(({ fromBot }) => fromBot)).toEqual([]);
    const known = await app.database.pool.query('select title from group_chats where chat_id = $1', [
      String(group.id),
    ]);
    expect(known.rows).toEqual([{ title: 'Shop talk' }]);
  });

  test("the host's error is the host's, and ours goes on", async () => {
    const anna = app.person('Anna Boom');
    await anna.says('/boom');
    expect(app.shopErrors.join()).toContain('the shop is broken');
    await anna.says('/me');
    anna.sees('Anna Boom');
  });

  test('our error is ours: delivered again, at the third failure set aside; the host goes on', async () => {
    const anna = app.person('Anna Parked');
    await anna.says('/new Acme cabinet');
    const errors = app.shopErrors.length;
    await app.database.pool.query('alter table invitations rename column note to broken');
    const { updateId } = app.telegram.control.write(anna.user, '/invite @somebody editor');
    await app.settled();
    anna.sees(/broke|wrong/);
    const { rows } = await app.database.pool.query(
      'select attempts, parked_at is not null as parked from failed_updates where update_id = $1',
      [String(updateId)],
    );
    await app.database.pool.query('alter table invitations rename column broken to note');
    expect(rows).toEqual([{ attempts: 3, parked: true }]);
    expect(app.shopErrors).toHaveLength(errors);
    await anna.says('/order');
    anna.sees('What shall it be?');
  });

  test('while our database is away the host answers, and what was ours comes again and takes effect once', async () => {
    const anna = app.person('Anna Away');
    await anna.says('/me');
    const restore = await cutOff(app.database);
    app.telegram.control.write(anna.user, '/new Delta cabinet');
    app.telegram.control.write(anna.user, 'hello?');
    const answered = () =>
      app.telegram.control.messages(anna.user).some(({ text }) => text === 'The shop heard: hello?');
    // Telegram holds messages of one chat back behind one that fails; the shop is asked by somebody else.
    const boris = app.person('Boris Away');
    app.telegram.control.write(boris.user, 'anybody there?');
    await app.telegram.control.waitFor(() =>
      app.telegram.control.messages(boris.user).some(({ text }) => text === 'The shop heard: anybody there?'),
    );
    expect(answered()).toBe(false);
    await restore();
    await app.settled();
    expect(answered()).toBe(true);
    expect(anna.heard().filter(({ text }) => text?.includes('Delta'))).toHaveLength(1);
    const { rowCount } = await app.database.pool.query("select 1 from workspaces where name = 'Delta'");
    expect(rowCount).toBe(1);
  });
});
