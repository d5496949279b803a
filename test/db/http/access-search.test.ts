import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabulary } from '../../../src/access/vocabulary.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  addBot,
  addChannel,
  addProject,
  ask as askAt,
  changeRoles,
  type Founded,
  found,
  grant,
  issueKey,
  join,
  person,
  type Somebody,
} from '../../support/decision-api.ts';

interface Entity {
  readonly type: string;
  readonly id: string;
}
interface Page {
  readonly page: { readonly next_token: string; readonly count: number };
  readonly results: readonly (Entity & { readonly name: string })[];
}

let app: TestApp;
let company: Founded;
let access: Founded;
let staff: Somebody[];
let holders: Somebody[];
let companyKey: string;
let accessKey: string;
let bots: string[];
let channels: string[];
let project: string;

beforeAll(async () => {
  app = await createTestApp();
  const { pool } = app.app.database;
  company = await found(pool, 'company', 'owner');
  staff = [company.founder];
  for (const role of ['administrator', 'manager', 'manager', 'designer', 'designer', 'designer'])
    staff.push(await join(pool, company, role));
  companyKey = (await issueKey(pool, company)).token;

  access = await found(pool, 'bot_access', 'super_admin');
  project = await addProject(pool, access);
  bots = [];
  for (let place = 0; place < 5; place++) bots.push(await addBot(pool, access, place === 4 ? project : null));
  bots.sort();
  channels = [await addChannel(pool, access, bots[0] ?? ''), await addChannel(pool, access, bots[1] ?? '')];
  channels.sort();
  holders = [access.founder];
  for (const [place, bot] of bots.entries()) {
    const one = await join(pool, access);
    holders.push(one);
    await grant(pool, access, one, place % 2 ? 'developer' : 'insights', 'bot', bot);
    if (place === 1) await grant(pool, access, one, 'admin', 'project', project);
    if (place === 2) await grant(pool, access, one, 'inbox_admin', 'bot', bots[0] ?? '');
  }
  accessKey = (await issueKey(pool, access)).token;
});
afterAll(() => app.close());

const ask = async (path: string, body: object, token = companyKey): Promise<Page> => {
  const answer = await askAt(app.app.url, path, token, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Page;
};
const decides = async (body: object, token: string): Promise<boolean> =>
  ((await askAt(app.app.url, 'evaluation', token, body)).body as { decision: boolean }).decision;

/** Every result, page after page. */
async function all(path: string, body: object, token: string, limit: number) {
  const results: Page['results'][number][] = [];
  let next = '';
  do {
    const page = await ask(path, { ...body, page: next === '' ? { limit } : { token: next } }, token);
    expect(page.results.length).toBeLessThanOrEqual(limit);
    expect(page.page.count).toBe(page.results.length);
    results.push(...page.results);
    next = page.page.next_token;
  } while (next !== '');
  return results;
}

const rights = Object.entries(vocabulary).flatMap(([type, names]) => names.map((name) => ({ type, name })));
const nowhere = randomUUID();
/** Resources by number, since they are made only when the questions are. */
const resource = (number: number): string =>
  [...bots, project, ...channels, nowhere, 'their-bot'][number] ?? 'x';
const properties = fc.record(
  { bot: fc.nat(10), project: fc.constantFrom(5, 5, 8, 9), owner: fc.nat(5) },
  { requiredKeys: [] },
);

/** A question about one of the two workspaces. */
const questions = fc.record({
  inAccess: fc.boolean(),
  right: fc.constantFrom(...rights),
  id: fc.nat(10),
  properties,
  who: fc.nat(5),
  limit: fc.integer({ min: 1, max: 4 }),
  byAccount: fc.boolean(),
});

function asked({
  inAccess,
  right,
  id,
  properties: { owner, bot, project: inside },
  who,
  byAccount,
}: typeof questions extends fc.Arbitrary<infer Q> ? Q : never) {
  const people = inAccess ? holders : staff;
  const named = (one: Somebody | undefined): Entity =>
    byAccount ? { type: 'account', id: one?.account ?? '' } : { type: 'person', id: one?.personId ?? '' };
  return {
    token: inAccess ? accessKey : companyKey,
    people: people.map(named),
    subject: named(people[who]),
    action: { name: right.name },
    resource: {
      type: right.type,
      id: resource(id),
      properties: {
        ...(bot === undefined ? {} : { bot: resource(bot) }),
        ...(inside === undefined ? {} : { project: resource(inside) }),
        ...(owner === undefined ? {} : { ownerID: named(people[owner]).id }),
      },
    },
  };
}

describe('a search finds exactly what evaluations permit', () => {
  test('subjects', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { token, people, subject, action, resource } = asked(question);
        const body = { subject: { type: subject.type }, action, resource };
        const results = await all('search/subject', body, token, question.limit);
        const permitted: Entity[] = [];
        for (const one of people) if (await decides({ ...body, subject: one }, token)) permitted.push(one);
        const sorted = (list: readonly Entity[]) => list.map(({ type, id }) => `${type} ${id}`).sort();
        expect(sorted(results)).toEqual(sorted(permitted));
      }),
      { numRuns: 60 },
    );
  });

  test('resources, of the resources that are known', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { token, subject, action, resource } = asked(question);
        const { id: _id, ...searched } = resource;
        const results = await all(
          'search/resource',
          { subject, action, resource: searched },
          token,
          question.limit,
        );
        const resources: Record<string, string[]> = { bot: bots, project: [project], channel: channels };
        const workspaceId = question.inAccess ? access.workspaceId : company.workspaceId;
        const ids = resources[resource.type] ?? [workspaceId];
        const permitted: string[] = [];
        for (const id of question.inAccess || !(resource.type in resources) ? ids : []) {
          if (await decides({ subject, action, resource: { ...searched, id } }, token)) permitted.push(id);
        }
        expect(results.map(({ id }) => id)).toEqual(permitted);
      }),
      { numRuns: 60 },
    );
  });

  test('actions', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const { token, subject, resource } = asked(question);
        const results = await all('search/action', { subject, resource }, token, question.limit);
        const permitted: string[] = [];
        for (const { type, name } of rights) {
          if (type === resource.type && (await decides({ subject, action: { name }, resource }, token)))
            permitted.push(name);
        }
        expect(results.map(({ name }) => name)).toEqual(permitted);
      }),
      { numRuns: 40 },
    );
  });
});

