import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { type Founded, found, issueKey } from '../../support/decision-api.ts';

let app: TestApp;
let company: Founded;
let key: string;
let question: string;

beforeAll(async () => {
  app = await createTestApp();
  company = await found(app.app.database.pool, 'company', 'owner');
  key = (await issueKey(app.app.database.pool, company, { ratePerMinute: 1_000_000 })).token;
  question = JSON.stringify({
    subject: { type: 'person', id: company.founder.personId },
    action: { name: 'rename' },
    resource: { type: 'workspace', id: company.workspaceId },
  });
});
afterAll(() => app.close());

interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly requestId: string | null;
}

/** Sends bytes as they are; the answer must be JSON whatever they were. */
async function send(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = 'evaluation',
): Promise<Told> {
  const response = await fetch(`${app.app.url}/access/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    requestId: response.headers.get('x-request-id'),
  };
}

const permitted = { status: 200, body: { decision: true } };
const malformed = (field: string) => ({ status: 400, body: { error: 'bad_request', field } });

test('the content type is JSON, with or without parameters, and nothing else', async () => {
  for (const type of [
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/json;x=y',
  ]) {
    expect(await send(question, { 'content-type': type })).toMatchObject(permitted);
  }
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
    'json',
    ';',
    '*/*',
  ]) {
    expect(await send(question, { 'content-type': type })).toMatchObject(malformed('content-type'));
  }
});

test('a body in another encoding than UTF-8 is refused, or read as what it then says', async () => {
  expect(await send(Buffer.from(question, 'utf16le'))).toMatchObject(malformed('body'));
  expect(await send(gzipSync(question), { 'content-encoding': 'gzip' })).toMatchObject(malformed('body'));
  expect(await send(Buffer.from(`\uFEFF${question}`))).toMatchObject(permitted);
  const broken = Buffer.concat([Buffer.from(question.slice(0, -1)), Buffer.from([0x2c, 0xff, 0xc3, 0x28])]);
  expect(await send(broken)).toMatchObject(malformed('body'));
  const inside = Buffer.from(question.replace('"rename"', '"ren\u0001ame"').replace('\u0001', '\\u0001'));
  inside[inside.indexOf('ren') + 1] = 0xff;
  expect(await send(inside)).toMatchObject({ status: 200, body: { decision: false } });
});

test('of a key that stands twice the last counts, as JSON parsers have it', async () => {
  const twice = question.replace('{"name":"rename"}', '{"name":"rename","name":"eat"}');
  expect(await send(twice)).toMatchObject({ status: 200, body: { decision: false } });
  const again = question.replace('{"name":"rename"}', '{"name":"eat","name":"rename"}');
  expect(await send(again)).toMatchObject(permitted);
  expect(await send(question.replace('"resource"', '"action":7,"resource"'))).toMatchObject(
    malformed('action'),
  );
});

test('NUL and lone surrogates in any text are text', async () => {
  const odd = fc.constantFrom(
    '\\u0000',
    '\\ud800',
    '\\udc00\\ud800',
    '\\uffff',
    'телеграм',
    '\\ud83d\\ude00',
  );
  const place = fc.constantFrom('"person"', '"rename"', '"workspace"');
  await fc.assert(
    fc.asyncProperty(odd, place, fc.boolean(), async (text, where, whole) => {
      const body = question.replace(where, whole ? `"${text}"` : `${where.slice(0, -1)}${text}"`);
      expect(await send(body)).toMatchObject({ status: 200, body: { decision: false } });
    }),
    { numRuns: 30 },
  );
});

test('what is too large is refused before it is read, what is just not too large is answered', async () => {
  const filled = (size: number) =>
    question.replace('{"subject"', `{"filling":"${'x'.repeat(size - question.length - 13)}","subject"`);
  expect(await send(filled(1024 * 1024 + 1))).toMatchObject({ status: 413, body: { error: 'too_large' } });
  expect(await send(filled(1024 * 1024))).toMatchObject(permitted);
  const many = (count: number) =>
    JSON.stringify({ ...JSON.parse(question), evaluations: Array(count).fill({}) });
  expect(await send(many(1_000), {}, 'evaluations')).toMatchObject({ status: 200 });
  expect(await send(many(1_001), {}, 'evaluations')).toMatchObject(malformed('evaluations'));
});

test('depth and breadth are ignored where they are ignored, and named where they are not', async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  expect(await send(question.replace('{"subject"', `{"x":${deep},"subject"`))).toMatchObject(permitted);
  expect(await send(question.replace('"rename"', deep))).toMatchObject(malformed('action.name'));
  expect(await send(deep)).toMatchObject(malformed('subject'));
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`key-${n}`, n]));
  const properties = JSON.stringify({ ...JSON.parse(question).subject, properties: wide });
  const subject = JSON.stringify(JSON.parse(question).subject);
  expect(await send(question.replace(subject, properties))).toMatchObject(permitted);
});

test('what is no JSON is told so', async () => {
  for (const body of ['', ' ', 'null', '[]', '"text"', '1', 'true', '{', '{}}', 'NaN', "{'a':1}", '\0']) {
    const told = await send(body);
    expect(told).toMatchObject({ status: 400, body: { error: 'bad_request', field: expect.any(String) } });
  }
});

test('the identifier of a request comes back beside every answer, whatever it is', async () => {
  const ids = fc.string({ unit: fc.constantFrom(...'aZ09-_./:;=,()!*~ '), minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(ids, async (id) => {
      const expected = id.trim();
      fc.pre(expected !== '');
      const headers = { 'x-request-id': expected };
      expect((await send(question, headers)).requestId).toBe(expected);
      expect((await send('{', headers)).requestId).toBe(expected);
      expect((await send(question, { ...headers, authorization: 'Bearer x' })).requestId).toBe(expected);
      expect((await send(question, headers, 'nothing')).requestId).toBe(expected);
    }),
    { numRuns: 15 },
  );
});

test('a header that is no bearer token is one answer, however it is wrong', async () => {
  const [scheme, ...rest] = key.split('_');
  const wrong = [
    '',
    'Bearer',
    'Bearer ',
    key,
    `Basic ${key}`,
    `Bearer ${key}x`,
    `Bearer ${key.slice(0, -1)}`,
    `Bearer ${scheme}_${rest.toReversed().join('_')}`,
    `Bearer ${key} ${key}`,
    `Bearer ${'x'.repeat(5_000)}`,
  ];
  const answers = await Promise.all(wrong.map((authorization) => send(question, { authorization })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
});
