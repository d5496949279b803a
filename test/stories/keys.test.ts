import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { ask } from '../support/decision-api.ts';
import type { Actor } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The key in the newest message of the bot, exactly as a press on it copies it. */
function shownKey(person: Actor): string {
  const [token] = /ck_[0-9a-f]{16}_[\w-]{43}/.exec(person.last().text ?? '') ?? [];
  if (token === undefined) throw new Error(`no key in: ${person.last().text}`);
  return token;
}

/** Whether the owner may see billing, asked with a key. */
function asked(token: string, person: Actor): ReturnType<typeof ask> {
  return ask(app.app.url, 'evaluation', token, {
    subject: { type: 'account', id: `telegram:${person.user.id}` },
    action: { name: 'view' },
    resource: { type: 'billing', id: '1' },
  });
}

/** Tables with a row in which this text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const { pool } = app.app.database;
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found = [];
  for (const { name } of rows) {
    const hits = await pool.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [
      text,
    ]);
    if (hits.rows.length > 0) found.push(name);
  }
  return found;
}

describe('API keys in the chat', () => {
  test('the owner makes a key, it opens the decision API until it is revoked', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/keys');
    Anna.sees('has no API keys yet');
    await Anna.presses('New key');
    Anna.sees('Send me a name');
    await Anna.says('Admin panel');
    Anna.sees(/Admin panel is ready:\n\nck_.*\n\n.*I won’t show it again/);
    const token = shownKey(Anna);
    expect(await asked(token, Anna)).toMatchObject({ status: 200, body: { decision: true } });

    await Anna.presses('hide it');
    Anna.sees(new RegExp(`• Admin panel ${token.slice(0, 20)}…\ndecisions and searches\\. Created .*used`));
    expect(Anna.heard().some(({ text }) => text?.includes(token))).toBe(false);

    await Anna.presses('Revoke Admin panel');
    Anna.sees('Revoke the key Admin panel?');
    await Anna.presses('No, keep it');
    expect((await asked(token, Anna)).status).toBe(200);
    await Anna.presses('Revoke Admin panel');
    const question = Anna.last();
    const yes = question.buttons.flat().find(({ text }) => text.includes('Yes'));
    await Anna.presses('Yes, revoke');
    Anna.sees('Admin panel is revoked');
    expect((await asked(token, Anna)).status).toBe(401);
    if (yes?.data === undefined) throw new Error('no button to press twice');
    await Anna.pressesOn(Anna.last(), { data: yes.data });
    Anna.sees('Admin panel is revoked');

    await Anna.says('/audit key');
    Anna.sees(/Anna revoked the API key Admin panel\.\n.*Anna created the API key Admin panel\./);
    expect(Anna.last().text?.match(/revoked/g)).toHaveLength(1);
  });

  test('a key in one line is neither logged nor stored in the clear', async () => {
    const { Olga } = await createTeam(app, 'company', { Olga: { language: 'ru' } });
    await Olga.says('/keys new Наш сайт');
    Olga.sees(/Ключ Наш сайт готов:[\s\S]*больше я его не покажу/);
    const token = shownKey(Olga);
    expect((await asked(token, Olga)).status).toBe(200);
    await app.settled();
    const [, publicId = '', secret = ''] = /^ck_([^_]+)_(.+)$/.exec(token) ?? [];
    expect(await tablesWith(publicId)).toContain('public.api_keys');
    await expect.poll(() => tablesWith(secret)).toEqual([]);
    expect(app.log.lines.length).toBeGreaterThan(0);
    expect(app.log.lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  test('who lacks the right is refused at every step, and that is audited', async () => {
    const { Ivan, Petr } = await createTeam(app, 'company', { Ivan: {}, Petr: { role: 'designer' } });
    await Ivan.says('/keys new Panel');
    const token = shownKey(Ivan);
    await Petr.says('/keys');
    Petr.sees('Your role doesn’t allow this');
    await Petr.says('/keys new Mine');
    Petr.sees('Who can do this: ');
    expect(Petr.heard().some(({ text }) => text?.includes('ck_'))).toBe(false);
    await Petr.says('/help');
    expect(Petr.last().text).not.toContain('/keys');
    await Ivan.says('/audit refused');
    Ivan.sees('Petr was refused');
    expect((await asked(token, Ivan)).status).toBe(200);
  });

  test('a right lost meanwhile counts at the press and at the answer', async () => {
    const { Nina, Oleg, at } = await createTeam(app, 'platform', { Nina: {}, Oleg: { role: 'admin' } });
    await Nina.says('/keys new Panel');
    const token = shownKey(Nina);
    await Oleg.says('/keys');
    await Oleg.presses('Revoke Panel');
    const question = Oleg.last();
    await Oleg.says('/keys new');
    await Nina.says(`/role ${at('Oleg')} viewer`);
    await Nina.presses('Confirm');
    await Oleg.says('Too late');
    Oleg.sees('Your role doesn’t allow this');
    expect(Oleg.heard().some(({ text }) => text?.includes('Too late'))).toBe(false);
    await Oleg.pressesOn(question, 'Yes, revoke it');
    Oleg.seesToast('Your role doesn’t allow this');
    expect((await asked(token, Nina)).status).toBe(200);
  });

  test('a group never sees keys; a name is needed; many keys turn pages', async () => {
    const { Vera } = await createTeam(app, 'company', { Vera: {} });
    const chat = await app.group('Team', [Vera]);
    await Vera.says('/bind', { chat });
    await Vera.says('/keys new Panel', { chat });
    Vera.sees('direct chat', { chat });
    await Vera.says('/keys');
    await Vera.presses('New key');
    await Vera.says('x'.repeat(65));
    Vera.sees('1 to 64 characters');
    for (let count = 1; count <= 11; count++) await Vera.says(`/keys new Panel ${count}`);
    await Vera.says('/keys');
    Vera.seesButton('Revoke Panel 11');
    Vera.seesNoButton('Previous');
    await Vera.presses('Next');
    expect(Vera.labels()).toEqual(['🗑 Revoke Panel 1', '‹ Previous', '➕ New key', '🏠 Home']);
  });
});
