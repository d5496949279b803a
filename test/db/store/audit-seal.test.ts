import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RegisterBroken, sealAudit } from '../../../src/features/audit/store/audit-seal.ts';
import { verifyAudit } from '../../../src/features/audit/store/audit-verify.ts';
import { createSealKeys, ORIGIN, unkeyedSeal } from '../../../src/features/audit/store/seal-keys.ts';
import { commitStatement, createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

const now = new Date('2026-05-01T10:00:00Z');
const keys = createSealKeys(Buffer.alloc(32, 7));
const verify = (workspaceId: string, noted: string | null = null) =>
  verifyAudit(database, keys, workspaceId, noted);

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

const TABLES = ['audit_events', 'audit_seals'];

/** Does to the audit what only the owner of the database can do. */
async function tamper(...statements: string[]): Promise<void> {
  for (const table of TABLES) await switchGuard(table, 'disable');
  for (const statement of statements) await database.pool.query(statement);
  for (const table of TABLES) await switchGuard(table, 'enable');
}

async function switchGuard(table: string, to: 'enable' | 'disable'): Promise<void> {
  await database.pool.query(`alter table ${table} ${to} trigger ${table}_append_only`);
}

/** Seals until nothing is left, and returns how many events those were. */
async function seal(batch = 10): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await sealAudit(database, keys, batch);
    sealed += count;
    if (count < batch) return sealed;
  }
}

/** Lets the time pass after which a scan counts as settled, and seals. */
async function settle(): Promise<void> {
  const { auditRegister } = await database.prisma();
  for (let run = 0; run < 2; run++) {
    const { id: _, mac: __, ...found } = await auditRegister.findUniqueOrThrow({ where: { id: 1 } });
    const register = { ...found, scannedAt: new Date('2020-01-01T00:00:00Z') };
    const mac = new Uint8Array(keys.registerMac(register));
    await auditRegister.update({ where: { id: 1 }, data: { ...register, mac } });
    // Transactions of other databases of the server hold the settling up as well.
    await expect
      .poll(
        async () => {
          await seal();
          return (await auditRegister.findUniqueOrThrow({ where: { id: 1 } })).scannedAt.getFullYear();
        },
        { timeout: 15_000 },
      )
      .not.toBe(2020);
    await acts(randomUUID(), 'elsewhere');
  }
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
    await seal();
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
    expect(await seal(3)).toBe(4);
    expect(await order(one)).toEqual(['a', 'b', 'c']);
    expect(await verify(one)).toMatchObject({ events: 3, fault: null, unkeyed: 0 });
    expect(await verify(two)).toMatchObject({ events: 1, fault: null });
    expect(await verify(randomUUID())).toEqual({
      events: 0,
      unkeyed: 0,
      fault: null,
      fingerprint: null,
      noted: null,
    });
  });

  test('waits for no open transaction, and misses no late commit', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, 'before');
    const open = await begin(workspaceId, 'late');
    await acts(workspaceId, 'after');
    expect(await seal()).toBe(2);
    await finish(open);
    await acts(workspaceId, 'last');
    expect(await seal()).toBe(2);
    expect(await order(workspaceId)).toEqual(['before', 'after', 'late', 'last']);
    expect(await verify(workspaceId)).toMatchObject({ events: 4, fault: null });
  });

  test('by several processes at once seals every event once', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, ...Array.from({ length: 30 }, (_, place) => `act ${place}`));
    const sealed = await Promise.all(Array.from({ length: 4 }, () => seal()));
    expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(30);
    expect(await verify(workspaceId)).toMatchObject({ events: 30, fault: null });
  });

  test('goes on at once where the numbers of transactions start again', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, 'a', 'b');
    await seal();
    const { auditRegister } = await database.prisma();
    const { id: _, mac: __, ...found } = await auditRegister.findUniqueOrThrow({ where: { id: 1 } });
    const register = { ...found, scannedXmax: found.scannedXmax + 1_000_000_000n };
    const mac = new Uint8Array(keys.registerMac(register));
    await auditRegister.update({ where: { id: 1 }, data: { ...register, mac } });
    await tamper('update audit_events set xact = xact + 1000000000');
    await acts(workspaceId, 'restored');
    expect(await seal()).toBe(1);
    expect(await verify(workspaceId)).toMatchObject({ events: 3, fault: null });
    await settle();
    expect(await verify(workspaceId)).toMatchObject({ events: 3, fault: null });
  });

  test('goes on behind the seals of a former version, and tells which those are', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, 'a', 'b');
    const { auditEvent, auditSeal } = await database.prisma();
    let hash: Uint8Array = ORIGIN;
    for (const [place, { xact: _, ...event }] of (
      await auditEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })
    ).entries()) {
      hash = unkeyedSeal(hash, { ...event, id: String(event.id) });
      const data = { workspaceId, position: place + 1, eventId: event.id, hash: new Uint8Array(hash) };
      await auditSeal.create({ data: { ...data, keyed: false } });
    }
    await acts(workspaceId, 'c');
    expect(await seal()).toBe(1);
    const former = Buffer.from(hash).toString('hex').slice(0, 16);
    expect(await verify(workspaceId, former)).toMatchObject({
      events: 3,
      unkeyed: 2,
      fault: null,
      noted: 'fits',
    });
  });

  test('with another key changes nothing', async () => {
    const workspaceId = randomUUID();
    await acts(workspaceId, 'a');
    await seal();
    await acts(workspaceId, 'b');
    const other = createSealKeys(Buffer.alloc(32, 8));
    await expect(sealAudit(database, other, 10)).rejects.toThrow(RegisterBroken);
    await seal();
    expect(await verify(workspaceId)).toMatchObject({ events: 2, fault: null });
  });
});

