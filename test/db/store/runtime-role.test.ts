import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runJobs } from '../../../src/delivery/jobs.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { urlFor } from '../../support/start-postgres.ts';

const role = {
  name: `castellan_run_${randomBytes(4).toString('hex')}`,
  password: randomBytes(8).toString('hex'),
};

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlFor(inject('postgres').url, 'postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

let app: TestApp;
let runtime: Pool;
let url: string;
beforeAll(async () => {
  await asSuperuser(`create role ${role.name} login password '${role.password}'`);
  app = await createTestApp({ runtimeRole: role });
  runtime = app.app.database.pool;
  url = String(runtime.options.connectionString);
});
afterAll(async () => {
  await app?.close();
  await asSuperuser(`drop role ${role.name}`);
});

describe('a role that owns no table', () => {
  test('runs the main story, and the audit verifies', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris');
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/invite @boris designer');
    await anna.presses('Invite');
    await boris.presses('Accept');
    await anna.says('/remove @boris');
    await anna.presses('Yes');
    await anna.says('/audit verify');
    anna.sees('The audit log is intact');
    const { rows } = await runtime.query('select current_user as name');
    expect(rows).toEqual([{ name: role.name }]);
  });

  test('runs jobs', async () => {
    const stop = new AbortController();
    const failures: unknown[] = [];
    await runJobs(
      {
        databaseUrl: url,
        jobs: [{ name: 'once', everySeconds: 1, atSecond: 0, run: async () => stop.abort() }],
        report: { worked: () => undefined, failed: (error) => failures.push(error) },
        ran: (_job, error) => error === null || failures.push(error),
      },
      stop.signal,
    );
    expect(failures).toEqual([]);
  });

  test.each([
    'alter table audit_events disable trigger all',
    'drop trigger audit_events_append_only on audit_events',
    `set session_replication_role = 'replica'`,
    `update audit_events set action = 'x'`,
    'delete from audit_events',
    'truncate audit_events',
    `update audit_seals set hash = ''`,
    'delete from audit_seals',
    'delete from scheme_versions',
    'drop table audit_events',
    'delete from _prisma_migrations',
  ])('cannot %s', async (statement) => {
    await expect(runtime.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});
