import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostedApp, type HostedApp, type Library } from '../../support/hosted-app.ts';
import { cutOff } from '../../support/outage.ts';

const libraries: readonly Library[] = ['grammy', 'telegraf'];

describe.each(libraries)('a guest in a polling bot of %s', (library) => {
  let app: HostedApp;
  beforeAll(async () => {
    app = await createHostedApp(library, {
      mode: 'polling',
      patienceMs: 300,
      commands: { prefix: 'team_', take: (command) => command !== 'help' },
    });
  });
  afterAll(() => app.close());

  test('commands bear the prefix wherever they are typed or shown; bare ones are the host’s', async () => {
    const anna = app.person('Anna');
    await anna.says('/new Acme');
    anna.sees('The shop heard: /new Acme');
    await anna.says('/team_new Acme cabinet');
    anna.sees('Acme');
    await anna.says('/team_help');
    anna.sees('The shop heard: /team_help');
    await anna.says('/team_members');
    await anna.presses('Home');
    const shown = anna
      .heard()
      .flatMap(({ text, buttons }) => [text ?? '', ...buttons.flat().map((b) => b.text)]);
    const named = shown.filter((text) => !text.startsWith('The shop')).join(' ');
    expect(named.match(/(?<![\w/.:])\/(?!team_)[a-z]+/g) ?? []).toEqual([]);
  });

  test('the menu for the host to merge bears the prefix, too, and leaves out what is not taken', () => {
    const menu = app.castellan.menuCommands('ru');
    expect(menu.find(({ command }) => command === 'team_invite')?.description).toMatch(/[а-я]/i);
    expect(menu.map(({ command }) => command)).not.toContain('team_help');
    expect(app.telegram.control.calls('setMyCommands')).toEqual([]);
  });

  test('an update that fails three times is set aside with an apology', async () => {
    const anna = app.person('Anna Parked');
    await anna.says('/team_new Beta cabinet');
    await app.database.pool.query('alter table invitations rename column note to broken');
    const { updateId } = app.telegram.control.write(anna.user, '/team_invite @somebody editor');
    await app.settled();
    await app.database.pool.query('alter table invitations rename column broken to note');
    anna.sees(/broke|wrong/);
    const { rows } = await app.database.pool.query(
      'select attempts from failed_updates where update_id = $1 and parked_at is not null',
      [String(updateId)],
    );
    expect(rows).toEqual([{ attempts: 3 }]);
    expect(app.shopErrors).toEqual([]);
  });

  test('while our database is away the host goes on, and what was ours takes effect when it is back', async () => {
    const anna = app.person('Anna Away');
    await anna.says('/team_me');
    const restore = await cutOff(app.database);
    app.telegram.control.write(anna.user, '/team_new Delta cabinet');
    app.telegram.control.write(anna.user, 'hello?');
    await app.telegram.control.waitFor(() =>
      app.telegram.control.messages(anna.user).some(({ text }) => text === 'The shop heard: hello?'),
    );
    expect(app.log.lines.join('')).toContain('kept in memory');
    await restore();
    await app.telegram.control.waitFor(() =>
      app.telegram.control
        .messages(anna.user)
        .some(({ fromBot, text }) => fromBot && text?.includes('Delta')),
    );
    const { rowCount } = await app.database.pool.query("select 1 from workspaces where name = 'Delta'");
    expect(rowCount).toBe(1);
  });
});

test('a host that answers 5xx when its bot rejects may have our failures thrown', async () => {
  const app = await createHostedApp('grammy');
  const anna = app.person('Anna');
  await anna.says('/me');
  const plugin = app.castellan.grammy({ onFailure: 'throw' });
  const from = { id: anna.user.id, is_bot: false, first_name: 'Anna' };
  const update = {
    update_id: 77,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: from.id, type: 'private' },
      from,
      text: '/new Acme cabinet',
    },
  };
  const restore = await cutOff(app.database);
  const next = () => Promise.reject(new Error('the host was asked'));
  await expect(plugin({ update }, next)).rejects.toMatchObject({ name: 'UpdateFailed' });
  await restore();
  await plugin({ update }, next);
  await app.settled();
  anna.sees('Acme');
  await app.close();
  await expect(plugin({ update }, next)).rejects.toMatchObject({ name: 'UpdateFailed' });
});
