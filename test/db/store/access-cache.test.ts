import { Client, type Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccessCache, openAccessCache } from '../../../src/features/decision-api/store/access-cache.ts';
import {
  accessChanges,
  readAccessChanges,
  sinceLook,
} from '../../../src/features/decision-api/store/access-changes.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { sql } from '../../../src/store/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  act,
  addBot,
  addProject,
  changeRoles,
  type Founded,
  found,
  grant,
  issueKey,
  join,
  type Somebody,
} from '../../support/decision-api.ts';

let here: TestDatabase;
/** Another process: its commits are announced to nobody here. */
let elsewhere: Pool;
let closeElsewhere: () => Promise<void>;
let cache: AccessCache;
let company: Founded;
let shift = 0;

beforeAll(async () => {
  here = await createTestDatabase();
  const other = openDatabase({ url: here.url, poolSize: 4 });
  elsewhere = other.pool;
  closeElsewhere = other.close;
  company = await found(elsewhere, 'company', 'owner');
});
afterAll(async () => {
  await closeElsewhere();
  await here.close();
});
beforeEach(() => {
  shift = 0;
  cache = openAccessCache(here.store, () => performance.now() + shift);
});
afterEach(() => cache.close());

const ref = ({ personId }: Somebody) => ({ kind: 'person', id: personId }) as const;
const accountRef = ({ account }: Somebody) =>
  ({ kind: 'account', messenger: 'telegram', id: account.split(':')[1] ?? '' }) as const;
type Ref = ReturnType<typeof ref> | ReturnType<typeof accountRef>;

const known = (who: Ref) => cache.knownSubject(company.workspaceId, who);
const read = (who: Ref) => cache.readSubject(company.workspaceId, who);
const rolesOf = (who: Ref) => known(who)?.roles.map(({ role }) => role);

/** What a question would be answered on: memory where it serves, else a read. */
const answered = async (who: Ref) => {
  const subject = known(who) ?? (await read(who));
  return { state: subject.state, roles: subject.roles.map(({ role }) => role) };
};

/** Reads until it is remembered. */
async function remembered(who: Ref): Promise<void> {
  await expect
    .poll(async () => {
      await read(who);
      return known(who) !== undefined;
    })
    .toBe(true);
}

/**
 * Asks until somebody is answered so. Yields after how many milliseconds the last question was asked that was
 * answered otherwise; how long a read takes on a busy machine is left out of account.
 */