describe('pages', () => {
  const everybody = {
    subject: { type: 'person' },
    action: { name: 'view' },
    resource: { type: 'workspace', id: '1' },
  };
  const refused = async (body: object, field: string): Promise<void> =>
    expect(await askAt(app.app.url, 'search/subject', companyKey, body)).toMatchObject({
      status: 400,
      body: { field },
    });

  test('without a limit come whole, with an empty token at the end', async () => {
    const { page, results } = await ask('search/subject', everybody);
    expect(page).toEqual({ next_token: '', count: 7 });
    expect(results.map(({ id }) => id).sort()).toEqual(staff.map(({ personId }) => personId).sort());
  });

  test('end exactly where the results end', async () => {
    expect((await ask('search/subject', { ...everybody, page: { limit: 7 } })).page.next_token).toBe('');
    expect((await ask('search/subject', { ...everybody, page: { limit: 6 } })).page.next_token).not.toBe('');
  });

  test('of no length lead nowhere: whoever followed them would never come to an end', async () => {
    expect(await ask('search/subject', { ...everybody, page: { limit: 0 } })).toEqual({
      page: { count: 0, next_token: '' },
      results: [],
    });
  });

  test('ignore the id of what is searched for', async () => {
    const named = { ...everybody, subject: { type: 'person', id: 5 } };
    expect((await ask('search/subject', named)).results).toHaveLength(7);
  });

  test('go with one question and one limit', async () => {
    const { page } = await ask('search/subject', { ...everybody, page: { limit: 2 } });
    const next = (change: object, more: object = {}) => ({
      ...everybody,
      ...change,
      page: { token: page.next_token, ...more },
    });
    expect((await ask('search/subject', next({}))).results).toHaveLength(2);
    expect((await ask('search/subject', next({}, { limit: 2 }))).results).toHaveLength(2);
    await refused(next({}, { limit: 3 }), 'page.limit');
    await refused(next({}, { properties: { sort: 'name' } }), 'page.properties');
    const sorted = { limit: 2, properties: { sort: 'name' } };
    const { page: of } = await ask('search/subject', { ...everybody, page: sorted });
    for (const more of [{}, sorted])
      await ask('search/subject', { ...everybody, page: { ...more, token: of.next_token } });
    await refused({ ...everybody, page: { token: of.next_token, properties: {} } }, 'page.properties');
    await refused(next({ action: { name: 'rename' } }), 'page.token');
    await refused(next({ subject: { type: 'account' } }), 'page.token');
    await refused(next({ resource: { type: 'workspace', id: '2' } }), 'page.token');
    await refused(next({ context: { time: 'now' } }), 'page.token');
    const reordered = {
      action: everybody.action,
      resource: { id: '1', type: 'workspace' },
      subject: everybody.subject,
    };
    expect(
      (await ask('search/subject', { ...reordered, page: { token: page.next_token } })).results,
    ).toHaveLength(2);
  });

  test.each(['x', 'bm90IGpzb24', Buffer.from('["x",null,["\'; drop table"]]').toString('base64url')])(
    'refuse the token %s',
    (token) => refused({ ...everybody, page: { token } }, 'page.token'),
  );

  test.each([-1, 1.5, '7', null])('refuse the limit %j', (limit) =>
    refused({ ...everybody, page: { limit } }, 'page.limit'),
  );

  test('a question nested too deep is refused before it hurts', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = JSON.stringify({ ...everybody, context: { a: 1 } }).replace('"a":1', `"a":${deep}`);
    expect(await askAt(app.app.url, 'search/subject', companyKey, body)).toMatchObject({ status: 400 });
  });
});

test('nobody is found who was suspended from, left or never entered the workspace', async () => {
  const { pool } = app.app.database;
  const acme = await found(pool, 'company', 'owner');
  const { token } = await issueKey(pool, acme);
  const [leaver, idler] = [await join(pool, acme, 'manager'), await join(pool, acme, 'manager')];
  await pool.query(`update memberships set state = 'left' where id = $1`, [leaver.membershipId]);
  await pool.query(`update memberships set state = 'suspended' where id = $1`, [idler.membershipId]);
  const asked = {
    subject: { type: 'person' },
    action: { name: 'view' },
    resource: { type: 'workspace', id: '1' },
  };
  expect((await ask('search/subject', asked, token)).results).toEqual([person(acme.founder)]);
  await changeRoles(pool, acme, await join(pool, acme), 0, { add: ['manager'] });
  const billing = { ...asked, action: { name: 'update' }, resource: { type: 'billing', id: '1' } };
  expect((await ask('search/subject', billing, token)).results).toEqual([person(acme.founder)]);
});
