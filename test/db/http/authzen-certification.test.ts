import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkScheme } from '../../../src/features/schemes/file/parse.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { ask as askAt, found, issueKey } from '../../support/decision-api.ts';
import { giveScheme } from '../../support/own-scheme.ts';

/*
 * What the working group's certification scenario asks of a decision point, on all its levels: Basic, Batch, Search
 * and Discovery, each with and without properties.
 */

const where = (condition: object, action: string) => ({ where: condition, can: { record: [action] } });
const titled = (key: string, can: object, canWhere: readonly object[]) => ({
  key,
  title: key,
  can,
  canWhere,
});

const scheme = {
  key: 'records',
  title: 'Records',
  rolesPerMember: 'many',
  keystone: { role: 'head', holders: 'exactly_one' },
  edits: 'broader',
  vocabulary: { record: ['read', 'write', 'delete'] },
  roles: [
    { key: 'head', title: 'Head', can: 'everything' },
    titled('writer', { record: ['read'] }, [
      where({ resource: 'status', value: 'active' }, 'write'),
      where({ action: 'soft', value: true }, 'delete'),
    ]),
    titled('archivist', { record: ['read'] }, [where({ resource: 'status', value: 'archived' }, 'write')]),
  ],
  entities: {
    subjects: {
      user: { alice: { roles: ['writer'] }, bob: { roles: ['archivist'], properties: { role: 'admin' } } },
    },
    resources: { record: { 'record-1': { status: 'active' }, 'record-2': { status: 'archived' } } },
  },
};

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await createTestApp();
  const { pool } = app.app.database;
  const workspace = await found(pool, 'cabinet', 'owner');
  key = (await issueKey(pool, workspace)).token;
  const checked = checkScheme(scheme);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  await giveScheme(pool, workspace, checked.scheme);
});
afterAll(() => app.close());

const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  askAt(app.app.url, path, key, body, headers);
const user = (id: string, properties?: object) => ({ type: 'user', id, ...(properties && { properties }) });
const record = (id: string, properties?: object) => ({
  type: 'record',
  id,
  ...(properties && { properties }),
});
const one = (who: string, name: string, which = 'record-1') => ({
  subject: user(who),
  action: { name },
  resource: record(which),
});
const erase = (soft: boolean) => ({ action: { name: 'delete', properties: { soft } } });
const without = (body: object, ...keys: string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !keys.includes(name)));
const yes = { decision: true };
const no = { decision: false };
const archived = { status: 'archived' };

describe('one evaluation', () => {
  test.each<[string, object, object]>([
    ['alice reads', one('alice', 'read'), yes],
    ['alice writes', one('alice', 'write'), yes],
    ['bob reads', one('bob', 'read'), yes],
    ['bob does not write', one('bob', 'write'), no],
    [
      'alice does not write what is archived',
      { ...one('alice', 'write'), resource: record('record-2', archived) },
      no,
    ],
    [
      'bob, an admin, writes what is archived',
      {
        ...one('bob', 'write'),
        subject: user('bob', { role: 'admin' }),
        resource: record('record-2', archived),
      },
      yes,
    ],
    ['alice deletes softly', { ...one('alice', 'delete'), ...erase(true) }, yes],
    ['alice does not delete for good', { ...one('alice', 'delete'), ...erase(false) }, no],
    ['alice does not delete without saying how', one('alice', 'delete'), no],
    [
      'a context',
      { ...one('alice', 'read'), context: { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' } },
      yes,
    ],
    [
      'more properties',
      {
        subject: user('alice', { department: 'Sales', role: 'manager' }),
        action: { name: 'read', properties: { method: 'GET' } },
        resource: record('record-1', { status: 'active', owner: 'bob' }),
      },
      yes,
    ],
    ['unknown fields', { ...one('alice', 'read'), foo: 'bar', futureField: { nested: true } }, yes],
  ])('%s', async (_what, body, expected) => {
    const answer = await ask('evaluation', body, { 'x-request-id': 'r-1' });
    expect(answer).toMatchObject({ status: 200, body: expected });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-request-id')).toBe('r-1');
    expect((await ask('evaluation', body)).body).toEqual(answer.body);
  });

  test.each<[string, unknown]>([
    ['no subject', without(one('alice', 'read'), 'subject')],
    ['no action', without(one('alice', 'read'), 'action')],
    ['no resource', without(one('alice', 'read'), 'resource')],
    ['a subject without type', { ...one('alice', 'read'), subject: { id: 'alice' } }],
    ['a subject without id', { ...one('alice', 'read'), subject: { type: 'user' } }],
    ['an action without name', { ...one('alice', 'read'), action: {} }],
    ['a resource without type', { ...one('alice', 'read'), resource: { id: 'record-1' } }],
    ['a resource without id', { ...one('alice', 'read'), resource: { type: 'record' } }],
    ['a subject that is no object', { ...one('alice', 'read'), subject: 'alice' }],
    ['a name that is no string', { ...one('alice', 'read'), action: { name: 123 } }],
    ['no JSON', '{"subject":'],
    ['nothing', ''],
  ])('%s is a bad request, with the identifier it came with', async (_what, body) => {
    const answer = await ask('evaluation', body, { 'x-request-id': 'r-2' });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringMatching(/./) } });
    expect(answer.headers.get('x-request-id')).toBe('r-2');
  });
});