async function lastWrong(who: Ref, expected: Partial<Awaited<ReturnType<typeof answered>>>): Promise<number> {
  const start = performance.now();
  let wrong = 0;
  for (;;) {
    const asked = performance.now() - start;
    const answer = await answered(who);
    if (
      Object.entries(expected).every(
        ([key, value]) => JSON.stringify(Reflect.get(answer, key)) === JSON.stringify(value),
      )
    )
      return wrong;
    wrong = asked;
    if (asked > 3_000) return Number.POSITIVE_INFINITY;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('another process commits', () => {
  test('roles given and taken', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(anna));
    await remembered(accountRef(anna));
    await changeRoles(elsewhere, company, anna, 0, { remove: ['designer'], add: ['manager'] });
    expect(await lastWrong(ref(anna), { roles: ['manager'] })).toBeLessThan(1_000);
    expect(await lastWrong(accountRef(anna), { roles: ['manager'] })).toBeLessThan(1_000);
  });

  test('the end of a membership', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(anna));
    await act(elsewhere, company.founder.personId, {
      kind: 'membership.ended',
      membershipId: anna.membershipId,
      workspaceId: company.workspaceId,
      personId: anna.personId,
      version: 0,
      state: 'removed',
      roles: ['designer'],
    });
    expect(await lastWrong(ref(anna), { state: 'none', roles: [] })).toBeLessThan(1_000);
  });

  test('the arrival of a stranger, asked about before', async () => {
    const bot = await found(elsewhere, 'company', 'owner');
    const stranger = bot.founder;
    await remembered(ref(stranger));
    await remembered(accountRef(stranger));
    expect(known(ref(stranger))?.state).toBe('none');
    await act(elsewhere, company.founder.personId, {
      kind: 'membership.added',
      workspaceId: company.workspaceId,
      membershipId: '018f0000-0000-7000-8000-000000000001',
      personId: stranger.personId,
      personName: 'Stranger',
      username: null,
      roles: [{ role: 'manager', sole: false, until: null }],
      invitedById: company.founder.personId,
    });
    expect(await lastWrong(ref(stranger), { roles: ['manager'] })).toBeLessThan(1_000);
    expect(await lastWrong(accountRef(stranger), { roles: ['manager'] })).toBeLessThan(1_000);
  });

  test('a grant', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(anna));
    await grant(elsewhere, company, anna, 'manager', 'bot', await addBot(elsewhere, company));
    const grants = async () => (known(ref(anna)) ?? (await read(ref(anna)))).grants.length;
    await expect.poll(grants, { timeout: 3_000, interval: 10 }).toBe(1);
  });

  test('a bot that moves, and a column that is masked', async () => {
    const { workspaceId } = company;
    const [bot, project] = [await addBot(elsewhere, company), await addProject(elsewhere, company)];
    const wanted = { resources: [bot], masks: true };
    const facts = async () =>
      cache.knownFacts(workspaceId, wanted) ?? (await cache.readFacts(workspaceId, wanted));
    await expect
      .poll(async () => {
        await cache.readFacts(workspaceId, wanted);
        return cache.knownFacts(workspaceId, wanted)?.places.get(bot);
      })
      .toEqual({ kind: 'bot', id: bot, botId: bot, projectId: null });
    const to = { id: project, name: project };
    const moved = { kind: 'bot.moved', id: bot, workspaceId, name: bot, from: null, to } as const;
    await act(elsewhere, company.founder.personId, moved);
    const home = async () => (await facts()).places.get(bot)?.projectId;
    await expect.poll(home, { timeout: 3_000, interval: 10 }).toBe(project);
    const columns = { workspaceId, table: 'users', columns: ['phone'] };
    await act(elsewhere, company.founder.personId, { kind: 'columns.masked', ...columns });
    const masks = async () => (await facts()).masks.size;
    await expect.poll(masks, { timeout: 3_000, interval: 10 }).toBe(1);
  });

  test('a change of ownership, which concerns the one who acts too', async () => {
    const acme = await found(elsewhere, 'company', 'owner');
    const heir = await join(elsewhere, acme, 'manager');
    const at = (who: Somebody) => cache.knownSubject(acme.workspaceId, ref(who));
    for (const who of [heir, acme.founder]) {
      await expect
        .poll(async () => {
          await cache.readSubject(acme.workspaceId, ref(who));
          return at(who) !== undefined;
        })
        .toBe(true);
    }
    const transferId = '018f0000-0000-7000-8000-000000000002';
    await act(elsewhere, acme.founder.personId, {
      kind: 'transfer.offered',
      transferId,
      workspaceId: acme.workspaceId,
      fromId: acme.founder.personId,
      toId: heir.personId,
      expiresAt: new Date(Date.now() + 60_000),
    });
    const side = ({ personId, membershipId }: Somebody) => ({ personId, membershipId, version: 0 });
    await act(elsewhere, heir.personId, {
      kind: 'transfer.accepted',
      transferId,
      workspaceId: acme.workspaceId,
      role: 'owner',
      from: side(acme.founder),
      to: { ...side(heir), remove: ['manager'] },
      kept: { role: 'administrator', sole: false, until: null },
    });
    await expect.poll(() => at(heir), { timeout: 3_000, interval: 10 }).toBeUndefined();
    expect(at(acme.founder)).toBeUndefined();
  });

  test('the revocation of a key', async () => {
    const { keyId, publicId } = await issueKey(elsewhere, company);
    await expect
      .poll(async () => {
        await cache.readKey(publicId);
        return cache.knownKey(publicId)?.id;
      })
      .toBe(keyId);
    await act(elsewhere, company.founder.personId, {
      kind: 'key.revoked',
      keyId,
      workspaceId: company.workspaceId,
      name: 'panel',
    });
    await expect.poll(() => cache.knownKey(publicId), { timeout: 3_000, interval: 10 }).toBeUndefined();
    expect(await cache.readKey(publicId)).toBeNull();
  });

  test('while an older transaction is still open, and when that one commits at last', async () => {
    const [anna, boris] = [
      await join(elsewhere, company, 'designer'),
      await join(elsewhere, company, 'designer'),
    ];
    const slow = new Client({ connectionString: here.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`update membership_roles set role = 'manager' where membership_id = $1`, [
      boris.membershipId,
    ]);
    await slow.query('insert into invalidations (affected) values ($1)', [
      JSON.stringify([{ workspaceId: company.workspaceId, persons: [boris.personId] }]),
    ]);
    await remembered(ref(anna));
    await remembered(ref(boris));
    await changeRoles(elsewhere, company, anna, 0, { remove: ['designer'], add: ['manager'] });
    expect(await lastWrong(ref(anna), { roles: ['manager'] })).toBeLessThan(1_000);
    await remembered(ref(boris));
    expect(rolesOf(ref(boris))).toEqual(['designer']);
    await slow.query('commit');
    await slow.end();
    expect(await lastWrong(ref(boris), { roles: ['manager'] })).toBeLessThan(1_000);
  });
});

