import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { livingKeys } from '../../../src/features/api-keys/list.ts';
import { revokeKey } from '../../../src/features/api-keys/revoke.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  act,
  actorOf,
  ask as askAt,
  type Founded,
  found,
  issueKey,
  join,
  person,
} from '../../support/decision-api.ts';
import { find } from '../../support/find.ts';

let app: TestApp;
let acme: Founded;
let other: Founded;

beforeAll(async () => {
  app = await createTestApp();
  acme = await found(app.app.database.pool, 'company', 'owner');
  other = await found(app.app.database.pool, 'company', 'owner');
});
afterAll(() => app.close());

const ask = (token: string | null, body: unknown = question(acme), path = 'evaluation') =>
  askAt(app.app.url, path, token, body);
const question = ({ founder }: Founded) => ({
  subject: person(founder),
  action: { name: 'view' },
  resource: { type: 'billing', id: '1' },
});
const keysOf = ({ workspaceId }: Founded) => find(app.app.database, { kind: 'keys.list', workspaceId });
const lastUseOf = async (keyId: string): Promise<number | undefined> =>
  (await keysOf(acme)).find(({ id }) => id === keyId)?.lastUsedAt?.getTime();
const owner = () => actorOf(acme, ['owner']);

describe('a key', () => {
  test('names its workspace: who belongs to another is a stranger', async () => {
    const { token } = await issueKey(app.app.database.pool, acme);
    expect((await ask(token, question(acme))).body).toEqual({ decision: true });
    expect((await ask(token, question(other))).body).toEqual({ decision: false });
  });

  test('tells of another workspace no more than of nobody', async () => {
    const { token } = await issueKey(app.app.database.pool, acme);
    const nobody = { type: 'person', id: '00000000-0000-4000-8000-000000000000' };
    const noAccount = { type: 'account', id: 'telegram:1' };
    const theirs = person(other.founder);
    const theirAccount = { type: 'account', id: other.founder.account };
    for (const [elsewhere, nowhere] of [
      [theirs, nobody],
      [theirAccount, noAccount],
    ]) {
      for (const [path, more] of [
        ['evaluation', { action: { name: 'view' }, resource: { type: 'billing', id: '1' } }],
        ['search/resource', { action: { name: 'view' }, resource: { type: 'billing' } }],
        ['search/action', { resource: { type: 'billing', id: other.workspaceId } }],
      ] as const) {
        const context = { reason: true };
        const first = await ask(token, { ...more, context, subject: elsewhere }, path);
        const second = await ask(token, { ...more, context, subject: nowhere }, path);
        expect(first.status).toBe(200);
        expect(first.body).toEqual(second.body);
      }
    }
  });

  test('may be limited to evaluations', async () => {
    const { token } = await issueKey(app.app.database.pool, acme, { scopes: ['evaluate'] });
    expect((await ask(token)).status).toBe(200);
    const search = { subject: person(acme.founder), resource: { type: 'billing', id: '1' } };
    expect(await ask(token, search, 'search/action')).toMatchObject({
      status: 403,
      body: { error: 'forbidden' },
    });
  });

  test('is stored as a hash only', async () => {
    const { token, publicId } = await issueKey(app.app.database.pool, acme);
    const secret = token.slice(`ck_${publicId}_`.length);
    const { rows } = await app.app.database.pool.query(
      `select k::text as row, encode(k.secret_hash, 'hex') as hash from api_keys k where public_id = $1`,
      [publicId],
    );
    expect(rows[0].row).not.toContain(secret);
    expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('shows when it was last used, written at most once a minute', async () => {
    const { token, keyId } = await issueKey(app.app.database.pool, acme);
    const lastUse = () => lastUseOf(keyId);
    const used = async (): Promise<number> => {
      await ask(token);
      return expect
        .poll(lastUse)
        .toBeTypeOf('number')
        .then(async () => (await lastUse()) ?? 0);
    };
    expect(await lastUse()).toBeUndefined();
    const first = await used();
    app.pass(30_000);
    expect(await used()).toBe(first);
    app.pass(31_000);
    await ask(token);
    await expect.poll(lastUse).toBeGreaterThan(first + 60_000);
  });

  test('answers so many requests a minute, and says when to come again', async () => {
    const { token } = await issueKey(app.app.database.pool, acme, { ratePerMinute: 3 });
    const another = await issueKey(app.app.database.pool, acme);
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await ask(token)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await ask(token, {}, 'evaluations');
    expect(refused).toMatchObject({ status: 429, body: { error: 'too_many_requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(another.token)).status).toBe(200);
  });
});

describe('without a living key', () => {
  test.each([
    ['no key', () => null],
    ['no form of a key', () => 'secret'],
    ['an unknown key', () => `ck_0123456789abcdef_${'A'.repeat(43)}`],
  ])('%s is refused', async (_what, token) => {
    const answer = await ask(token());
    expect(answer).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('a wrong secret is refused in the very words of an unknown key', async () => {
    const { token } = await issueKey(app.app.database.pool, acme);
    const wrong = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const unknown = await ask(`ck_0123456789abcdef_${'A'.repeat(43)}`);
    expect((await ask(wrong)).body).toEqual(unknown.body);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(wrong)).status).toBe(401);
  });

  test('another scheme than bearer, and a malformed body, are refused as unauthorized', async () => {
    const { token } = await issueKey(app.app.database.pool, acme);
    const basic = await askAt(app.app.url, 'evaluation', null, question(acme), {
      authorization: `Basic ${token}`,
    });
    expect(basic.status).toBe(401);
    expect((await ask(null, '{')).status).toBe(401);
  });
});

describe('revoking', () => {
  test('closes at once, for good, and shows in the list', async () => {
    const { pool } = app.app.database;
    const { token, keyId } = await issueKey(pool, acme);
    expect((await ask(token)).status).toBe(200);
    const existing = await keysOf(acme);
    await act(
      pool,
      acme.founder.personId,
      ...revokeKey(owner(), presets.company, existing, keyId, new Date()),
    );
    expect((await ask(token)).status).toBe(401);
    const after = await keysOf(acme);
    expect(livingKeys(owner(), presets.company, after, new Date()).map(({ id }) => id)).not.toContain(keyId);
    expect(() => revokeKey(owner(), presets.company, after, keyId, new Date())).toThrow('key_revoked');
  });

  test('closes to requests that have begun and whose body has not come yet', async () => {
    const { pool } = app.app.database;
    const { token, keyId } = await issueKey(pool, acme);
    const slowly = (path: string) => {
      const body = JSON.stringify({ ...question(acme), resource: { type: 'billing', id: '1' } });
      const request = http.request(`${app.app.url}/access/v1/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      });
      const status = new Promise<number | undefined>((resolve, reject) => {
        request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      });
      request.write(body.slice(0, 10));
      return { status, finish: () => request.end(body.slice(10)) };
    };
    const begun = ['evaluation', 'evaluations', 'search/subject'].map(slowly);
    const others = ['evaluation', 'search/action'].map(slowly);
    await expect.poll(() => lastUseOf(keyId)).toBeTypeOf('number');
    for (const { finish } of others) finish();
    expect(await Promise.all(others.map(({ status }) => status))).toEqual([200, 200]);
    const existing = await keysOf(acme);
    await act(
      pool,
      acme.founder.personId,
      ...revokeKey(owner(), presets.company, existing, keyId, new Date()),
    );
    for (const { finish } of begun) finish();
    expect(await Promise.all(begun.map(({ status }) => status))).toEqual([401, 401, 401]);
  });

  test("another workspace's key is not there", async () => {
    const { keyId } = await issueKey(app.app.database.pool, other);
    const existing = await keysOf(acme);
    expect(() => revokeKey(owner(), presets.company, existing, keyId, new Date())).toThrow('key_not_found');
  });

  test('takes the right, and so do creating and listing', async () => {
    const designer = await join(app.app.database.pool, acme, 'designer');
    const actor = {
      ...owner(),
      membership: { ...owner().membership, roles: [{ role: 'designer', until: null }] },
    };
    expect(designer.personId).not.toBe(acme.founder.personId);
    expect(() => revokeKey(actor, presets.company, [], 'x', new Date())).toThrow('no_role_allows');
    expect(() => livingKeys(actor, presets.company, [], new Date())).toThrow('no_role_allows');
  });

  test('a key needs a name, and a workspace has fifty at most', async () => {
    const { pool } = app.app.database;
    const crowded = await found(pool, 'company', 'owner');
    await expect(issueKey(pool, crowded, { name: '   ' })).rejects.toThrow('key_name');
    await expect(issueKey(pool, crowded, { name: 'я'.repeat(65) })).rejects.toThrow('key_name');
    for (let i = 0; i < 50; i++) await issueKey(pool, crowded, { name: 'я'.repeat(64) });
    await expect(issueKey(pool, crowded, {}, await keysOf(crowded))).rejects.toThrow('too_many_keys');
  });
});