describe('a batch', () => {
  const decisions = (...list: object[]) => ({ evaluations: list });
  test.each<[string, object, object]>([
    [
      'defaults, in order',
      {
        subject: user('bob'),
        resource: record('record-1'),
        evaluations: [{ action: { name: 'read' } }, { action: { name: 'write' } }],
      },
      decisions(yes, no),
    ],
    ['no defaults', { evaluations: [one('alice', 'read'), one('bob', 'write')] }, decisions(yes, no)],
    [
      'properties of each resource',
      {
        subject: user('alice'),
        action: { name: 'write' },
        evaluations: [
          { resource: record('record-1', { status: 'active' }) },
          { resource: record('record-2', archived) },
        ],
      },
      decisions(yes, no),
    ],
    [
      'properties of each subject',
      {
        action: { name: 'write' },
        resource: record('record-2', archived),
        evaluations: [{ subject: user('alice') }, { subject: user('bob', { role: 'admin' }) }],
      },
      decisions(no, yes),
    ],
    [
      'a default that lends its type, and nothing else, to resources that have none',
      {
        ...one('alice', 'write'),
        resource: { type: 'record', properties: archived },
        evaluations: [
          { resource: { id: 'record-1', properties: { status: 'active' } } },
          { resource: record('record-2', archived) },
          { resource: { id: 'record-1' } },
        ],
      },
      decisions(yes, no, yes),
    ],
    [
      'defaults of which each evaluation has the other half',
      {
        subject: { type: 'user' },
        action: { name: 'read' },
        resource: { id: 'record-1' },
        evaluations: [
          { subject: { id: 'alice' }, resource: { type: 'record' } },
          { subject: { id: 'nobody' }, resource: { type: 'record' } },
          { subject: { id: 'alice' }, action: { properties: {} }, resource: { type: 'record' } },
          { subject: { id: 'alice' }, action: { name: 'write' } },
          { resource: { type: 'record' } },
        ],
      },
      decisions(
        yes,
        no,
        yes,
        { ...no, context: { error: expect.objectContaining({ status: 400, field: 'resource.type' }) } },
        { ...no, context: { error: expect.objectContaining({ status: 400, field: 'subject.id' }) } },
      ),
    ],
    [
      'properties of each action',
      {
        subject: user('alice'),
        resource: record('record-1'),
        evaluations: [erase(true), erase(false), { action: { name: 'delete' } }],
      },
      decisions(yes, no, no),
    ],
    [
      'properties of the action by default, which are not mixed with those of another',
      {
        ...one('alice', 'delete'),
        ...erase(true),
        evaluations: [{ resource: record('record-2') }, { action: { name: 'delete', properties: {} } }],
      },
      decisions(yes, no),
    ],
    [
      'a context of its own',
      {
        subject: user('alice'),
        action: { name: 'read' },
        context: { time: '2025-06-27T18:03-07:00' },
        evaluations: [
          { resource: record('record-1') },
          { resource: record('record-2'), context: { source: 'batch' } },
        ],
      },
      decisions(yes, yes),
    ],
    [
      'one that lacks its resource',
      {
        subject: user('alice'),
        action: { name: 'read' },
        evaluations: [{ resource: record('record-1') }, {}],
      },
      decisions(yes, { ...no, context: { error: expect.objectContaining({ status: 400 }) } }),
    ],
    ['no evaluations', one('alice', 'read'), yes],
    ['an empty list of evaluations', { ...one('alice', 'read'), evaluations: [] }, yes],
  ])('with %s', async (_what, body, expected) => {
    expect(await ask('evaluations', body)).toMatchObject({ status: 200, body: expected });
  });
});

