import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Person, readable } from '../support/person.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['vk'] });
});
afterAll(() => app.close());

/** Somebody with VK, and their account there. */
function person(name: string, language = 'en'): Person & { readonly id: number; readonly at: string } {
  const somebody = app.person(name, { messenger: 'vk', language });
  const user = app.vk.control.users().at(-1);
  return { ...somebody, id: user?.id ?? 0, at: `@${user?.screenName}` };
}

const texts = (who: Person): string[] => who.heard().map(({ text }) => readable(text));
const said = (who: Person): string => texts(who).at(-1) ?? '';
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await app.database.pool.query(sql, values)).rowCount ?? 0;

/** The link as it was shown, and what it carries. */
function linkShownTo(who: Person): { link: string; payload: string } {
  const found = texts(who)
    .map((text) => /https:\/\/vk\.me\/club\d+\?ref=(i_[\w-]{24})/.exec(text))
    .findLast((one) => one !== null);
  if (!found) throw new Error('no link was shown');
  return { link: found[0], payload: found[1] ?? '' };
}

test('a number that VK cannot vouch for is not asked for, and the way to one is shown', async () => {
  const nadia = person('Надія', 'uk');
  await nadia.says('/phone');
  expect(said(nadia)).toContain('не може підтвердити');
  expect(said(nadia)).not.toContain('кнопку');
  // No dialogue was begun: the next words are a command.
  await nadia.says('профіль');
  expect(
    nadia
      .last()
      .buttons.flat()
      .map(({ text }) => text),
  ).not.toContain('📱 Телефон');
});

describe('in plain words, without a slash', () => {
  test('an owner founds a workspace, invites by name and by link, gives roles and closes access', async () => {
    const olga = person('Ольга', 'ru');
    const boris = person('Boris', 'ru');
    const vera = person('Вера', 'uk');
    await boris.says('Начать');
    await olga.says('создать Пекарня кабинет');
    olga.sees('Пекарня');
    await olga.says(`пригласи ${boris.at} редактор`);
    boris.sees('Пекарня');
    await boris.presses('Принять');
    expect(texts(olga).join('\n')).toContain('Boris');
    await olga.says('пригласить ссылка наблюдатель');
    const { link, payload } = linkShownTo(olga);
    expect(link).toContain(`club${app.vk.group.id}`);
    await vera.opens(payload);
    await vera.presses('Прийняти');
    vera.sees(/Пекарня/);
    await olga.says('участники');
    olga.sees(/Boris[\s\S]*Вера/);
    await olga.says(`роль ${boris.at} менеджер баланса`);
    await olga.presses('✅');
    await olga.says('удалить Вера');
    await olga.presses('Да');
    await vera.says('/workspaces');
    expect(said(vera)).not.toContain('Пекарня');
    const held = await app.database.pool.query(
      `select r.role from membership_roles r join memberships m on m.id = r.membership_id
         join accounts a on a.person_id = m.person_id where a.account_id = $1`,
      [String(boris.id)],
    );
    expect(held.rows).toHaveLength(1);
  });

  test('somebody is invited by a mention, an address, an answer and a forwarded message', async () => {
    const anna = person('Anna');
    const people = ['Carl', 'Dora', 'Emil', 'Fred'].map((name) => person(name));
    const [carl, dora, emil, fred] = people;
    if (!carl || !dora || !emil || !fred) throw new Error('four people');
    for (const one of people) await one.says('hi');
    await anna.says('/new Ways cabinet');
    await anna.says(`/invite [id${carl.id}|Carl] editor`);
    carl.sees('Ways');
    await anna.says(`/invite https://vk.com/${dora.at.slice(1)} editor`);
    dora.sees('Ways');
    const { control } = app.vk;
    control.write(anna.id, '/invite editor', { forwardOf: [emil.id] });
    await app.settled();
    emil.sees('Ways');
    const group = control.createGroup({ title: 'Team', members: [anna.id, fred.id] });
    control.addBot(group);
    await app.settled();
    control.write(anna.id, '/bind', { chat: group });
    await app.settled();
    const hello = control.write(fred.id, 'hello all', { chat: group });
    await app.settled();
    const before = control.messages(group).filter(({ fromBot }) => fromBot).length;
    control.write(anna.id, '/invite editor', { chat: group, replyTo: hello });
    await app.settled();
    expect(control.messages(group).filter(({ fromBot }) => fromBot).length).toBeGreaterThan(before);
    expect(`${said(fred)} ${control.lastFromBot(group)?.text}`).toContain('Ways');
  });
});

