import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { linkShownTo } from '../support/links.ts';
import { type Person, readable } from '../support/person.ts';
import { body, signature } from '../unit/messengers/viber/events.ts';

const HOUR_MS = 3_600_000;

let app: TestApp;
let anna: Person;
let annaId: string;
let round = 0;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['viber'] });
});
afterAll(() => app.close());

const meet = (name: string): [Person, string] => {
  const person = app.person(name, { messenger: 'viber' });
  return [person, app.viber.control.users().at(-1)?.id ?? ''];
};
const workspace = (): string => `Acme${round}`;
beforeEach(async () => {
  round++;
  [anna, annaId] = meet('Anna');
  await anna.says(`/new ${workspace()} cabinet`);
});

const texts = (person: Person): string[] => person.heard().map(({ text }) => readable(text));
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await app.database.pool.query(sql, values)).rowCount ?? 0;
const reachable = (id: string): Promise<number> =>
  count("select 1 from accounts where messenger = 'viber' and account_id = $1 and reachable", id);
const invite = async (): Promise<string> => {
  await anna.says('/invite link editor');
  return linkShownTo(anna);
};

describe('events that come again', () => {
  test('a command, a hundred times, twenty at once: one effect, one answer', async () => {
    const token = app.viber.control.write(annaId, `/new Once${round} cabinet`) ?? '';
    await app.settled();
    const before = anna.heard().length;
    const statuses = await app.viber.control.redeliver(token, 100, { parallel: 20 });
    await app.settled();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(anna.heard()).toHaveLength(before);
    expect(await count('select 1 from workspaces where name = $1', `Once${round}`)).toBe(1);
  });

  test('a press, a hundred times: one member', async () => {
    const [boris, borisId] = meet('Boris');
    await boris.opens(await invite());
    const { updateId } = app.viber.control.press(borisId, null, '✅ Accept');
    await app.settled();
    const before = boris.heard().length;
    await app.viber.control.redeliver(updateId ?? '', 100, { parallel: 20 });
    await app.settled();
    expect(boris.heard()).toHaveLength(before);
    expect(
      await count(
        'select 1 from memberships m join workspaces w on w.id = m.workspace_id where w.name = $1',
        workspace(),
      ),
    ).toBe(2);
  });

  test('a welcome whose answer was lost is given again, with buttons that work, and counts once', async () => {
    const [boris, borisId] = meet('Boris');
    const token = app.viber.control.openLink(borisId, await invite()) ?? '';
    const statuses = await app.viber.control.redeliver(token, 20, { parallel: 20 });
    await app.settled();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await count("select 1 from accounts where messenger = 'viber' and account_id = $1", borisId)).toBe(
      1,
    );
    const answers = await app.viber.control.answersTo(token, 3);
    expect(new Set(answers.map((answer) => JSON.parse(answer).text)).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '').text).toContain('invites you');
    expect(
      app.viber.control.calls('send_message').filter(({ params }) => params['receiver'] === borisId),
    ).toEqual([]);
    await boris.presses('Accept');
    boris.sees('Welcome to');
  });

  test('a link opened at two processes at once makes one person, whose buttons work whichever answered', async () => {
    const second = await app.startSecond();
    const payload = await invite();
    for (let n = 0; n < 5; n++) {
      const [boris, borisId] = meet('Boris');
      const user = { id: borisId, name: 'Boris', language: 'en' };
      const raw = body(
        'conversation_started',
        { context: payload, user, subscribed: false },
        Date.now(),
        `77${round}${n}`,
      );
      const answers = await Promise.all(
        [app.app.url, second.url, app.app.url, second.url].map(async (url) => {
          const headers = { 'content-type': 'application/json', 'x-viber-content-signature': signature(raw) };
          const response = await fetch(`${url}/webhooks/viber`, { method: 'POST', headers, body: raw });
          expect(response.status).toBe(200);
          return JSON.parse(await response.text());
        }),
      );
      const bodies = answers.map(({ keyboard }) =>
        keyboard.Buttons.map((one: { ActionBody: string }) => one.ActionBody),
      );
      expect(new Set(bodies.map((one) => JSON.stringify(one))).size).toBe(1);
      // Asks what it offers: a button of somebody else's would be refused.
      app.viber.control.press(borisId, null, { data: bodies[0][2] });
      await app.settled();
      boris.sees('Editor');
    }
  });

  test('kept by somebody for hours, they are refused, and nothing happens', async () => {
    const token = app.viber.control.write(annaId, `/new Late${round} cabinet`) ?? '';
    await app.settled();
    await app.database.pool.query("delete from inbox where messenger = 'viber'");
    app.pass(3 * HOUR_MS);
    expect(await app.viber.control.redeliver(token, 1)).toEqual([401]);
    expect(await count('select 1 from workspaces where name = $1', `Late${round}`)).toBe(1);
  });
});