describe('a search', () => {
  const ended = { next_token: '' };
  const users = { subject: { type: 'user' }, action: { name: 'read' }, resource: record('record-1') };
  test.each<[string, string, object, object[]]>([
    ['who reads', 'subject', users, [user('alice'), user('bob')]],
    [
      'who reads, with a context',
      'subject',
      { ...users, context: { ip: '::1' } },
      [user('alice'), user('bob')],
    ],
    [
      'who writes what is archived',
      'subject',
      { ...users, action: { name: 'write' }, resource: record('record-2', archived) },
      [user('bob')],
    ],
    [
      'what alice reads',
      'resource',
      { ...one('alice', 'read'), resource: { type: 'record' } },
      [record('record-1'), record('record-2')],
    ],
    [
      'what bob, an admin, writes',
      'resource',
      { subject: user('bob', { role: 'admin' }), action: { name: 'write' }, resource: { type: 'record' } },
      [record('record-2')],
    ],
    [
      'what alice does',
      'action',
      { subject: user('alice'), resource: record('record-1') },
      [{ name: 'read' }, { name: 'write' }],
    ],
    ['who deletes softly', 'subject', { ...users, ...erase(true) }, [user('alice')]],
    ['who deletes for good', 'subject', { ...users, ...erase(false) }, []],
    [
      'what alice deletes softly',
      'resource',
      { subject: user('alice'), ...erase(true), resource: { type: 'record' } },
      [record('record-1'), record('record-2')],
    ],
    ['what nobody does', 'action', { subject: user('nonexistent-user'), resource: record('record-1') }, []],
    ['subjects of no type', 'subject', { ...users, subject: { type: 'spaceship' } }, []],
    ['resources of no type', 'resource', { ...one('alice', 'read'), resource: { type: 'spaceship' } }, []],
  ])('for %s', async (_what, kind, body, results) => {
    expect(await ask(`search/${kind}`, body)).toMatchObject({ status: 200, body: { page: ended, results } });
  });

  test('comes in pages', async () => {
    const first = await ask('search/subject', { ...users, page: { limit: 1 } });
    expect(first).toMatchObject({ status: 200, body: { page: { next_token: expect.stringMatching(/./) } } });
    const { next_token: token } = (first.body as { page: { next_token: string } }).page;
    expect(await ask('search/subject', { ...users, page: { token } })).toMatchObject({
      status: 200,
      body: { page: ended, results: [user('bob')] },
    });
  });

  test.each<[string, string, object]>([
    ['subjects without an action', 'subject', without(users, 'action')],
    ['resources without a subject', 'resource', { action: { name: 'read' }, resource: { type: 'record' } }],
    ['actions without a resource', 'action', { subject: user('alice') }],
    ['subjects for a resource without id', 'subject', { ...users, resource: { type: 'record' } }],
    ['resources for a subject without id', 'resource', { ...users, resource: { type: 'record' } }],
  ])('for %s is a bad request', async (_what, kind, body) => {
    expect((await ask(`search/${kind}`, body)).status).toBe(400);
  });
});
