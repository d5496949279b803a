import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import type { Change } from '../../../src/domain/changes.ts';
import { acceptLink } from '../../../src/features/accounts/link.ts';
import { unlinkAccount } from '../../../src/features/accounts/unlink.ts';
import { openAccessCache } from '../../../src/features/decision-api/store/access-cache.ts';
import type { Committed } from '../../../src/store/commit/commit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { act, type Founded, found, join, type Somebody } from '../../support/decision-api.ts';
import { find } from '../../support/find.ts';

const ROUNDS = 8;
const MESSENGER = 'telegram';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
});
afterAll(() => database.close());

const accountOf = ({ account }: Somebody): string => account.split(':')[1] ?? '';

async function write(changes: readonly Change[]): Promise<Committed> {
  const now = new Date();
  return database.store.commit({
    update: null,
    actorId: null,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  });
}

/** `keep` shows a code. */
async function shown(keep: Somebody): Promise<Buffer> {
  const codeHash = randomBytes(32);
  await act(database.pool, keep.personId, {
    kind: 'link.offered',
    linkId: randomUUID(),
    codeHash,
    personId: keep.personId,
    messenger: MESSENGER,
    accountId: accountOf(keep),
    expiresAt: new Date(Date.now() + 600_000),
  });
  return codeHash;
}

/** What the yes of `gone` would write, as the store stands now; null where there is nothing to link any more. */
async function yes(codeHash: Buffer, gone: Somebody): Promise<readonly Change[] | null> {
  const now = new Date();
  const { link } = await find(database, {
    kind: 'people.link',
    by: { codeHash },
    personId: gone.personId,
    messenger: MESSENGER,
    accountId: accountOf(gone),
    now,
  });
  if (!link) return null;
  const scheme = ({ scheme: key }: { scheme: string }) => presets[key as keyof typeof presets];
  return acceptLink(link, { now, newId: randomUUID, scheme }).changes;
}

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return (await database.pool.query(text, values)).rows as T[];
}

/** What must hold of a workspace whatever happened. */
async function expectSound({ workspaceId }: Founded): Promise<void> {
  const [found] = await rows<{ living: number; counted: number; owners: number; orphans: number }>(
    `select (select count(*)::int from memberships where workspace_id = $1 and state in ('active', 'suspended')) as living,
            (select coalesce(sum(members), 0)::int from member_counts where workspace_id = $1) as counted,
            (select count(*)::int from membership_roles where workspace_id = $1 and role = 'owner') as owners,
            (select count(*)::int from persons p where not exists (select 1 from accounts a where a.person_id = p.id)) as orphans`,
    workspaceId,
  );
  expect(found).toMatchObject({ owners: 1, orphans: 0 });
  expect(found?.counted).toBe(found?.living);
}

