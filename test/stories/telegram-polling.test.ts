import { afterEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { cutOff } from '../support/outage.ts';

let app: TestApp;
afterEach(() => app.close());

const count = async (sql: string): Promise<unknown> =>
  (await app.database.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n;

/** The offsets that the bot has asked from: everything below the highest is confirmed. */
function highestOffset(): number {
  return Math.max(...app.telegram.control.calls('getUpdates').map(({ params }) => Number(params['offset'])));
}

describe('updates are pulled', () => {
  test('the main story is the same: invited, accepted, a member', async () => {
    app = await createTestApp({ mode: 'polling' });
    const anna = app.person('Anna');
    const boris = app.person('Boris', { language: 'ru' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris editor');
    boris.sees(/Anna приглашает вас.*Acme.*Редактор/s);
    await boris.presses('Принять');
    boris.sees(/Добро пожаловать.*Acme.*Редактор/s);
    anna.sees('Boris joined');
    expect(await count("memberships where state = 'active'")).toBe(2);
    await anna.says('/role @boris observer');
    await anna.presses('Confirm');
    boris.sees(/Теперь.*Наблюдатель/s);
    expect(await count("membership_roles where role = 'observer'")).toBe(1);
  });

  test('an update whose handling fails is not confirmed, comes again and has its effect once', async () => {
    app = await createTestApp({ mode: 'polling' });
    const anna = app.person('Anna');
    await anna.says('/start');
    const heard = anna.heard().length;
    // Nor can failures be counted, so that the update is not parked while the bot asks for more.
    await app.database.pool.query('alter table failed_updates rename to away');
    await app.database.pool.query('alter table workspaces rename column scheme to broken');
    const { updateId = 0 } = app.telegram.control.write(anna.user, '/new Acme cabinet');
    await app.log.says(/"outcome":"failed"/);
    const asked = app.telegram.control.calls('getUpdates').length;
    await app.telegram.control.waitFor(() => app.telegram.control.calls('getUpdates').length > asked);
    expect(highestOffset()).toBeLessThanOrEqual(updateId);
    expect(app.telegram.control.updatesPending()).toBe(1);
    await app.database.pool.query('alter table workspaces rename column broken to scheme');
    await app.database.pool.query('alter table away rename to failed_updates');
    await app.settled();
    expect(highestOffset()).toBe(updateId + 1);
    expect(await count("workspaces where name = 'Acme'")).toBe(1);
    expect(anna.heard().length - heard).toBe(1);
    anna.sees('Acme is ready');
  });

  test('while the database is away nothing is pulled; afterwards everything is, once', async () => {
    app = await createTestApp({ mode: 'polling' });
    const anna = app.person('Anna');
    await anna.says('/start');
    const restore = await cutOff(app.database);
    const { updateId = 0 } = app.telegram.control.write(anna.user, '/new Acme cabinet');
    app.telegram.control.write(anna.user, '/new Beta cabinet');
    await restore();
    await app.settled();
    expect(highestOffset()).toBe(updateId + 2);
    expect(await count('workspaces')).toBe(2);
    expect(anna.heard().filter(({ text }) => readable(text).includes('is ready'))).toHaveLength(2);
  });

  test('an update handed out twice has its effect once', async () => {
    app = await createTestApp({ mode: 'polling' });
    const anna = app.person('Anna');
    await anna.says('/start');
    const { updateId = 0 } = app.telegram.control.write(anna.user, '/new Acme cabinet');
    await app.settled();
    const heard = anna.heard().length;
    await app.telegram.control.redeliver(updateId, 3);
    await anna.says('/new Beta cabinet');
    expect(await count("workspaces where name = 'Acme'")).toBe(1);
    expect(anna.heard().length - heard).toBe(1);
  });

  test('what was written while no process ran is answered by the next one', async () => {
    app = await createTestApp({ mode: 'polling' });
    const anna = app.person('Anna');
    await anna.says('/new Acme cabinet');
    await app.stop();
    app.telegram.control.write(anna.user, '/new Beta cabinet');
    app.telegram.control.write(anna.user, '/start');
    await app.start();
    await app.settled();
    anna.sees('You’re in Beta');
    expect(await count('workspaces')).toBe(2);
    expect(anna.heard().filter(({ text }) => readable(text).includes('Beta is ready'))).toHaveLength(1);
  });
});
