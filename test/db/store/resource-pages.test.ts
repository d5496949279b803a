import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESOURCE_KINDS, type ResourceKind } from '../../../src/domain/resource.ts';
import { candidateStatements, places } from '../../../src/features/decision-api/store/access-facts.ts';
import { resourcePages } from '../../../src/features/resources/store/queries.ts';
import type { Visibility } from '../../../src/features/resources/visibility.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type Founded, found } from '../../support/decision-api.ts';
import { findOnPool } from '../../support/find.ts';

const MANY = 10_000;

let database: TestDatabase;
let pool: Pool;
let agency: Founded;
const project = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  agency = await found(pool, 'agency', 'admin');
  const other = await found(pool, 'agency', 'admin');
  await pool.query(
    `insert into projects (id, workspace_id, name, created_at)
     select case n when 1 then $2::uuid else gen_random_uuid() end, $1, 'Project ' || n, now()
       from generate_series(1, 300) n`,
    [agency.workspaceId, project],
  );
  for (const { workspaceId } of [agency, other]) {
    await pool.query(
      `insert into bots (id, workspace_id, project_id, name, created_at)
       select gen_random_uuid(), $1, case when n % 400 = 0 then (select id from projects where workspace_id = $1 and id = $2) end,
              'Bot ' || lpad(n::text, 6, '0'), now() from generate_series(1, ${MANY}) n`,
      [workspaceId, project],
    );
  }
  await pool.query(
    `insert into channels (id, workspace_id, bot_id, name, messenger, sealed_token, token_tail, created_at)
     select gen_random_uuid(), workspace_id, id, 'To ' || name, 'viber', '\\x00', 'tail', now() from bots`,
  );
  await pool.query('analyze projects, bots, channels');
});
afterAll(() => database.close());

/** What a plan touched: the most rows that any of its steps yielded, and whether a big table was read through. */
async function planOf({
  text,
  values,
}: {
  readonly text: string;
  readonly values: unknown[];
}): Promise<{ rows: number; scanned: string[] }> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    `explain (analyze, format json) ${text}`,
    values,
  );
  const steps: Step[] = [];
  const walk = (step: Step): void => {
    steps.push(step);
    step.Plans?.forEach(walk);
  };
  walk(rows[0]?.['QUERY PLAN'][0].Plan as Step);
  return {
    rows: Math.max(...steps.map((step) => step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0))),
    scanned: steps.flatMap((step) =>
      step['Node Type'] === 'Seq Scan' && step['Relation Name'] !== 'projects'
        ? [step['Relation Name'] ?? '']
        : [],
    ),
  };
}
interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
}

const idOf = async (kind: ResourceKind, name: string): Promise<string> =>
  (
    await pool.query<{ id: string }>(`select id from ${kind}s where workspace_id = $1 and name = $2`, [
      agency.workspaceId,
      name,
    ])
  ).rows[0]?.id ?? '';

describe(`among ${MANY} bots`, () => {
  test.each(['bot', 'channel'] as const)('a page of %ss in the middle reads a page', async (kind) => {
    const after = await idOf(kind, kind === 'bot' ? 'Bot 005000' : 'To Bot 005000');
    for (const from of [null, after]) {
      const plan = await planOf(
        resourcePages[kind].all.anywhere.sql({
          workspaceId: agency.workspaceId,
          after: from,
          within: null,
          projects: [],
          bots: [],
        }),
      );
      expect(plan).toMatchObject({ scanned: [] });
      expect(plan.rows).toBeLessThan(400);
    }
  });

  test('whoever sees three of them, and a project’s own, has them found by their keys', async () => {
    const bots = await Promise.all(
      ['Bot 000001', 'Bot 005000', 'Bot 009999'].map((name) => idOf('bot', name)),
    );
    for (const place of ['anywhere', 'within'] as const) {
      const plan = await planOf(
        resourcePages.bot.some[place].sql({
          workspaceId: agency.workspaceId,
          after: null,
          within: place === 'within' ? project : null,
          projects: [project],
          bots,
        }),
      );
      expect(plan).toMatchObject({ scanned: [] });
      expect(plan.rows).toBeLessThan(400);
    }
  });

  test('every page is seen once and in order, also with a bot deleted under the reader', async () => {
    const { workspaceId } = agency;
    const visibility: Visibility = { everywhere: ['bot'], projects: [], bots: [] };
    const pageAfter = (after: string) =>
      findOnPool(pool, { kind: 'resources.page', workspaceId, of: 'bot', within: null, visibility, after });
    const names: string[] = [];
    let after = await idOf('bot', 'Bot 009930');
    for (let hasNext = true; hasNext; ) {
      const page = await pageAfter(after);
      names.push(...page.resources.map(({ name }) => name));
      after = page.resources.at(-1)?.id ?? '';
      ({ hasNext } = page);
    }
    expect(names).toHaveLength(70);
    expect(names).toEqual([...names].sort());
    const again = await pageAfter(randomUUID());
    expect(again.resources[0]?.name).toBe('Bot 000001');
  });

  test('the decision API finds them by their keys', async () => {
    for (const kind of RESOURCE_KINDS) {
      for (const within of [null, [project]]) {
        const statement = candidateStatements[kind][within === null ? 'anywhere' : 'within'];
        const parameters = { workspaceId: agency.workspaceId, after: undefined, limit: 100, within };
        const plan = await planOf(statement.sql(parameters));
        expect(plan).toMatchObject({ scanned: [] });
        expect(plan.rows).toBeLessThan(400);
      }
    }
    const bot = await idOf('bot', 'Bot 005000');
    const { workspaceId } = agency;
    const plan = await planOf(
      places.sql({ workspaceIds: [workspaceId, workspaceId], ids: [bot, randomUUID()] }),
    );
    expect(plan).toMatchObject({ scanned: [] });
    expect(plan.rows).toBeLessThan(400);
  });
});
