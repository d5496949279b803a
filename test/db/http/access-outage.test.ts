import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { ask, found, issueKey, person, type Somebody } from '../../support/decision-api.ts';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('where neither people nor resources can be read', () => {
  test('a batch fails as a whole, leaves no failure unheard, and is answered when they can', async () => {
    const { pool } = app.app.database;
    const company = await found(pool, 'company', 'owner');
    const { token } = await issueKey(pool, company);
    const stranger = (): Somebody => ({ ...company.founder, personId: randomUUID() });
    const put = async () => {
      const evaluations = [company.founder, stranger(), stranger()].map((who) => ({
        subject: person(who),
        action: { name: 'view' },
        resource: { type: 'bot', id: randomUUID() },
      }));
      return (await ask(app.app.url, 'evaluations', token, { evaluations })).status;
    };
    expect(await put()).toBe(200);
    await pool.query('alter table memberships rename to mislaid; alter table bots rename to mislaid_too');
    for (let question = 0; question < 5; question++) expect(await put()).toBe(500);
    await pool.query('alter table mislaid rename to memberships; alter table mislaid_too rename to bots');
    expect(await put()).toBe(200);
  });
});