describe('verification finds', () => {
  const workspaceId = randomUUID();
  const event = (position: number): string =>
    `(select event_id from audit_seals where workspace_id = '${workspaceId}' and position = ${position})`;
  const ofSeal = (position: number): string => `workspace_id = '${workspaceId}' and position = ${position}`;
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c', 'd'])
      await database.store.commit(act(workspaceId, name, { roles: ['editor'], until: null, uses: 1 }));
    await seal();
  });

  test.each([
    `action = 'x'`,
    `actor_id = workspace_id`,
    `at = at + interval '1 second'`,
    `detail = detail || '{"uses": 2}'`,
  ])('a changed event (%s)', async (change) => {
    await tamper(`update audit_events set ${change} where id = ${event(3)}`);
    expect(await verify(workspaceId)).toMatchObject({ events: 2, fault: 'event', fingerprint: null });
  });

  test('a changed event whose seals were computed again without the key', async () => {
    await tamper(`update audit_events set action = 'x' where id = ${event(1)}`);
    const { auditEvent } = await database.prisma();
    const rows = await auditEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    let hash: Uint8Array = ORIGIN;
    for (const [place, { xact: _, ...row }] of rows.entries()) {
      hash = unkeyedSeal(hash, { ...row, id: String(row.id) });
      const bytes = Buffer.from(hash).toString('hex');
      await tamper(
        `update audit_seals set keyed = false, hash = '\\x${bytes}' where ${ofSeal(place + 1)}`,
        `update audit_heads set unkeyed = 4, last_seal = '\\x${bytes}' where workspace_id = '${workspaceId}'`,
      );
    }
    expect(await verify(workspaceId)).toMatchObject({ fault: 'end', fingerprint: null });
  });

  test('an event taken away, with or without its seal', async () => {
    await tamper(`delete from audit_events where id = ${event(2)}`);
    expect(await verify(workspaceId)).toMatchObject({ events: 1, fault: 'event' });
    await tamper(`delete from audit_seals where ${ofSeal(2)}`);
    expect(await verify(workspaceId)).toMatchObject({ events: 1, fault: 'event' });
  });

  const cutOff = () => [
    `delete from audit_events where id = ${event(4)}`,
    `delete from audit_seals where ${ofSeal(4)}`,
  ];

  test('the newest event and its seal taken away, also once others were sealed', async () => {
    await tamper(...cutOff());
    expect(await verify(workspaceId)).toMatchObject({ events: 3, fault: 'end' });
    await acts(workspaceId, 'later');
    await seal();
    expect((await verify(workspaceId)).fault).not.toBeNull();
  });

  test('everything taken away, with or without its head, also once others were sealed', async () => {
    const all = `where workspace_id = '${workspaceId}'`;
    await tamper(`delete from audit_events ${all}`, `delete from audit_seals ${all}`);
    expect(await verify(workspaceId)).toMatchObject({ events: 0, fault: 'end' });
    await tamper(`delete from audit_heads ${all}`);
    expect(await verify(workspaceId)).toMatchObject({ events: 0, fault: 'register' });
    await acts(workspaceId, 'forged from the beginning');
    await seal();
    expect((await verify(workspaceId)).fault).toBe('register');
    await tamper('delete from audit_register');
    await acts(workspaceId, 'once more');
    await seal();
    expect((await verify(workspaceId)).fault).toBe('register');
  });

  test('an end put back together with its former head', async () => {
    const { auditHead } = await database.prisma();
    const former = await auditHead.findUniqueOrThrow({ where: { workspaceId } });
    await acts(workspaceId, 'e');
    await seal();
    await tamper(
      `delete from audit_events where id = ${event(5)}`,
      `delete from audit_seals where ${ofSeal(5)}`,
    );
    await auditHead.update({ where: { workspaceId }, data: former });
    expect(await verify(workspaceId)).toMatchObject({ events: 4, fault: 'register' });
  });

  test('an event changed after its seal was taken away, however it is sealed anew', async () => {
    const id = (await database.pool.query(`select ${event(4)} as id`)).rows[0].id;
    await tamper(
      `delete from audit_seals where ${ofSeal(4)}`,
      `update audit_events set action = 'x' where id = ${id}`,
    );
    await seal();
    expect((await verify(workspaceId)).fault).not.toBeNull();
  });

  test('an event slipped in among old ones', async () => {
    await settle();
    expect(await verify(workspaceId)).toMatchObject({ fault: null });
    await database.pool.query(
      `insert into audit_events (id, workspace_id, at, actor_id, action, outcome, detail)
       values (0, $1, now(), $1, 'forged', 'done', '{}')`,
      [workspaceId],
    );
    await seal();
    expect(await verify(workspaceId)).toMatchObject({ events: 4, fault: 'slipped_in', fingerprint: null });
  });

  test('by a fingerprint noted earlier, what came of its event', async () => {
    const { fingerprint } = await verify(workspaceId);
    expect(fingerprint).toMatch(/^4-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await acts(workspaceId, 'e');
    await seal();
    expect(await verify(workspaceId, fingerprint)).toMatchObject({ events: 5, fault: null, noted: 'fits' });
    const typed = ` ${fingerprint?.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ')} `;
    expect(await verify(workspaceId, typed)).toMatchObject({ noted: 'fits' });
    expect(await verify(workspaceId, '4-0000-0000-0000')).toMatchObject({ noted: 'differs' });
    expect(await verify(workspaceId, 'hello')).toMatchObject({ noted: 'unreadable' });
    await tamper(
      'delete from audit_seals',
      'delete from audit_events',
      'delete from audit_heads',
      'delete from audit_register',
    );
    expect(await verify(workspaceId, fingerprint)).toMatchObject({ events: 0, noted: 'differs' });
  });
});