test('a look reads what is new, however long an older transaction stays open', async () => {
  const slow = new Client({ connectionString: here.url });
  await slow.connect();
  await slow.query('begin');
  const { rows: begun } = await slow.query<{ xact: string }>('select pg_current_xact_id()::text as xact');
  const oldest = Number(begun[0]?.xact);
  // Each block is a subtransaction with a number of its own, so that these rows lie between the open one and the look.
  await elsewhere.query(`do $$ begin
    for n in 1..5000 loop
      begin
        insert into invalidations (xact, affected) values (${oldest} + n, '["everyone"]');
      exception when unique_violation then null;
      end;
    end loop;
  end $$`);
  const { look } = await readAccessChanges(here.pool, null);
  await join(elsewhere, company, 'designer');
  const { affected } = await readAccessChanges(here.pool, look);
  expect(affected?.length).toBeGreaterThan(0);
  const { text, values } = sql`explain (analyze, timing off) ${accessChanges.sql(sinceLook(look))}`;
  const { rows } = await here.pool.query<{ 'QUERY PLAN': string }>(text, values);
  const read = rows.flatMap(({ 'QUERY PLAN': line }) => [
    ...line.matchAll(/on invalidations.* rows=([\d.]+) loops|Removed by Filter: (\d+)/g),
  ]);
  expect(read.length).toBeGreaterThan(0);
  for (const [, found, removed] of read) expect(Number(found ?? removed)).toBeLessThan(100);
  await slow.query('rollback');
  await slow.end();
});

describe('memory is not trusted', () => {
  test('when the last look is more than a second old, though the looker hangs', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(anna));
    const blocker = new Client({ connectionString: here.url });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table invalidations in access exclusive mode');
    await blocker.query(`update membership_roles set role = 'manager' where membership_id = $1`, [
      anna.membershipId,
    ]);
    shift = 1_001;
    expect(known(ref(anna))).toBeUndefined();
    expect(await answered(ref(anna))).toMatchObject({ roles: ['designer'] });
    expect(known(ref(anna))).toBeUndefined();
    await blocker.query('commit');
    await blocker.end();
    await lastWrong(ref(anna), { roles: ['manager'] });
  });

  test('after a dropped connection, until a new look is made', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(anna));
    await elsewhere.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query not like '%pg_terminate%'`,
    );
    // Past the audit: only a cache that forgets everything can notice.
    await elsewhere.query(`update membership_roles set role = 'manager' where membership_id = $1`, [
      anna.membershipId,
    ]);
    await expect.poll(() => known(ref(anna)), { timeout: 3_000, interval: 10 }).toBeUndefined();
    await expect
      .poll(() => answered(ref(anna)).catch(() => null), { timeout: 3_000 })
      .toMatchObject({ roles: ['manager'] });
    await remembered(ref(anna));
  });

  test('of whom a read began before a change and ended after it', async () => {
    const anna = await join(elsewhere, company, 'designer');
    await remembered(ref(company.founder));
    const slow = new Client({ connectionString: here.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query('lock table grants in access exclusive mode');
    const reading = read(ref(anna));
    // The read waits for the lock; meanwhile this very process changes what it is about to yield.
    await act(here.pool, company.founder.personId, {
      kind: 'membership.roles',
      membershipId: anna.membershipId,
      workspaceId: company.workspaceId,
      personId: anna.personId,
      version: 0,
      add: [{ role: 'manager', sole: false, until: null }],
      remove: ['designer'],
    });
    await slow.query('commit');
    await slow.end();
    await reading;
    expect(known(ref(anna))).toBeUndefined();
    expect(await answered(ref(anna))).toMatchObject({ roles: ['manager'] });
  });
});

test('what this process commits is forgotten before the commit returns', async () => {
  const anna = await join(here.pool, company, 'designer');
  await remembered(ref(anna));
  await changeRoles(here.pool, company, anna, 0, { add: ['manager'], remove: ['designer'] });
  expect(known(ref(anna))).toBeUndefined();
  await remembered(ref(anna));
  expect(rolesOf(ref(anna))).toEqual(['manager']);
});

test('others of the workspace stay remembered', async () => {
  const [anna, boris] = [
    await join(here.pool, company, 'designer'),
    await join(here.pool, company, 'designer'),
  ];
  await remembered(ref(anna));
  await remembered(ref(boris));
  await changeRoles(here.pool, company, anna, 0, { add: ['manager'], remove: ['designer'] });
  expect(rolesOf(ref(boris))).toEqual(['designer']);
});

test('many questions at once become few statements', async () => {
  let statements = 0;
  here.pool.on('acquire', () => statements++);
  const people = await Promise.all(Array.from({ length: 20 }, () => join(elsewhere, company, 'designer')));
  const subjects = await Promise.all(people.map((one) => read(ref(one))));
  here.pool.removeAllListeners('acquire');
  expect(subjects.every(({ state }) => state === 'active')).toBe(true);
  expect(statements).toBeLessThan(6);
});
