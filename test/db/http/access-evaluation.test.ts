import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  act,
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

let app: TestApp;
let company: Founded;
let manager: Somebody;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  const { pool } = app.app.database;
  company = await found(pool, 'company', 'owner');
  manager = await join(pool, company, 'manager');
  key = (await issueKey(pool, company)).token;
});
afterAll(() => app.close());

const ask = (path: string, body: unknown, token: string | null = key, headers = {}) =>
  askAt(app.app.url, path, token, body, headers);

/** "May the manager do this?" */
const question = (type: string, name: string, properties?: Record<string, unknown>) => ({
  subject: person(manager),
  action: { name },
  resource: { type, id: '1', ...(properties ? { properties } : {}) },
});

describe('a single evaluation', () => {
  test('permits and denies, with nothing beside the decision', async () => {
    expect((await ask('evaluation', question('billing', 'view'))).body).toEqual({ decision: true });
    const denied = await ask('evaluation', question('billing', 'update'));
    expect(denied).toMatchObject({ status: 200, body: { decision: false } });
    expect(denied.headers.get('content-type')).toMatch(/^application\/json/);
    expect(Object.keys(denied.body as object)).toEqual(['decision']);
  });

  test('knows a person by an account too', async () => {
    const subject = { type: 'account', id: manager.account };
    expect((await ask('evaluation', { ...question('billing', 'view'), subject })).body).toEqual({
      decision: true,
    });
  });

  test.each([
    ['a person unknown here', { type: 'person', id: randomUUID() }],
    ['a person id that is none', { type: 'person', id: 'alice' }],
    ['an account unknown here', { type: 'account', id: 'telegram:7' }],
    ['an account of no messenger', { type: 'account', id: '42' }],
    ['an e-mail address', { type: 'email', id: 'rick@the-citadel.com' }],
    ['another type', { type: 'user', id: 'alice@example.com' }],
  ])('denies %s', async (_who, subject) => {
    const asked = { ...question('workspace', 'view'), subject, context: { reason: true } };
    expect((await ask('evaluation', asked)).body).toEqual({
      decision: false,
      context: { reason: { rule: 'not_member', roles: ['owner', 'administrator', 'manager', 'designer'] } },
    });
  });

  test.each([
    ['document', 'can_read'],
    ['bot', 'fly'],
    ['', 'bot.view'],
    ['bot.view', ''],
    ['constructor', 'name'],
  ])('denies what does not exist: %s %s', async (type, action) => {
    expect((await ask('evaluation', question(type, action))).body).toEqual({ decision: false });
  });

  test('gives its reason only when asked by exactly `reason: true`', async () => {
    const denied = { ...question('billing', 'update'), context: { reason: true } };
    expect((await ask('evaluation', denied)).body).toEqual({
      decision: false,
      context: { reason: { rule: 'no_role_allows', roles: ['owner'] } },
    });
    const allowed = { ...question('billing', 'view'), context: { reason: true } };
    expect((await ask('evaluation', allowed)).body).toEqual({
      decision: true,
      context: { reason: { role: 'manager', via: 'membership' } },
    });
    const unsure = { ...question('billing', 'view'), context: { reason: 'true' } };
    expect((await ask('evaluation', unsure)).body).toEqual({ decision: true });
  });

  test('ignores fields that it does not know', async () => {
    const asked = { ...question('billing', 'view'), more: [1], context: { time: '1985-10-26T01:22-07:00' } };
    const subject = { ...asked.subject, properties: { department: 'Sales' }, colour: 'red' };
    expect((await ask('evaluation', { ...asked, subject })).body).toEqual({ decision: true });
    const poisoned = `{"__proto__": {"decision": true}, ${JSON.stringify(question('billing', 'view')).slice(1)}`;
    expect((await ask('evaluation', poisoned)).body).toEqual({ decision: true });
  });

  test('gives a request identifier back, also beside an error', async () => {
    const id = { 'x-request-id': 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716' };
    for (const answer of [
      await ask('evaluation', question('billing', 'view'), key, id),
      await ask('evaluation', '{', key, id),
      await ask('evaluation', question('billing', 'view'), null, id),
      await ask('nothing', {}, key, id),
    ]) {
      expect(answer.headers.get('x-request-id')).toBe(id['x-request-id']);
    }
    expect((await ask('evaluation', question('billing', 'view'))).headers.get('x-request-id')).toBeNull();
  });
});

describe('grants', () => {
  let access: Founded;
  let developer: Somebody;
  let token: string;
  let [project, inside, channel, bot, other] = ['', '', '', '', ''];

  beforeAll(async () => {
    const { pool } = app.app.database;
    access = await found(pool, 'bot_access', 'super_admin');
    developer = await join(pool, access);
    project = await addProject(pool, access);
    inside = await addBot(pool, access, project);
    channel = await addChannel(pool, access, inside);
    bot = await addBot(pool, access);
    other = await addBot(pool, access);
    await grant(pool, access, developer, 'developer', 'project', project);
    await grant(pool, access, developer, 'inbox_admin', 'bot', bot);
    token = (await issueKey(pool, access)).token;
  });

  const may = async (
    type: string,
    id: string,
    action: string,
    properties: Record<string, unknown> = {},
    subject: object = person(developer),
  ) =>
    (
      (
        await ask(
          'evaluation',
          { subject, action: { name: action }, resource: { type, id, properties } },
          token,
        )
      ).body as { decision: boolean }
    ).decision;

  test('reach down from a project to the bots in it and their channels, as the tables say', async () => {
    expect(await may('project', project, 'view')).toBe(true);
    expect(await may('bot', inside, 'view')).toBe(true);
    expect(await may('bot', inside.toUpperCase(), 'view')).toBe(true);
    expect(await may('channel', channel, 'update')).toBe(true);
    expect(await may('scenario', 's1', 'update', { bot: inside })).toBe(true);
    expect(await may('scenario', 's1', 'update', { project })).toBe(true);
    expect(await may('bot', other, 'view')).toBe(false);
    expect(await may('ticket', 't1', 'close', { bot })).toBe(true);
    expect(await may('ticket', 't1', 'close', { bot: other })).toBe(false);
  });

  test('are not stretched by what a question claims of a resource that is known', async () => {
    expect(await may('bot', other, 'view', { project })).toBe(false);
    expect(await may('scenario', 's1', 'view', { bot: other, project })).toBe(false);
    expect(await may('channel', randomUUID(), 'view', { bot: inside })).toBe(false);
    expect(await may('bot', project, 'view')).toBe(false);
    expect(await may('bot', other, 'view', { bot, project: [project] })).toBe(false);
    expect(await may('project', randomUUID(), 'view', { project, bot })).toBe(false);
  });

  test('reach what is kept elsewhere, where it is said to lie in something of ours', async () => {
    expect(await may('bot', 'their-bot-7', 'view', { project })).toBe(true);
    expect(await may('bot', 'their-bot-7', 'view')).toBe(false);
    expect(await may('channel', 'c1', 'update', { bot: inside })).toBe(true);
    expect(await may('channel', 'c1', 'update', { bot: 'their-bot-7', project })).toBe(true);
  });

  test('let something be made inside, before it has an id', async () => {
    expect(await may('bot', 'new', 'create', { project })).toBe(true);
    expect(await may('bot', randomUUID(), 'create', { project })).toBe(true);
    expect(await may('bot', randomUUID(), 'create')).toBe(false);
    expect(await may('bot', randomUUID(), 'create', { project: randomUUID() })).toBe(false);
    expect(await may('channel', 'new', 'create', { bot: other })).toBe(false);
  });

  test('follow a bot that moves, and end with it', async () => {
    const { pool } = app.app.database;
    const wanderer = await addBot(pool, access);
    const move = {
      kind: 'bot.moved',
      id: wanderer,
      workspaceId: access.workspaceId,
      name: wanderer,
    } as const;
    const home = { id: project, name: project };
    expect(await may('bot', wanderer, 'view')).toBe(false);
    await act(pool, access.founder.personId, { ...move, from: null, to: home });
    expect(await may('bot', wanderer, 'view')).toBe(true);
    await act(pool, access.founder.personId, { ...move, from: home, to: null });
    expect(await may('bot', wanderer, 'view')).toBe(false);
    await grant(pool, access, developer, 'insights', 'bot', wanderer);
    expect(await may('report', 'r', 'view', { bot: wanderer })).toBe(true);
    await grant(pool, access, developer, 'insights', 'bot', wanderer, 'remove');
    expect(await may('report', 'r', 'view', { bot: wanderer })).toBe(false);
    const gone = {
      kind: 'bot.deleted',
      id: wanderer,
      workspaceId: access.workspaceId,
      name: wanderer,
    } as const;
    const head = person(access.founder);
    expect(await may('bot', wanderer, 'view', {}, head)).toBe(true);
    await act(pool, access.founder.personId, gone);
    expect(await may('bot', wanderer, 'view', {}, head)).toBe(false);
  });

  test("what is one's own is told by `ownerID`", async () => {
    const own = (ownerID: unknown) => may('performance', 'p', 'view', { bot, ownerID });
    expect(await own(developer.personId)).toBe(true);
    expect(await own(access.founder.personId)).toBe(false);
    expect(await own(undefined)).toBe(false);
    expect(await own([developer.personId])).toBe(false);

    const subject = { type: 'account', id: developer.account };
    const resource = { type: 'performance', id: 'p', properties: { bot, ownerID: developer.account } };
    const asked = { subject, action: { name: 'view' }, resource };
    expect((await ask('evaluation', asked, token)).body).toEqual({ decision: true });
  });
});

describe('the resources of another workspace', () => {
  test('are answered as those that never were, by the same statements, asked alone, in batches and searched for', async () => {
    const { pool } = app.app.database;
    const [mine, theirs] = [await found(pool, 'company', 'owner'), await found(pool, 'company', 'owner')];
    const { token } = await issueKey(pool, mine, { ratePerMinute: 1_000_000 });
    const bot = await addBot(pool, theirs, await addProject(pool, theirs));
    const channel = await addChannel(pool, theirs, bot);
    const head = person(mine.founder);
    const context = { reason: true };
    const statements = async (asking: () => Promise<unknown>) => {
      const seen: unknown[] = [];
      const listen = (client: PoolClient): void => {
        const { query } = client;
        client.query = ((...args: unknown[]) => {
          const [config] = args as [{ name?: string }];
          if (config.name === 'access-places' || config.name === 'access-masks') seen.push(config.name);
          return Reflect.apply(query, client, args);
        }) as typeof query;
        pool.once('release', () => {
          client.query = query;
        });
      };
      pool.on('acquire', listen);
      const answer = await asking();
      pool.off('acquire', listen);
      return { answer, seen };
    };
    for (const [type, id] of [
      ['bot', bot],
      ['channel', channel],
    ] as const) {
      const about = (one: string) => ({
        subject: head,
        action: { name: 'view' },
        resource: { type, id: one },
        context,
      });
      const alone = (one: string) =>
        statements(async () => (await ask('evaluation', about(one), token)).body);
      const [foreign, nowhere] = [await alone(id), await alone(randomUUID())];
      expect(foreign).toEqual(nowhere);
      expect(foreign.answer).toEqual({
        decision: false,
        context: { reason: { rule: 'no_such_resource', roles: [] } },
      });
      const inside = (one: string) => ({
        ...about('s'),
        resource: { type: 'scenario', id: 's', properties: { bot: one } },
      });
      const batch = await ask('evaluations', { evaluations: [inside(id), inside(randomUUID())] }, token);
      const [first, second] = (batch.body as { evaluations: unknown[] }).evaluations;
      expect(first).toEqual(second);
      const actions = (one: string) =>
        ask('search/action', { subject: head, resource: { type, id: one } }, token);
      expect((await actions(id)).body).toEqual((await actions(randomUUID())).body);
      const people = (one: string) =>
        ask('search/subject', { ...about(one), subject: { type: 'person' } }, token);
      expect((await people(id)).body).toMatchObject({ results: [] });
      expect(await ask('search/resource', { ...about(id), resource: { type } }, token)).toMatchObject({
        body: { results: [] },
      });
    }
  });
});

describe('masked columns', () => {
  test('are hidden from whoever may not unmask, until they are shown again', async () => {
    const { pool } = app.app.database;
    const access = await found(pool, 'bot_access', 'super_admin');
    const bot = await addBot(pool, access);
    const viewer = await join(pool, access);
    await grant(pool, access, viewer, 'database_viewer', 'bot', bot);
    const { token } = await issueKey(pool, access);
    const change = { workspaceId: access.workspaceId, table: 'Users', columns: ['Phone'] };
    const sees = async (who: Somebody, column: unknown, table = 'users', more: object = {}) =>
      (
        await ask(
          'evaluation',
          {
            subject: person(who),
            action: { name: 'view' },
            resource: { type: 'database', id: table, properties: { bot, column } },
            ...more,
          },
          token,
        )
      ).body;
    expect(await sees(viewer, 'phone')).toEqual({ decision: true });
    await act(pool, access.founder.personId, { kind: 'columns.masked', ...change });
    expect(await sees(viewer, 'phone')).toEqual({ decision: false });
    expect(await sees(viewer, 'phone', 'users', { context: { reason: true } })).toEqual({
      decision: false,
      context: { reason: { rule: 'column_masked', roles: ['super_admin'] } },
    });
    expect(await sees(viewer, 'PHONE', 'USERS')).toEqual({ decision: false });
    expect(await sees(viewer, ['name', 'phone'])).toEqual({ decision: false });
    expect(await sees(viewer, { name: 'phone' })).toEqual({ decision: false });
    expect(await sees(viewer, 'name')).toEqual({ decision: true });
    expect(await sees(viewer, undefined)).toEqual({ decision: true });
    expect(await sees(viewer, 'phone', 'orders')).toEqual({ decision: true });
    expect(await sees(access.founder, 'phone')).toEqual({ decision: true });
    await act(pool, access.founder.personId, { kind: 'columns.unmasked', ...change });
    expect(await sees(viewer, 'phone')).toEqual({ decision: true });
  });
});

describe('a batch', () => {
  const ids = (...pairs: [string, string][]) =>
    pairs.map(([type, name]) => ({ action: { name }, resource: { type, id: '1' } }));
  // permit, deny, permit
  const three = ids(['billing', 'view'], ['billing', 'update'], ['project', 'delete']);
  const batch = (evaluations_semantic?: string) => ({
    subject: person(manager),
    evaluations: three,
    ...(evaluations_semantic ? { options: { evaluations_semantic, another_option: 'value' } } : {}),
  });
  const decisions = (...list: boolean[]) => ({ evaluations: list.map((decision) => ({ decision })) });

  test.each([
    [undefined, decisions(true, false, true)],
    ['execute_all', decisions(true, false, true)],
    ['deny_on_first_deny', decisions(true, false)],
    ['permit_on_first_permit', decisions(true)],
  ])('by the semantic %s', async (semantic, expected) => {
    expect((await ask('evaluations', batch(semantic))).body).toEqual(expected);
  });

  test('short circuits run to the end where nothing stops them', async () => {
    const allowed = ids(['billing', 'view'], ['project', 'view']);
    const denied = ids(['billing', 'update'], ['owner', 'transfer']);
    const run = async (evaluations: object[], evaluations_semantic: string) =>
      (await ask('evaluations', { subject: person(manager), evaluations, options: { evaluations_semantic } }))
        .body;
    expect(await run(allowed, 'deny_on_first_deny')).toEqual(decisions(true, true));
    expect(await run(denied, 'permit_on_first_permit')).toEqual(decisions(false, false));
  });

  test('its own keys come before the defaults, whole', async () => {
    const body = {
      subject: person(manager),
      action: { name: 'view' },
      resource: { type: 'billing', id: '1' },
      context: { reason: true },
      evaluations: [
        {},
        { context: {} },
        { action: { name: 'update' }, context: {} },
        { subject: { type: 'person', id: randomUUID() }, context: {} },
        { resource: { type: 'audit', id: '1' }, context: {} },
      ],
    };
    expect((await ask('evaluations', body)).body).toEqual({
      evaluations: [
        { decision: true, context: { reason: { role: 'manager', via: 'membership' } } },
        { decision: true },
        { decision: false },
        { decision: false },
        { decision: false },
      ],
    });
  });

  test('without evaluations it is a single evaluation', async () => {
    const one = question('billing', 'view');
    expect((await ask('evaluations', one)).body).toEqual({ decision: true });
    expect((await ask('evaluations', { ...one, evaluations: [] })).body).toEqual({ decision: true });
    for (const [field, lacking] of [
      ['action', { subject: one.subject }],
      ['subject.id', { ...one, subject: { type: 'person' } }],
      ['action.name', { ...one, action: {} }],
      ['resource.type', { ...one, resource: { id: '1' } }],
    ] as const) {
      const { status, body } = await ask('evaluations', lacking);
      expect([status, body]).toEqual([400, expect.objectContaining({ field })]);
    }
  });

  test.each([
    [
      'an unknown semantic',
      { ...three[0], evaluations: three, options: { evaluations_semantic: 'first' } },
      'options.evaluations_semantic',
    ],
    ['evaluations that are no list', { ...three[0], evaluations: three[0] }, 'evaluations'],
    ['a default that is malformed', { evaluations: three, action: { name: 7 } }, 'action.name'],
    ['more than a thousand', { evaluations: Array(1001).fill({}) }, 'evaluations'],
  ])('refuses %s', async (_what, body, field) => {
    expect(await ask('evaluations', body)).toMatchObject({
      status: 400,
      body: { error: 'bad_request', field, message: expect.stringContaining(field) },
    });
  });

  test('what is amiss in one evaluation is told beside its denial, and the others are answered', async () => {
    const [permitted = {}, denied = {}] = three;
    const fault = (field: string, message = expect.stringMatching(/./)) => ({
      decision: false,
      context: { error: { status: 400, field, message } },
    });
    const evaluations = [
      { ...permitted, resource: undefined },
      permitted,
      { ...permitted, action: { name: 7 } },
      { ...permitted, subject: 'alice' },
      7,
      null,
      { ...permitted, malformed: { field: '', message: '' } },
      denied,
    ];
    const run = async (evaluations_semantic: string) =>
      ask('evaluations', { subject: person(manager), evaluations, options: { evaluations_semantic } });
    const answers = [
      fault('resource', 'required, here or as a default of the batch'),
      { decision: true },
      fault('action.name'),
      fault('subject'),
      fault(''),
      fault(''),
      { decision: true },
      { decision: false },
    ];
    expect(await run('execute_all')).toMatchObject({ status: 200, body: { evaluations: answers } });
    expect((await run('permit_on_first_permit')).body).toEqual({ evaluations: answers.slice(0, 2) });
    expect((await run('deny_on_first_deny')).body).toEqual({ evaluations: answers.slice(0, 1) });
  });
});

describe('a malformed request', () => {
  test.each([
    ['subject', { subject: 'alice' }],
    ['subject', { subject: null }],
    ['subject.id', { subject: { type: 'person' } }],
    ['subject.type', { subject: { type: 5, id: '1' } }],
    ['subject.properties', { subject: { type: 'person', id: '1', properties: [] } }],
    ['action.name', { action: {} }],
    ['action', { action: 'view' }],
    ['resource.id', { resource: { type: 'bot', id: 7 } }],
    ['context', { context: 'now' }],
  ])('is told that %s is wrong', async (field, change) => {
    expect(await ask('evaluation', { ...question('billing', 'view'), ...change })).toMatchObject({
      status: 400,
      body: { error: 'bad_request', field },
    });
  });

  test.each(['', '{', '[]', 'null', '"subject"', '7', '{"subject":}', '\u0000'])(
    'is told that its body %j is wrong',
    async (body) => {
      expect(await ask('evaluation', body)).toMatchObject({ status: 400, body: { field: 'body' } });
    },
  );

  test('is told that it is no JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await ask('evaluation', question('billing', 'view'), key, headers)).toMatchObject({
      status: 400,
      body: { field: 'content-type' },
    });
  });

  test('is not read when it is huge', async () => {
    expect((await ask('evaluation', `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  });
});

test('a change committed by this process is seen by the very next question', async () => {
  const { pool } = app.app.database;
  const joiner = await join(pool, company, 'designer');
  const asked = {
    ...question('billing', 'view'),
    action: { name: 'delete' },
    resource: { type: 'project', id: '1' },
  };
  const may = async () =>
    (
      (await ask('evaluation', { ...asked, subject: { type: 'account', id: joiner.account } })).body as {
        decision: boolean;
      }
    ).decision;
  for (let version = 0; version < 6; version += 2) {
    expect(await may()).toBe(false);
    await changeRoles(pool, company, joiner, version, { add: ['administrator'] });
    expect(await may()).toBe(true);
    await changeRoles(pool, company, joiner, version + 1, { remove: ['administrator'] });
  }
  expect(await may()).toBe(false);
});
