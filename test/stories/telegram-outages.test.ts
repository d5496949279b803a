import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { cutOff } from '../support/outage.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(() => app.close());

const query = (sql: string) => app.database.pool.query(sql);

/** Resolves when an update is in hand that waits for a lock, and whatever came with it has been taken, too. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await query(waiting)).rowCount === 0) await fetch(`${app.app.url}/healthz`);
}

async function metric(line: string): Promise<number> {
  const text = await (await fetch(`${app.app.url}/metrics`)).text();
  const found = text.split('\n').find((one) => one.startsWith(line));
  return Number(found?.slice(line.length).trim() ?? 0);
}

describe('something breaks on our side', () => {
  test('an update that fails three times is set aside with an apology, and life goes on', async () => {
    const anna = app.person('Anna', { language: 'ru' });
    await anna.says('/new Acme cabinet');
    await query('alter table invitations rename column note to broken');
    const { updateId = 0 } = app.telegram.control.write(anna.user, '/invite @boris editor');
    await app.settled();
    anna.sees('что-то сломалось');
    anna.seesButton('На главную');
    expect(app.telegram.control.updatesPending()).toBe(0);
    expect(await metric('castellan_updates_total{messenger="telegram",outcome="dead_letter"}')).toBe(1);
    expect(await metric('castellan_updates_total{messenger="telegram",outcome="failed"}')).toBe(2);
    const { rows } = await query(
      'select update_id, attempts, parked_at is not null as parked from failed_updates',
    );
    expect(rows).toEqual([{ update_id: String(updateId), attempts: 3, parked: true }]);

    await query('alter table invitations rename column broken to note');
    const heard = anna.heard().length;
    expect(await app.telegram.control.redeliver(updateId, 2)).toEqual([200, 200]);
    await app.settled();
    expect(anna.heard()).toHaveLength(heard);
    await anna.says('/invite @boris editor');
    anna.sees('@boris');
    expect((await query('select 1 from invitations')).rowCount).toBe(1);
  });

  test('a person whose update is stuck holds up nobody else', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris');
    await anna.says('/new Acme cabinet');
    await query('alter table invitations rename column note to broken');
    app.telegram.control.write(anna.user, '/invite @kimberly editor');
    app.telegram.control.write(anna.user, '/help');
    app.telegram.control.write(boris.user, '/new Beta cabinet');
    await app.settled();
    boris.sees('Beta is ready');
    expect(anna.heard().some(({ text }) => readable(text).includes('something broke'))).toBe(true);
    anna.sees('What you can do here');
  });

  test('while the database is away updates are refused, and none is lost or doubled', async () => {
    const anna = app.person('Anna');
    await anna.says('/start');
    const restore = await cutOff(app.database);
    app.telegram.control.write(anna.user, '/new Acme cabinet');
    app.telegram.control.write(anna.user, '/new Beta cabinet');
    await app.log.says(/"outcome":"failed"/);
    expect(app.telegram.control.updatesPending()).toBe(2);
    await restore();
    await app.settled();
    const { rows } = await query('select name from workspaces order by created_at');
    expect(rows).toEqual([{ name: 'Acme' }, { name: 'Beta' }]);
    expect(anna.heard().filter(({ text }) => readable(text).includes('is ready'))).toHaveLength(2);
  });
});

describe('the process is asked to stop', () => {
  test('updates in hand are finished and acknowledged; what comes later waits for the next process', async () => {
    const people = Array.from({ length: 4 }, (_, n) => app.person(`Guest${n}`));
    for (const guest of people) await guest.says('/start');
    const holder = await app.database.pool.connect();
    await holder.query('begin; lock table workspaces in access exclusive mode');
    for (const guest of people) app.telegram.control.write(guest.user, `/new Team ${guest.user.id} cabinet`);
    await untilSomebodyWaits();
    const stopped = app.stop();
    for (const guest of people) app.telegram.control.write(guest.user, '/start');
    await holder.query('commit');
    holder.release();
    await stopped;
    expect((await query('select 1 from workspaces')).rowCount).toBeGreaterThan(0);
    // Committed and acknowledged are one and the same: nothing was cut off in between.
    const committed = (await query('select 1 from inbox')).rowCount ?? 0;
    await app.telegram.control.waitFor(
      () => app.telegram.control.updatesPending() + committed === 3 * people.length,
    );
    await app.start();
    await app.settled();
    for (const guest of people) {
      guest.sees(`You’re in Team ${guest.user.id}`);
      expect(guest.heard().filter(({ text }) => readable(text).includes('is ready'))).toHaveLength(1);
    }
  });

  test('an answer that the messenger holds back is delivered by the next process', async () => {
    const anna = app.person('Anna');
    await anna.says('/start');
    app.telegram.control.inject({ method: 'sendMessage', error: { code: 429, retryAfter: 9 } });
    app.telegram.control.write(anna.user, '/new Acme cabinet');
    await app.log.says(/"outcome":"busy"/);
    await app.stop();
    expect(readable(anna.last().text)).not.toContain('Acme');
    await app.start();
    await app.telegram.control.waitFor(() => readable(anna.last().text).includes('Acme is ready'));
  });
});

describe('the log', () => {
  test('tells of updates and nothing that anybody wrote, and no secret', async () => {
    const anna = app.person('Annabellasecretname', { username: 'anna_secret_handle' });
    const boris = app.person('Boris');
    const secrets = [
      'Annabellasecretname',
      'anna_secret_handle',
      'Hushhush',
      'private.example',
      '380501112233',
      'mumblemumble',
      'hook-secret',
      app.telegram.bot.token.split(':')[1] ?? '',
    ];
    await anna.says('/new Hushhush cabinet');
    await anna.says('/invite somebody@private.example editor');
    await anna.says('/invite +380501112233 editor');
    await anna.says('/invite link guest');
    const token = /start=(i_[\w-]+)/.exec(JSON.stringify(anna.last()))?.[1] ?? '';
    expect(token).toMatch(/^i_.{24}$/);
    secrets.push(token.slice(2));
    await boris.opens(token);
    const button = boris.last().buttons.flat()[0]?.data ?? '';
    secrets.push(button);
    await boris.presses('Accept');
    await boris.pressesOn(boris.last(), { data: 'mumblemumble' });
    await anna.says('/mumblemumble');
    app.telegram.control.inject({ method: 'sendMessage', error: { code: 500 } });
    await anna.says('mumblemumble');
    await query('alter table invitations rename column note to broken');
    await anna.says('/invite another@private.example editor');
    await fetch(`${app.app.url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': 'wrong-hook-secret' },
      body: '{"message":"mumblemumble"}',
    });
    const written = app.log.lines.join('');
    expect(written).toContain('"label":"/invite"');
    expect(written).toContain('"outcome":"dead_letter"');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5);
      expect(written.includes(secret), `${secret} is in the log`).toBe(false);
    }
    const kept = JSON.stringify((await query('select error from failed_updates')).rows);
    expect(kept).not.toContain(app.telegram.bot.token);
  });
});