test('who has had the messages of an hour gets the rest as soon as they write, at whichever process', async () => {
  app.viber.control.inject({ method: 'send_message', error: { status: 12 } });
  await anna.says('/me');
  expect(await count('select 1 from outbox where chat_id = $1 and until_heard', annaId)).toBe(1);
  await app.stop();
  await app.start();
  const before = anna.heard().length;
  await anna.says('/help');
  // Far less than the half minute that it would rest.
  await expect.poll(() => anna.heard().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 2);
  expect(await count('select 1 from outbox where chat_id = $1 and until_heard', annaId)).toBe(0);
});

describe('people who cannot be written to', () => {
  test('who goes is out of reach at once, keeps their name, and is back with their next word', async () => {
    const [boris, borisId] = meet('Boris');
    await boris.opens(await invite());
    await boris.presses('Accept');
    app.viber.control.unsubscribe(borisId);
    await app.settled();
    expect(await reachable(borisId)).toBe(0);
    await anna.says('/members');
    anna.sees('Boris');
    await boris.says('/me');
    boris.sees('Boris');
    expect(await reachable(borisId)).toBe(1);
  });

  test('who only opened the bot is not written to behind their back', async () => {
    const [, borisId] = meet('Boris');
    app.viber.control.openLink(borisId, '');
    await app.settled();
    expect(app.viber.control.lastFromBot(borisId)?.text).toContain('workspace');
    expect(await count('select 1 from outbox where chat_id = $1', borisId)).toBe(0);
  });

  test('a link that leads nowhere says so in the welcome', async () => {
    const [boris, borisId] = meet('Boris');
    await boris.opens('i_AAAAAAAAAAAAAAAAAAAAAAAA');
    expect(boris.heard()).toHaveLength(1);
    expect(app.viber.control.isSubscribed(borisId)).toBe(false);
    await boris.opens('🙈 not ours');
    expect(boris.heard()).toHaveLength(2);
  });
});

describe('limits and outages', () => {
  test('told to wait (status 12), messages wait in order, and nothing is lost or doubled', async () => {
    app.viber.control.inject({ method: 'send_message', receiver: annaId, error: { status: 12 } });
    const before = anna.heard().length;
    await anna.says('/me');
    await anna.says('/workspaces');
    expect(anna.heard()).toHaveLength(before);
    expect(await count('select 1 from outbox where chat_id = $1', annaId)).toBe(2);
    await app.passLeases(31_000);
    while ((await app.app.sender.sweep()) > 0) await app.settled();
    await app.settled();
    const said = texts(anna).slice(before);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('Your workspaces');
  });

  test('an answer that was lost doubles the one message in flight at most', async () => {
    const before = anna.heard().length;
    app.viber.control.inject({ method: 'send_message', receiver: annaId, applied: true, error: 'drop' });
    await anna.says('/me');
    await anna.says('/workspaces');
    const said = texts(anna).slice(before);
    expect(said).toHaveLength(3);
    expect(said[0]).toBe(said[1]);
    expect(said[2]).toContain('Your workspaces');
  });

  test('a process that stops leaves what it owes to the next', async () => {
    app.viber.control.inject({ method: 'send_message', receiver: annaId, error: { status: 12 } });
    const before = anna.heard().length;
    await anna.says('/me');
    expect(anna.heard()).toHaveLength(before);
    await app.stop();
    await app.passLeases(31_000);
    await app.start();
    while ((await app.app.sender.sweep()) > 0) await app.settled();
    await app.settled();
    expect(anna.heard()).toHaveLength(before + 1);
    await anna.says('/workspaces');
    expect(texts(anna).at(-1)).toContain('Your workspaces');
  });

  test('a message that a phone did not show is told to the operator, not to the person', async () => {
    app.viber.control.inject({ method: 'send_message', error: { failed: 'keyboard is not valid' } });
    await anna.says('/me');
    expect(await app.log.says(/a phone did not show a message: keyboard is not valid/)).not.toContain('Anna');
  });
});
