import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  ask,
  type Founded,
  found,
  issueKey,
  join,
  person,
  type Somebody,
} from '../../support/decision-api.ts';
import { mutated } from '../../support/hostile.ts';

let app: TestApp;
let company: Founded;
let manager: Somebody;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  company = await found(app.app.database.pool, 'company', 'owner');
  manager = await join(app.app.database.pool, company, 'manager');
  key = (await issueKey(app.app.database.pool, company, { ratePerMinute: 1_000_000 })).token;
});
afterAll(() => app.close());

const bases = (): Record<string, object> => {
  const subject = { ...person(manager), properties: { department: 'Sales' } };
  const action = { name: 'view', properties: { method: 'GET' } };
  const properties = { project: 'p', bot: 'b', ownerID: manager.personId };
  const resource = { type: 'bot', id: '1', properties };
  const context = { time: '1985-10-26T01:22-07:00', reason: true };
  const all = { subject, action, resource, context };
  const page = { limit: 2, token: '', properties: {} };
  return {
    evaluation: all,
    evaluations: {
      ...all,
      evaluations: [{ action }, { resource }, { subject, context }],
      options: { evaluations_semantic: 'deny_on_first_deny' },
    },
    'search/subject': { ...all, page },
    'search/resource': { ...all, page },
    'search/action': { subject, resource, context, page },
  };
};

/** Either an answer of the endpoint's form, or 400 with the field named. */
async function check(path: string, body: unknown): Promise<void> {
  const answer = await ask(app.app.url, path, key, body === undefined ? 'undefined' : body);
  if (answer.status === 400) {
    expect(answer.body).toMatchObject({ error: 'bad_request', field: expect.stringMatching(/./) });
    return;
  }
  expect(answer.status).toBe(200);
  const found = answer.body as Record<string, unknown>;
  if (path.startsWith('search')) expect(Array.isArray(found['results'])).toBe(true);
  else expect(typeof found['decision'] === 'boolean' || Array.isArray(found['evaluations'])).toBe(true);
}

test.each(
  Object.keys({
    evaluation: 0,
    evaluations: 0,
    'search/subject': 0,
    'search/resource': 0,
    'search/action': 0,
  }),
)('a hostile body never breaks %s', async (path) => {
  await fc.assert(
    fc.asyncProperty(mutated(bases()[path]), (body) => check(path, body)),
    { numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), (body) => check(path, body)),
    { numRuns: 50 },
  );
  await fc.assert(
    fc.asyncProperty(fc.string(), (body) => check(path, body)),
    { numRuns: 50 },
  );
});

test('ids of any characters are answered, whatever the database thinks of them', async () => {
  const types = fc.constantFrom('person', 'account', 'email', 'user', 'bot', 'project', 'channel', 'billing');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('telegram:\u0000', 'telegram:\ud800', 'vk:%'),
  );
  const entity = fc.record({ type: types, id: text });
  await fc.assert(
    fc.asyncProperty(
      entity,
      fc.constantFrom('view', 'update'),
      entity,
      text,
      async (subject, name, resource, bot) => {
        const asked = {
          subject,
          action: { name },
          resource: { ...resource, properties: { bot, project: bot, ownerID: bot } },
        };
        for (const path of Object.keys(bases())) {
          expect(await ask(app.app.url, path, key, asked)).toMatchObject({ status: 200 });
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('an address that the database cannot hold is nobody, and keeps nobody else from their answer', async () => {
  const odd = ['a\u0000@b.c', 'a@\u0000', '\u0001@b', 'a\ud800@b.c', 'a@b\udfff', 'a\u0085@b'];
  const action = { name: 'view' };
  const resource = { type: 'billing', id: '1' };
  const evaluations = [
    ...odd.map((id) => ({ subject: { type: 'email', id } })),
    { subject: person(manager) },
  ];
  expect((await ask(app.app.url, 'evaluations', key, { action, resource, evaluations })).body).toEqual({
    evaluations: [...odd.map(() => ({ decision: false })), { decision: true }],
  });
});

test('a body nested a hundred thousand deep is answered, where the depth is in what is ignored', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  for (const path of ['evaluation', 'evaluations']) {
    const body = JSON.stringify(bases()[path])
      .replace('"Sales"', deep)
      .replace('"GET"', `{"__proto__":${deep}}`);
    expect(await ask(app.app.url, path, key, body)).toMatchObject({ status: 200 });
  }
});