describe('delivery', () => {
  test('a message whose answer was cut off is shown once', async () => {
    const anna = person('Anna');
    await anna.says('/me');
    const before = anna.heard().length;
    const cut = { method: 'messages.send', chatId: anna.id, error: 'drop', applied: true } as const;
    app.vk.control.inject(cut);
    await anna.says('/new Cut cabinet');
    expect(anna.heard()).toHaveLength(before + 1);
    expect(app.vk.control.calls('messages.send').length).toBeGreaterThan(before + 1);
  });

  test('a process that dies in the middle of a call shows nothing twice, and loses nothing', async () => {
    const anna = person('Anna');
    await anna.says('/me');
    const before = anna.heard().length;
    const { control } = app.vk;
    control.inject({ method: 'messages.send', chatId: anna.id, error: 'timeout', applied: true });
    const called = control.calls('messages.send').length;
    control.write(anna.id, '/new Dying cabinet');
    await control.waitFor(() => control.calls('messages.send').length > called);
    await app.stop();
    control.write(anna.id, '/workspaces');
    await app.start();
    await app.settled();
    app.pass(60_000);
    while ((await count('select 1 from outbox')) > 0) await app.app.sender.sweep().then(app.settled);
    expect(texts(anna).slice(before)).toHaveLength(2);
    anna.sees('Dying');
  }, 20_000);

  test('a hundred repetitions of an event have one effect and one answer', async () => {
    const anna = person('Anna');
    await anna.says('/me');
    const before = anna.heard().length;
    const { eventId = '' } = app.vk.control.write(anna.id, '/new Hundred cabinet');
    const statuses = await app.vk.control.redeliver(eventId, 100, { parallel: 20 });
    await app.settled();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(anna.heard()).toHaveLength(before + 1);
    expect(await count("select 1 from workspaces where name = 'Hundred'")).toBe(1);
  });

  test('a name that cannot be asked for now makes the event come again, and nobody loses theirs', async () => {
    const anna = person('Anna');
    app.vk.control.inject({ method: 'users.get', error: { code: 10 }, times: 2 });
    await anna.says('/me');
    anna.sees('Anna');
    expect(texts(anna)).toHaveLength(1);
  });

  test('whoever has not allowed messages is invited by a link, and accepts by it', async () => {
    const anna = person('Anna');
    const boris = person('Boris');
    await anna.says('/new Shy cabinet');
    await anna.says(`/invite ${boris.at} editor`);
    expect(boris.heard()).toHaveLength(0);
    await boris.opens(linkShownTo(anna).payload);
    await boris.presses('Accept');
    boris.sees('Shy');
  });

  test('a message too old to be edited is followed by a new one', async () => {
    const anna = person('Anna');
    await anna.says('/help');
    app.pass(25 * 3_600_000);
    const before = anna.heard().length;
    await anna.presses('Home');
    expect(anna.heard()).toHaveLength(before + 1);
  });
});

describe('buttons', () => {
  test('of another person do nothing but say so, to the presser alone', async () => {
    const anna = person('Anna');
    const boris = person('Boris');
    const { control } = app.vk;
    await boris.says('hi');
    await anna.says('/new Group cabinet');
    const group = control.createGroup({ title: 'Team', members: [anna.id, boris.id] });
    control.addBot(group);
    control.write(anna.id, '/members', { chat: group });
    await app.settled();
    const shown = control.messages(group).findLast(({ buttons }) => buttons.length > 0);
    if (!shown) throw new Error('no buttons');
    const messages = control.messages(group).length;
    const pressed = control.press(boris.id, shown, { row: 0, col: 0 });
    await app.settled();
    const { text } = await pressed.answered();
    expect(readable(text)).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(90);
    expect(control.messages(group)).toHaveLength(messages);
  });

  test('work in a client without callback buttons, from the founding to the acceptance', async () => {
    const { control } = app.vk;
    const old = control.createUser({ firstName: 'Old', languageCode: 'en', callbackButtons: false });
    const anna = person('Anna');
    await anna.says('/new Old cabinet');
    await anna.says('/invite link editor');
    control.openLink(old, linkShownTo(anna).payload);
    await app.settled();
    const card = control.lastFromBot(old);
    const accept = card?.buttons.flat().find(({ text }) => text.includes('Accept'));
    expect(accept?.kind).toBe('text');
    control.press(old, { chatId: old.id, id: card?.id ?? 0 }, accept?.text ?? '');
    await app.settled();
    expect(control.lastFromBot(old)?.text).toContain('Welcome');
  });

  test('lead through a wizard, which a word leaves', async () => {
    const anna = person('Анна', 'ru');
    await anna.says('создать');
    await anna.says('Молочная');
    await anna.presses('Кабинет');
    anna.sees('Молочная');
    await anna.says('пригласить');
    // VK has no list of people to choose from.
    anna.seesNoButton('Выбрать людей');
    anna.seesButton('Сделать ссылку');
    await anna.says('отмена');
    await anna.says('профиль');
    anna.sees('Анна');
  });
});

describe('the door', () => {
  test('forged events are refused at once and the connection is closed', async () => {
    for (const secret of [undefined, 'vk-hook-secreT', '']) {
      const body = JSON.stringify({
        type: 'message_deny',
        group_id: app.vk.group.id,
        event_id: 'x',
        object: { user_id: 1 },
        ...(secret === undefined ? {} : { secret }),
      });
      const answer = await new Promise<{ status: number | undefined; connection: string | undefined }>(
        (resolve, reject) => {
          const call = request(`${app.app.url}/webhooks/vk`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
          });
          call.on('response', (response) => {
            response.resume();
            response.on('end', () =>
              resolve({ status: response.statusCode, connection: response.headers.connection }),
            );
          });
          call.on('error', reject);
          call.end(body);
        },
      );
      expect(answer).toEqual({ status: 401, connection: 'close' });
    }
  });
});
