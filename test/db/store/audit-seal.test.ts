import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealAudit, verifyAudit } from '../../../src/features/audit/store/audit-seal.ts';
import { commitStatement, createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

const now = new Date('2026-05-01T10:00:00Z');

/** An act that leaves one event. */
function act(workspaceId: string, action: string, detail: Record<string, unknown> = {}) {
  return {
    update: null,
    actorId: randomUUID(),
    changes: [],
    audit: [{ workspaceId, action, outcome: 'done' as const, subjectId: null, detail }],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  };
}

const acts = async (workspaceId: string, ...actions: string[]): Promise<void> => {
  for (const action of actions) await database.store.commit(act(workspaceId, action));
};

/** Writes an act's event in a transaction that stays open. */
async function begin(workspaceId: string, action: string): Promise<PoolClient> {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(commitStatement(act(workspaceId, action)));
  return client;
}

async function finish(client: PoolClient): Promise<void> {
  await client.query('commit');
  client.release();
}

/** Does to the audit what only the owner of the database can do. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  for (const table of ['audit_events', 'audit_seals']) await switchGuard(table, 'disable');
  await database.pool.query(statement, values);
  for (const table of ['audit_events', 'audit_seals']) await switchGuard(table, 'enable');
}

async function switchGuard(table: string, to: 'enable' | 'disable'): Promise<void> {
  await database.pool.query(`alter table ${table} ${to} trigger ${table}_append_only`);
}

/** Seals until `events` are sealed: transactions of other databases of the server hold sealing up as well. */
async function seal(events: number, batch = 10): Promise<void> {
  let sealed = 0;
  await expect
    .poll(async () => (sealed += await sealAudit(database.pool, batch)), { timeout: 15_000 })
    .toBe(events);
}

const order = async (workspaceId: string): Promise<string[]> => {
  const { rows } = await database.pool.query<{ action: string }>(
    'select action from audit_seals s join audit_events e on e.id = s.event_id where s.workspace_id = $1 order by position',
    [workspaceId],
  );
  return rows.map(({ action }) => action);
};

describe('the audit', () => {
  test.each([
    ['update', `update audit_events set action = 'nothing'`],
    ['delete', 'delete from audit_events'],
    ['truncate', 'truncate audit_events'],
    ['update of a seal', 'update audit_seals set position = 9'],
    ['delete of a seal', 'delete from audit_seals'],
  ])('refuses an %s', async (_what, statement) => {
    await acts(randomUUID(), 'one');
    await seal(1);
    await expect(database.pool.query(statement)).rejects.toThrow('append-only');
  });

  test('does not make two acts in one workspace wait for each other', async () => {
    const workspaceId = randomUUID();
    const open = await begin(workspaceId, 'slow');
    const other = await database.pool.connect();
    await other.query(`set statement_timeout = '2s'`);
    await other.query(commitStatement(act(workspaceId, 'quick')));
    other.release();
    await finish(open);
  });
});

describe('sealing', () => {
  test('chains each workspace by itself, in batches', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await acts(one, 'a', 'b');
    await acts(two, 'x');
    await acts(one, 'c');
    await seal(4, 3);
    expect(await sealAudit(database.pool, 3)).toBe(0);
    expect(await order(one)).toEqual(['a', 'b', 'c']);
    expect(await verifyAudit(database, one)).toMatchObject({ events: 3, brokenAt: null });
    expect(await verifyAudit(database, two)).toMatchObject({ events: 1, brokenAt: null });
    expect(await verifyAudit(database, randomUUID())).toEqual({
      events: 0,
      brokenAt: null,
      fingerprint: null,
    });
  });

  test('leaves out what an open transaction may still precede, and misses no late commit', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, 'before');
    const open = await begin(workspaceId, 'late');
    await acts(workspaceId, 'after');
    await seal(1);
    expect(await sealAudit(database.pool, 10)).toBe(0);
    await finish(open);
    await acts(workspaceId, 'last');
    await seal(3);
    expect(await order(workspaceId)).toEqual(['before', 'late', 'after', 'last']);
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ events: 4, brokenAt: null });
  });

  test('by several processes at once seals every event once', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, ...Array.from({ length: 30 }, (_, place) => `act ${place}`));
    let total = 0;
    await expect
      .poll(async () => {
        const sealed = await Promise.all(Array.from({ length: 4 }, () => sealAudit(database.pool, 10)));
        total += sealed.reduce((sum, one) => sum + one, 0);
        return total;
      })
      .toBe(30);
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ events: 30, brokenAt: null });
  });
});

describe('verification finds', () => {
  const workspaceId = randomUUID();
  const at = (position: number): [string, unknown[]] => [
    '(select event_id from audit_seals where workspace_id = $1 and position = $2)',
    [workspaceId, position],
  ];
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c', 'd'])
      await database.store.commit(act(workspaceId, name, { roles: ['editor'], until: null, uses: 1 }));
    await seal(4);
  });

  test.each([
    'action = action || $3::text',
    'actor_id = md5($3)::uuid',
    "at = at + '1 second' + $3::interval",
    'detail = detail || $3::jsonb',
  ])('a changed event (%s)', async (change) => {
    const [where, values] = at(3);
    const value = change.startsWith('detail') ? '{"uses": 2}' : change.startsWith('at') ? '0' : 'x';
    await tamper(`update audit_events set ${change} where id = ${where}`, [...values, value]);
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ events: 2, brokenAt: 3 });
  });

  test('an event taken away, with or without its seal', async () => {
    const [where, values] = at(2);
    await tamper(`delete from audit_events where id = ${where}`, values);
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ brokenAt: 2 });
    await tamper('delete from audit_seals where workspace_id = $1 and position = $2', values);
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ brokenAt: 2 });
  });

  test('an event slipped in among sealed ones', async () => {
    await tamper(
      `insert into audit_events (workspace_id, at, actor_id, action, outcome, detail, xact)
       values ($1, now(), $1, 'forged', 'done', '{}', (select min(xact) from audit_events))`,
      [workspaceId],
    );
    expect(await verifyAudit(database, workspaceId)).toMatchObject({ brokenAt: 5, fingerprint: null });
  });

  test('by the fingerprint, an end that was cut off', async () => {
    const before = await verifyAudit(database, workspaceId);
    const [where, values] = at(4);
    await tamper(`delete from audit_events where id = ${where}`, values);
    await tamper('delete from audit_seals where workspace_id = $1 and position = $2', values);
    const after = await verifyAudit(database, workspaceId);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });
});
