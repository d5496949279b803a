import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const audited = async (action: string): Promise<Record<string, unknown>[]> =>
  (await app.database.pool.query('select outcome, detail from audit_events where action = $1', [action]))
    .rows;

describe('a button is bound to the person it was made for', () => {
  test('pressed by another in a group it answers with a notice and does nothing', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris');
    await boris.says('/start');
    await anna.says('/start');
    await anna.says('/new Bound cabinet');
    const chat = await app.group('Team', [anna, boris]);
    await anna.says('/bind', { chat });
    await anna.says('/invites', { chat });
    const before = anna.last({ chat });
    expect(before.buttons.flat().length).toBeGreaterThan(0);
    await boris.pressesOn(before, before.buttons[0]?.[0]?.text ?? '');
    boris.seesToast(/for someone else|not for you|another person/i);
    expect(anna.last({ chat })).toEqual(before);
    const attempts = (
      await app.database.pool.query("select action from audit_events where outcome = 'refused'")
    ).rows;
    expect(attempts.length).toBeGreaterThan(0);
  });

  test('forged or edited payloads are refused and audited', async () => {
    const anna = app.person('Anneke');
    await anna.says('/start');
    await anna.says('/new Forged cabinet');
    const genuine =
      anna
        .last()
        .buttons.flat()
        .find((button) => button.data)?.data ?? '';
    expect(genuine).not.toBe('');
    const before = anna.heard().length;
    const edited = genuine.slice(0, -1) + (genuine.endsWith('A') ? 'B' : 'A');
    for (const payload of [
      edited,
      'x',
      '\u0000',
      'a'.repeat(64),
      genuine.slice(1),
      `${genuine}x`.slice(0, 64),
    ]) {
      await anna.pressesOn(anna.last(), { data: payload });
      anna.seesToast(/isn’t one of my buttons/i);
    }
    expect(anna.heard().length).toBe(before);
    const attempts = await audited('button.forged');
    expect(attempts.length).toBeGreaterThan(0);
    expect(attempts.every((attempt) => attempt['outcome'] === 'refused')).toBe(true);
  });

  test('a removed member’s old buttons open nothing any more', async () => {
    const anna = app.person('Agata');
    const boris = app.person('Bruno');
    await boris.says('/start');
    await anna.says('/start');
    await anna.says('/new Gone company');
    await anna.says('/invite @bruno administrator');
    await boris.presses('Accept');
    await boris.says('/members');
    const list = boris.last();
    await anna.says('/remove @bruno');
    await anna.presses('Yes, remove');
    boris.sees(/Gone/);
    const button = list.buttons.flat().find((one) => one.data)?.text ?? '';
    await boris.pressesOn(list, button);
    boris.seesToast(/member|workspace/i);
    expect(
      boris
        .heard()
        .some((message) => /Agata/.test(message.text) && message.id > list.id && message.buttons.length > 3),
    ).toBe(false);
  });
});
