import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

let app: TestApp;
let second: App;
beforeAll(async () => {
  app = await createTestApp();
  second = await app.startSecond();
});
afterAll(() => app.close());

const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await app.database.pool.query(sql, values)).rows;

/** Posts an update to both processes in turn, `times` times, twenty at once. */
async function redeliver(update: object, times: number): Promise<number[]> {
  const statuses: number[] = [];
  let left = times;
  const post = async (): Promise<void> => {
    while (left-- > 0) {
      const url = left % 2 === 0 ? app.app.url : second.url;
      const answer = await fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'hook-secret' },
        body: JSON.stringify(update),
      });
      statuses.push(answer.status);
    }
  };
  await Promise.all(Array.from({ length: 20 }, post));
  await app.settled();
  return statuses;
}

describe('one update, one effect, one answer', () => {
  test('a command posted a hundred times, twenty at once, to two processes', async () => {
    const anna = app.person('Anna', { username: 'anna_once' });
    await anna.says('/start');
    const before = anna.heard().length;
    const statuses = await redeliver(
      {
        update_id: 900_000_001,
        message: {
          message_id: 5000,
          date: Math.floor(Date.now() / 1000),
          chat: { id: anna.user.id, type: 'private', first_name: 'Anna' },
          from: {
            id: anna.user.id,
            is_bot: false,
            first_name: 'Anna',
            username: 'anna_once',
            language_code: 'en',
          },
          text: '/new Once company',
          entities: [{ type: 'bot_command', offset: 0, length: 4 }],
        },
      },
      100,
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await rows("select count(*)::int as n from workspaces where name = 'Once'")).toEqual([{ n: 1 }]);
    expect(anna.heard().length - before).toBe(1);
  });

  test('fifty people press Accept on one single-use link at once', async () => {
    const owner = app.person('Olga');
    await owner.says('/start');
    await owner.says('/new Fifty cabinet');
    await owner.says('/invite link editor');
    const token = /start=(i_[\w-]+)/.exec(JSON.stringify(owner.last()))?.[1];
    expect(token).toBeDefined();
    const people = Array.from({ length: 50 }, (_, n) => app.person(`Guest${n}`, { username: null }));
    for (const guest of people) app.telegram.control.openLink(guest.user, token ?? '');
    await app.settled();
    for (const guest of people) app.telegram.control.press(guest.user, guest.last(), 'Accept');
    await app.settled();

    const [workspace] = await rows("select id from workspaces where name = 'Fifty'");
    const members = await rows('select person_id from memberships where workspace_id = $1', [
      workspace?.['id'],
    ]);
    expect(members).toHaveLength(2);
    const [invitation] = await rows('select state, uses from invitations where workspace_id = $1', [
      workspace?.['id'],
    ]);
    expect(invitation).toEqual({ state: 'accepted', uses: 1 });
    const welcomed = people.filter((guest) => /Welcome to/.test(readable(guest.last().text)));
    expect(welcomed).toHaveLength(1);
    const refused = people.filter((guest) => !welcomed.includes(guest));
    for (const guest of refused) {
      const toast = app.telegram.control.toasts(guest.user).at(-1)?.text ?? '';
      expect(readable(`${toast} ${guest.last().text}`)).toMatch(/used/i);
    }
    const accepted = owner.heard().filter((message) => /joined/.test(readable(message.text)));
    expect(accepted).toHaveLength(1);
    expect(
      await rows('select coalesce(sum(members), 0)::int as n from member_counts where workspace_id = $1', [
        workspace?.['id'],
      ]),
    ).toEqual([{ n: 2 }]);
  });

  test('a press repeated by an impatient thumb changes nothing more', async () => {
    const owner = app.person('Petra');
    const guest = app.person('Quentin');
    await guest.says('/start');
    await owner.says('/new Thumb cabinet');
    await owner.says('/invite @quentin observer');
    const card = guest.last();
    for (let n = 0; n < 5; n++) app.telegram.control.press(guest.user, card, 'Accept');
    await app.settled();
    const accepted = owner.heard().filter((message) => /joined/.test(readable(message.text)));
    expect(accepted).toHaveLength(1);
    expect(
      await rows(
        `select count(*)::int as n from audit_events e join persons p on p.id = e.subject_id
          where e.action = 'membership.added' and p.name = 'Quentin'`,
      ),
    ).toEqual([{ n: 1 }]);
  });
});

describe('the way of an update costs little', () => {
  test('at most three statements, then the batched deletion', async () => {
    const owner = app.person('Rosa');
    const guest = app.person('Stefan');
    await guest.says('/start');
    await owner.says('/new Count cabinet');
    await owner.says('/invite @stefan editor');
    const { pool } = app.app.database;
    const original = pool.query;
    const seen: string[] = [];
    const counting = (...args: readonly unknown[]): unknown => {
      const [asked] = args as readonly [string | { name?: string; text: string }];
      seen.push(typeof asked === 'string' ? asked : (asked.name ?? asked.text));
      return Reflect.apply(original, pool, args);
    };
    pool.query = counting as typeof original;
    try {
      await guest.presses('Accept');
      const write = seen.splice(0);
      await owner.says('/members');
      const read = seen.splice(0);
      for (const statements of [write, read]) {
        const onTheWay = statements.filter((name) => name !== 'outbox-delete');
        expect(onTheWay.length, onTheWay.join(', ')).toBeLessThanOrEqual(3);
        expect(statements.length, statements.join(', ')).toBeGreaterThan(2);
      }
    } finally {
      pool.query = original;
    }
  });
});
