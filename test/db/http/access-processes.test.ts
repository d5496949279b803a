import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import type { App } from '../../../src/app/app.ts';
import { revokeKey } from '../../../src/features/api-keys/revoke.ts';
import { draftOf } from '../../../src/features/schemes/draft.ts';
import { setRight } from '../../../src/features/schemes/toggle-right.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  act,
  actorOf,
  ask,
  changeRoles,
  type Founded,
  found,
  issueKey,
  join,
  person,
  type Somebody,
} from '../../support/decision-api.ts';
import { find } from '../../support/find.ts';
import { giveScheme } from '../../support/own-scheme.ts';

let app: TestApp;
let second: App;
let company: Founded;

beforeAll(async () => {
  app = await createTestApp();
  second = await app.startSecond();
  company = await found(app.app.database.pool, 'company', 'owner');
});
afterAll(() => app.close());

/** What a process answers to "may they delete a project?": the decision, or the status of a refusal. */
async function answerOf(process: App, token: string, who: Somebody): Promise<boolean | number> {
  const asked = { subject: person(who), action: { name: 'delete' }, resource: { type: 'project', id: '1' } };
  const { status, body } = await ask(process.url, 'evaluation', token, asked);
  return status === 200 ? (body as { decision: boolean }).decision : status;
}

/** Asks for long enough that the process answers from memory. */
async function settle(process: App, token: string, who: Somebody): Promise<void> {
  for (const end = performance.now() + 700; performance.now() < end; ) await answerOf(process, token, who);
}

/**
 * Asks the second process without a pause until it answers so. Yields after how many milliseconds the last question
 * was asked that it answered otherwise; how long an answer takes on a busy machine is left out of account.
 */
async function lastWrong(token: string, who: Somebody, right: boolean | number): Promise<number> {
  const start = performance.now();
  let wrong = 0;
  for (;;) {
    const asked = performance.now() - start;
    if ((await answerOf(second, token, who)) === right) return wrong;
    wrong = asked;
    if (asked > 3_000) return Number.POSITIVE_INFINITY;
  }
}

describe('two processes on one database', () => {
  test('a scheme changed in one counts in it at once, and in the other within a second', async () => {
    const { pool } = app.app.database;
    const agency = await found(pool, 'platform', 'admin');
    const { token } = await issueKey(pool, agency);
    const viewer = await join(pool, agency, 'viewer');
    await settle(second, token, viewer);
    expect(await answerOf(second, token, viewer)).toBe(false);
    const draft = setRight(draftOf(presets.platform), 'viewer', 'project.delete', 'yes');
    await giveScheme(pool, agency, draft.declaration);
    expect(await answerOf(app.app, token, viewer)).toBe(true);
    expect(await lastWrong(token, viewer, true)).toBeLessThan(1_000);
  });

  test('a role taken in one is gone in it at once, and in the other within a second', async () => {
    const { pool } = app.app.database;
    const { token } = await issueKey(pool, company);
    const manager = await join(pool, company, 'manager');
    await settle(second, token, manager);
    expect(await answerOf(second, token, manager)).toBe(true);
    expect(await answerOf(app.app, token, manager)).toBe(true);

    await changeRoles(pool, company, manager, 0, { remove: ['manager'], add: ['designer'] });
    expect(await answerOf(app.app, token, manager)).toBe(false);
    expect(await lastWrong(token, manager, false)).toBeLessThan(1_000);

    await changeRoles(pool, company, manager, 1, { remove: ['designer'], add: ['manager'] });
    expect(await lastWrong(token, manager, true)).toBeLessThan(1_000);
  });

  test('so is a key that was revoked', async () => {
    const { database } = app.app;
    const { pool } = database;
    const { token, keyId } = await issueKey(pool, company);
    await settle(second, token, company.founder);
    const { workspaceId } = company;
    const existing = await find(database, { kind: 'keys.list', workspaceId });
    const owner = actorOf(company, ['owner']);
    await act(pool, owner.person.id, ...revokeKey(owner, presets.company, existing, keyId, new Date()));
    expect(await answerOf(app.app, token, company.founder)).toBe(401);
    expect(await lastWrong(token, company.founder, 401)).toBeLessThan(1_000);
  });

  test('and a change made while every connection of the other is cut', async () => {
    const { pool } = app.app.database;
    const { token } = await issueKey(pool, company);
    const manager = await join(pool, company, 'manager');
    await settle(second, token, manager);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()`;
    await pool.query(cut);
    await changeRoles(pool, company, manager, 0, { remove: ['manager'], add: ['designer'] }).catch(() =>
      changeRoles(pool, company, manager, 0, { remove: ['manager'], add: ['designer'] }),
    );
    await pool.query(cut).catch(() => undefined);
    expect(await lastWrong(token, manager, false)).toBeLessThan(1_000);
  });
});
