import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await app.database.pool.query(text, values)).rows as T[];
}

test('/mydata sends a file with what is stored', async () => {
  const { Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
  await Boris.says('/mydata');
  const [kept] = await rows<{ name: string; bytes: Buffer }>(
    `select name, bytes from attachments where content_type = 'application/json' order by expires_at desc limit 1`,
  );
  expect(kept?.name).toBe('castellan-data.json');
  const data = JSON.parse(kept?.bytes.toString('utf8') ?? '{}');
  expect(data).toMatchObject({
    person: { name: 'Boris', language: 'en' },
    accounts: [{ messenger: 'telegram' }],
    memberships: [{ state: 'active', roles: [{ role: 'editor' }] }],
  });
});

test('/forgetme takes a typed word, and leaves a pseudonym where others have a record', async () => {
  const { Anna, Boris, at } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
  await Boris.says('/forgetme');
  Boris.sees('send me this word: FORGET');
  await Boris.says('no');
  Boris.sees('Cancelled.');
  await Boris.says('/forgetme');
  await Boris.says('never mind');
  Boris.sees('Okay, your data stays');
  await Boris.says('/forgetme');
  await Boris.says('forget');
  Boris.sees('Your data has been deleted. To start over, send me /start');
  await Anna.says('/members');
  Anna.sees('1 member');
  await Anna.says('/audit');
  Anna.sees('deleted their data');
  expect(readable(Anna.last().text ?? '')).not.toContain('Boris');
  await Anna.says('/invites');
  expect(readable(Anna.last().text ?? '')).not.toContain('Boris');
  const left = await rows(
    `select 1 from accounts where username = $1
      union all select 1 from memberships where search like '%' || $1 || '%'
      union all select 1 from invitations where addressee like '%' || $1
      union all select 1 from audit_events where detail::text like '%' || $1 || '%'`,
    at('Boris').slice(1),
  );
  expect(left).toEqual([]);
  const verified = async () => {
    await Anna.says('/audit verify');
    return readable(Anna.last().text ?? '');
  };
  expect(await verified()).not.toMatch(/broken/i);
  // Whoever writes again is somebody new.
  await Boris.says('/workspaces');
  expect(readable(Boris.last().text ?? '')).not.toMatch(/Acme/);
});

test('who heads a workspace alone must hand it over first', async () => {
  const { Anna, Boris } = await createTeam(app, 'agency', { Anna: {}, Boris: { role: 'admin' } });
  const owner = app.person('Owner');
  await owner.says('/new Solo cabinet');
  await owner.says('/forgetme');
  owner.sees('You’re the only owner of Solo');
  // Of two admins both may go, but not both at once.
  for (const one of [Anna, Boris]) {
    await one.says('/forgetme');
    app.telegram.control.write(one.user, 'FORGET');
  }
  await app.settled();
  const gone = [Anna, Boris].filter((one) =>
    readable(one.last().text ?? '').includes('Your data has been deleted'),
  );
  expect(gone).toHaveLength(1);
});
