import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { ask, found, issueKey } from '../../support/decision-api.ts';

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  const workspace = await found(app.app.database.pool, 'company', 'owner');
  key = (await issueKey(app.app.database.pool, workspace)).token;
});
afterAll(() => app.close());

const alice = { type: 'user', id: 'alice@example.com' };
const context = { time: '2024-05-31T15:22-07:00' };
const read = { name: 'can_read' };
const document = (id: string) => ({ resource: { type: 'document', id } });
const three = [document('boxcarring.md'), document('subject-search.md'), document('resource-search.md')];
const denied = { decision: false };

/** Requests as the specification gives them; their users and documents are nobody and nothing here. */
const examples: [string, string, object, object][] = [
  [
    'a request with all four entities',
    'evaluation',
    {
      subject: alice,
      resource: { type: 'account', id: '123' },
      action: { name: 'can_read', properties: { method: 'GET' } },
      context: { time: '1985-10-26T01:22-07:00' },
    },
    denied,
  ],
  [
    'three requests, with no default values',
    'evaluations',
    { evaluations: three.map((one) => ({ subject: alice, action: read, ...one, context })) },
    { evaluations: [denied, denied, denied] },
  ],
  [
    'three requests that refer to a single subject and context',
    'evaluations',
    { subject: alice, context, evaluations: three.map((one) => ({ action: read, ...one })) },
    { evaluations: [denied, denied, denied] },
  ],
  [
    'a default action that the third request overrides',
    'evaluations',
    {
      subject: alice,
      context,
      action: read,
      evaluations: [three[0], three[1], { action: { name: 'can_edit' }, ...three[2] }],
    },
    { evaluations: [denied, denied, denied] },
  ],
  [
    'options that nobody knows beside those that everybody does',
    'evaluations',
    {
      evaluations: [{ resource: { type: 'doc', id: '1' }, subject: { type: 'doc', id: '2' }, action: read }],
      options: { evaluations_semantic: 'execute_all', another_option: 'value' },
    },
    { evaluations: [denied] },
  ],
  [
    'deny on first deny',
    'evaluations',
    {
      subject: alice,
      action: { name: 'read' },
      options: { evaluations_semantic: 'deny_on_first_deny' },
      evaluations: [document('1'), document('2'), document('3')],
    },
    { evaluations: [denied] },
  ],
  [
    'a subject search',
    'search/subject',
    { subject: { type: 'user' }, action: read, resource: { type: 'account', id: '123' }, context },
    { page: { next_token: '', count: 0 }, results: [] },
  ],
  [
    'a resource search',
    'search/resource',
    { subject: alice, action: read, resource: { type: 'account' } },
    { page: { next_token: '', count: 0 }, results: [] },
  ],
  [
    'an action search',
    'search/action',
    { subject: alice, resource: { type: 'account', id: '123' }, context },
    { page: { next_token: '', count: 0 }, results: [] },
  ],
];

test.each(examples)('%s', async (_title, path, request, response) => {
  expect(await ask(app.app.url, path, key, request)).toMatchObject({ status: 200, body: response });
});

describe('metadata', () => {
  const metadata = (host: string) =>
    fetch(`${app.app.url}/.well-known/authzen-configuration`, { headers: { 'x-request-id': host } });

  test('names every endpoint below the address it was asked at, and each of them answers', async () => {
    const response = await metadata('r1');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-request-id')).toBe('r1');
    const { policy_decision_point, ...endpoints } = (await response.json()) as Record<string, string>;
    expect(policy_decision_point).toBe(app.app.url);
    expect(Object.keys(endpoints).sort()).toEqual([
      'access_evaluation_endpoint',
      'access_evaluations_endpoint',
      'search_action_endpoint',
      'search_resource_endpoint',
      'search_subject_endpoint',
    ]);
    for (const endpoint of Object.values(endpoints)) {
      expect((await fetch(endpoint, { method: 'POST' })).status).toBe(401);
    }
  });
});

interface Described {
  content: Record<string, { schema: { required: string[] } }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    { post: { requestBody: Described; responses: Record<'200' | '400' | '413', Described> } }
  >;
}

describe('the OpenAPI document', () => {
  test('is served without a key and describes what is there', async () => {
    const response = await fetch(`${app.app.url}/access/v1/openapi.json`);
    expect(response.status).toBe(200);
    const document = (await response.json()) as OpenApi;
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths).sort()).toEqual([
      '/access/v1/evaluation',
      '/access/v1/evaluations',
      '/access/v1/search/action',
      '/access/v1/search/resource',
      '/access/v1/search/subject',
    ]);
    const evaluation = document.paths['/access/v1/evaluation']?.post;
    const schema = evaluation?.requestBody.content['application/json']?.schema;
    expect(schema?.required).toEqual(['subject', 'action', 'resource']);
    expect(Object.keys(evaluation?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '413',
      '429',
      '503',
    ]);
    expect(JSON.stringify(document)).not.toContain('Default Response');
  });
});

describe('another method', () => {
  test.each(['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action'])(
    'on %s is answered 405 with the one that is taken',
    async (path) => {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const response = await fetch(`${app.app.url}/access/v1/${path}`, { method });
        expect(response.status).toBe(405);
        expect(response.headers.get('allow')).toBe('POST');
        expect(await response.json()).toMatchObject({ error: 'method_not_allowed' });
      }
    },
  );

  test('on the document as well', async () => {
    const response = await fetch(`${app.app.url}/access/v1/openapi.json`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('requests and answers are as the OpenAPI document has them', async () => {
  const response = await fetch(`${app.app.url}/access/v1/openapi.json`);
  const { paths } = (await response.json()) as OpenApi;
  type Content = OpenApi['paths'][string]['post']['requestBody'];
  const schemaOf = ({ content }: Content) => z.fromJSONSchema(content['application/json']?.schema ?? {});
  for (const [, path, request] of examples) {
    const endpoint = paths[`/access/v1/${path}`]?.post;
    if (endpoint === undefined) throw new Error(`${path} is not described`);
    const asked = {
      ...request,
      context: { reason: true },
      ...(path.startsWith('search') && { page: { limit: 1 } }),
    };
    expect(schemaOf(endpoint.requestBody).safeParse(asked).error).toBeUndefined();
    const tried = [asked, { subject: 7 }, `"${'x'.repeat(1024 * 1024)}"`];
    for (const [place, status] of (['200', '400', '413'] as const).entries()) {
      const answer = await ask(app.app.url, path, key, tried[place]);
      expect(String(answer.status)).toBe(status);
      expect(schemaOf(endpoint.responses[status]).safeParse(answer.body).error).toBeUndefined();
      expect(schemaOf(endpoint.responses[status]).safeParse({}).success).toBe(false);
    }
  }
});

test('what is no endpoint is not found, in JSON, and the webhooks keep their own ways', async () => {
  expect(await ask(app.app.url, 'nothing', key, {})).toMatchObject({
    status: 404,
    body: { error: 'not_found' },
  });
  const webhook = await fetch(`${app.app.url}/webhooks/telegram`, { method: 'POST', body: '{}' });
  expect(webhook.status).toBe(401);
  expect(await webhook.json()).toEqual({ error: 'unauthorized' });
});