describe('a merge that meets another act', () => {
  test('a change of role: one of them waits, and what was decided on old roles is not written', async () => {
    const ended: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const company = await found(database.pool, 'company', 'owner');
      const first = await join(database.pool, company, 'designer');
      const second = await join(database.pool, company, 'manager');
      const codeHash = await shown(first);
      const merge = (await yes(codeHash, second)) ?? [];
      const lower: Change = {
        kind: 'membership.roles',
        membershipId: second.membershipId,
        workspaceId: company.workspaceId,
        personId: second.personId,
        version: 0,
        add: [{ role: 'designer', sole: false, until: null }],
        remove: ['manager'],
      };
      const [a, b] = await Promise.all([write(merge), write([lower])]);
      expect([a.kind, b.kind].sort()).toEqual(['committed', 'stale']);
      // Whoever came second reads again.
      if (a.kind === 'stale') {
        const again = await yes(codeHash, second);
        expect((await write(again ?? [])).kind).toBe('committed');
        ended.push('lowered first');
      } else ended.push('merged first');
      await expectSound(company);
      const held = await rows<{ role: string }>(
        `select r.role from membership_roles r join memberships m on m.id = r.membership_id where m.person_id = $1`,
        first.personId,
      );
      expect(held).toEqual([{ role: a.kind === 'stale' ? 'designer' : 'manager' }]);
    }
    expect(ended).toHaveLength(ROUNDS);
  });

  test('somebody joins under the id that is going: nobody is left behind', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const company = await found(database.pool, 'company', 'owner');
      const other = await found(database.pool, 'company', 'owner');
      const first = await join(database.pool, company, 'designer');
      const second = await join(database.pool, company, 'manager');
      const codeHash = await shown(first);
      const merge = (await yes(codeHash, second)) ?? [];
      const joining: Change = {
        kind: 'membership.added',
        membershipId: randomUUID(),
        workspaceId: other.workspaceId,
        personId: second.personId,
        personName: 'manager',
        username: null,
        roles: [{ role: 'designer', sole: false, until: null }],
        invitedById: other.founder.personId,
      };
      const [a, b] = await Promise.all([write(merge), write([joining])]);
      expect([a.kind, b.kind].sort()).toEqual(['committed', 'stale']);
      if (a.kind === 'stale')
        expect((await write((await yes(codeHash, second)) ?? [])).kind).toBe('committed');
      await expectSound(company);
      await expectSound(other);
    }
  });

  test('the same two crosswise, each with a code of the other: one person, once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const company = await found(database.pool, 'company', 'owner');
      const first = await join(database.pool, company, 'designer');
      const second = await join(database.pool, company, 'manager');
      const [one, other] = [await shown(first), await shown(second)];
      const merges = [(await yes(one, second)) ?? [], (await yes(other, first)) ?? []];
      const kinds = (await Promise.all(merges.map(write))).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['committed', 'stale']);
      await expectSound(company);
      const people = await rows<{ person_id: string }>(
        `select distinct person_id from accounts where account_id in ($1, $2)`,
        accountOf(first),
        accountOf(second),
      );
      expect(people).toHaveLength(1);
    }
  });

  test('an unlinking of the same account: the accounts add up', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const company = await found(database.pool, 'company', 'owner');
      const [first, second, third] = [
        await join(database.pool, company, 'designer'),
        await join(database.pool, company, 'designer'),
        await join(database.pool, company, 'manager'),
      ];
      const linked = await shown(first);
      await write((await yes(linked, second)) ?? []);
      const whole = await find(database, { kind: 'people.whole', personId: first.personId });
      const key = { messenger: MESSENGER, accountId: accountOf(second) } as const;
      const unlink = unlinkAccount(whole, key, key, randomUUID()).changes;
      const merge = (await yes(await shown(first), third)) ?? [];
      const kinds = (await Promise.all([write(merge), write(unlink)])).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['committed', 'stale']);
      await expectSound(company);
    }
  });

  test('two unlinkings at once never leave a person without an account', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const company = await found(database.pool, 'company', 'owner');
      const first = await join(database.pool, company, 'designer');
      const second = await join(database.pool, company, 'designer');
      await write((await yes(await shown(first), second)) ?? []);
      const whole = await find(database, { kind: 'people.whole', personId: first.personId });
      const unlinkings = [first, second].map((one) => {
        const key = { messenger: MESSENGER, accountId: accountOf(one) } as const;
        return unlinkAccount(whole, key, key, randomUUID()).changes;
      });
      const kinds = (await Promise.all(unlinkings.map(write))).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['committed', 'stale']);
      await expectSound(company);
    }
  });
});

test('a merge whose connection is killed in the middle has not happened', async () => {
  const company = await found(database.pool, 'company', 'owner');
  const first = await join(database.pool, company, 'designer');
  const second = await join(database.pool, company, 'manager');
  const codeHash = await shown(first);
  const merge = (await yes(codeHash, second)) ?? [];
  const blocker = new Client({ connectionString: database.url });
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('select 1 from accounts where account_id = $1 for update', [accountOf(second)]);
  const killed = write(merge).then(
    () => 'written',
    () => 'killed',
  );
  await expect
    .poll(async () => {
      const { rows: ended } = await blocker.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock'`,
      );
      return ended.length;
    })
    .toBe(1);
  expect(await killed).toBe('killed');
  await blocker.query('rollback');
  await blocker.end();
  await expectSound(company);
  expect((await write((await yes(codeHash, second)) ?? [])).kind).toBe('committed');
  await expectSound(company);
});

test('decisions follow a merge: at once here, by account and by either id', async () => {
  const company = await found(database.pool, 'company', 'owner');
  const stranger = await join(database.pool, await found(database.pool, 'company', 'owner'), 'designer');
  const manager = await join(database.pool, company, 'manager');
  const cache = openAccessCache(database.store, () => performance.now());
  const roles = async (id: string, kind: 'person' | 'account') => {
    const ref = kind === 'person' ? ({ kind, id } as const) : ({ kind, messenger: MESSENGER, id } as const);
    const subject =
      cache.knownSubject(company.workspaceId, ref) ?? (await cache.readSubject(company.workspaceId, ref));
    return subject.roles.map(({ role }) => role);
  };
  expect(await roles(accountOf(stranger), 'account')).toEqual([]);
  await expect
    .poll(
      () =>
        cache.knownSubject(company.workspaceId, { kind: 'person', id: manager.personId }) ??
        cache
          .readSubject(company.workspaceId, { kind: 'person', id: manager.personId })
          .then(() => undefined),
    )
    .toBeDefined();
  await write((await yes(await shown(stranger), manager)) ?? []);
  expect(await roles(accountOf(stranger), 'account')).toEqual(['manager']);
  expect(await roles(stranger.personId, 'person')).toEqual(['manager']);
  expect(await roles(manager.personId, 'person')).toEqual(['manager']);
  await cache.close();
});
