import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Candidate,
  candidateAccounts,
  candidatePersons,
  searchParameters,
  searchStatements,
} from '../../../src/features/decision-api/store/access-search.ts';
import { sql } from '../../../src/store/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addBot, type Founded, found, grant, join } from '../../support/decision-api.ts';

/** More than are read and put in order. */
const MANY = 10_500;

let database: TestDatabase;
let pool: Pool;
let company: Founded;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  company = await found(pool, 'company', 'owner');
  const { workspaceId } = company;
  const elsewhere = await found(pool, 'company', 'manager');
  await join(pool, elsewhere, 'designer');
  const suspended = await join(pool, company, 'manager');
  await pool.query(`update memberships set state = 'suspended' where id = $1`, [suspended.membershipId]);
  await pool.query(
    `with people as (
       insert into persons (id, name, language, created_at)
       select gen_random_uuid(), 'p' || n, 'en', now() from generate_series(1, ${MANY}) n returning id, name),
     accounts as (
       insert into accounts (messenger, account_id, person_id, name, last_seen_at)
       select messenger, name, id, name, now() from people, unnest(array['telegram', 'vk']) messenger
        where messenger = 'telegram' or name like '%7'),
     joined as (
       insert into memberships (id, workspace_id, person_id, state, joined_at, sort_name, search)
       select gen_random_uuid(), $1, id, 'active', now(), name, name from people returning id, sort_name)
     insert into membership_roles (membership_id, workspace_id, role, granted_at)
     select id, $1, role, now() from joined, unnest(array['designer', 'manager']) role
      where role = 'designer' or sort_name like '%77'`,
    [workspaceId],
  );
  const bot = await addBot(pool, company);
  for (let n = 0; n < 3; n++) await grant(pool, company, await join(pool, company), 'manager', 'bot', bot);
  await pool.query('analyze persons, accounts, memberships, membership_roles, grants');
});
afterAll(() => database.close());

type Read = typeof candidatePersons;

/** Everybody, page after page. */
async function all(read: Read, roles: readonly string[] | null): Promise<readonly string[]> {
  const found: Candidate[] = [];
  const limit = 2_000;
  for (let page: readonly Candidate[] = []; ; ) {
    const after = found.at(-1)?.cursor ?? [];
    page = await read(pool, { workspaceId: company.workspaceId, roles, after, limit });
    found.push(...page);
    if (page.length < limit) return found.map(({ id }) => id);
  }
}

/** The same, read in the plainest way. */
async function plainly(of: 'person' | 'account', roles: readonly string[] | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select ${of === 'person' ? 'distinct m.person_id::text' : `distinct a.messenger || ':' || a.account_id`} as id
       from memberships m left join membership_roles r on r.membership_id = m.id
       left join grants g on g.membership_id = m.id join accounts a on a.person_id = m.person_id
      where m.workspace_id = $1 and m.state = 'active'
        and ($2::text[] is null or r.role = any ($2) or g.role = any ($2))`,
    [company.workspaceId, roles],
  );
  return rows.map(({ id }) => id).sort();
}

test.each([
  ['a role of nearly everybody', ['designer']],
  ['a role of few, by membership or grant', ['manager']],
  ['any of several roles', ['owner', 'designer', 'manager']],
  ['a role of nobody', ['administrator']],
  ['whatever role', null],
])('everybody with %s is found once, as a person and by every account', async (_what, roles) => {
  expect([...(await all(candidatePersons, roles))].sort()).toEqual(await plainly('person', roles));
  expect([...(await all(candidateAccounts, roles))].sort()).toEqual(await plainly('account', roles));
});

test('persons come in the order of their ids', async () => {
  const found = await all(candidatePersons, ['designer']);
  expect(found).toEqual([...found].sort());
});

interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
}

test('a page reads no more members than it shows, or hold the role', async () => {
  const middle = '80000000-0000-4000-8000-000000000000';
  for (const roles of [['designer'], ['manager'], ['owner'], null]) {
    for (const after of [[], [middle, 'vk', 'p']]) {
      const parameters = searchParameters({ workspaceId: company.workspaceId, roles, after, limit: 100 });
      const kind = roles === null ? 'all' : 'holding';
      for (const statement of [searchStatements.persons[kind], searchStatements.accounts[kind]]) {
        const { text, values } = sql`explain (analyze, format json) ${statement.sql(parameters)}`;
        const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(text, values);
        const read = (step: Step): number =>
          (/^(memberships|accounts)$/.test(step['Relation Name'] ?? '')
            ? (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops']
            : 0) + (step.Plans ?? []).reduce((sum, inner) => sum + read(inner), 0);
        expect(rows[0] && read(rows[0]['QUERY PLAN'][0].Plan)).toBeLessThan(1_000);
      }
    }
  }
});
