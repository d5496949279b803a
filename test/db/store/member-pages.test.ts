import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MAX_COUNTED,
  type MemberPage,
  PAGE_SIZE,
  type PageEdge,
} from '../../../src/features/members/queries.ts';
import { holderCounts } from '../../../src/features/members/store/admins.ts';
import { memberCards } from '../../../src/features/members/store/member-cards.ts';
import { searchTerms } from '../../../src/features/members/store/member-search.ts';
import { memberPages } from '../../../src/features/members/store/members.ts';
import type { Statement } from '../../../src/store/define-statement.ts';
import { sql } from '../../../src/store/sql.ts';
import { type Crowd, gather } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { find } from '../../support/find.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  // A hundred thousand members are gathered by one statement, which a busy machine may take a while for.
  database = await createTestDatabase({ limits: { statementMs: 0 } });
  pool = database.pool;
});
afterAll(() => database.close());

function page(crowd: Crowd, search: string | null, from: PageEdge | null = null): Promise<MemberPage> {
  return find(database, { kind: 'members.page', workspaceId: crowd.workspaceId, search, from });
}

/** Every page from the first to the last. */
async function leafThrough(crowd: Crowd, search: string | null): Promise<MemberPage[]> {
  const pages: MemberPage[] = [await page(crowd, search)];
  for (let last = pages[0]; last?.hasNext; last = pages.at(-1)) {
    const membershipId = last.members.at(-1)?.membershipId ?? '';
    pages.push(await page(crowd, search, { direction: 'after', membershipId }));
  }
  return pages;
}

function namesOf(pages: readonly MemberPage[]): string[] {
  return pages.flatMap(({ members }) => members.map(({ name }) => name));
}

describe('leafing through members', () => {
  const syllable = fc.constantFrom('an', 'na', 'bo', 'ris', 'ол', 'га', '%', '_', "'");
  const names = fc.array(
    fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    {
      minLength: 0,
      maxLength: 45,
    },
  );
  const asked = fc.option(fc.array(syllable, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('')));

  test('shows everybody who fits exactly once, whoever begins with the text first', async () => {
    await fc.assert(
      fc.asyncProperty(names, asked, async (all, search) => {
        const crowd = await gather(pool, all);
        const pages = await leafThrough(crowd, search);
        const fits = all.filter(
          (name) =>
            search === null || name.startsWith(search) || ([...search].length > 2 && name.includes(search)),
        );
        expect(namesOf(pages).sort()).toEqual(fits.sort());
        if (search === null) expect(pages[0]?.total).toBe(all.length);
        const begins = namesOf(pages).map((name) => name.startsWith(search ?? ''));
        expect(begins.lastIndexOf(true)).toBeLessThan(
          begins.includes(false) ? begins.indexOf(false) : begins.length,
        );
      }),
      { numRuns: 25 },
    );
  });

  test('goes back over the very pages it came by', async () => {
    await fc.assert(
      fc.asyncProperty(names, asked, async (all, search) => {
        const crowd = await gather(pool, all);
        const pages = await leafThrough(crowd, search);
        for (let place = pages.length - 1; place > 0; place--) {
          const membershipId = pages[place]?.members[0]?.membershipId ?? '';
          const back = await page(crowd, search, { direction: 'before', membershipId });
          expect(back.members).toEqual(pages[place - 1]?.members);
          expect(back.after).toBe(pages[place - 1]?.after);
          expect(back.hasNext).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('finds a username, and takes wildcards for what they are', async () => {
    const crowd = await gather(pool, ['100% Anna', 'Boris']);
    expect(namesOf([await page(crowd, '@crowd2')])).toEqual(['Boris']);
    expect(namesOf([await page(crowd, '00%')])).toEqual(['100% Anna']);
    expect(namesOf([await page(crowd, '%%%')])).toEqual([]);
  });

  test('shows nobody of another workspace, even beside one of its members', async () => {
    const mine = await gather(pool, ['Anna']);
    const theirs = await gather(pool, ['Anna', 'Zoe']);
    const [stranger] = (await page(theirs, null)).members;
    const edge = { direction: 'after', membershipId: stranger?.membershipId ?? '' } as const;
    expect(namesOf([await page(mine, null, edge)])).toEqual(['Anna']);
    expect(namesOf([await page(mine, 'zoe')])).toEqual([]);
  });
});

describe('a workspace of 100,000 members', () => {
  let crowd: Crowd;
  beforeAll(async () => {
    const first = ['Anna', 'Boris', 'Вера', 'Григорій', 'Joanna', 'Zoe', 'Ольга'];
    const last = ['Petrenko', 'Иванов', 'Kovalenko', 'Шевченко', 'Smith'];
    const names = Array.from(
      { length: 100_000 },
      (_, i) => `${first[(i * 5) % first.length]} ${last[(i * 3) % last.length]} ${i}`,
    );
    crowd = await gather(pool, names);
    await pool.query(
      `insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, granted_at)
       select gen_random_uuid(), $1, id, 'designer', 'bot', gen_random_uuid(), now() from memberships where workspace_id = $1 limit 5000`,
      [crowd.workspaceId],
    );
    await pool.query('analyze memberships, membership_roles, grants, accounts, persons, member_counts');
  });

  async function planOf<P, R extends object>(statement: Statement<P, R>, parameters: P): Promise<string> {
    const { text, values } = sql`explain ${statement.sql(parameters)}`;
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(text, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  test('lists the first and the next page along the list index', async () => {
    const first = await page(crowd, null);
    expect(first).toMatchObject({ hasNext: true, after: null, total: 100_000 });
    expect(first.members).toHaveLength(PAGE_SIZE);
    for (const edgeId of [null, first.members[9]?.membershipId ?? null]) {
      for (const statement of Object.values(memberPages.list)) {
        const { workspaceId } = crowd;
        const plan = await planOf(statement, { workspaceId, edgeId, text: '', pattern: null });
        expect(plan).toContain('memberships_list_idx');
        expect(plan).not.toContain('Seq Scan on memberships');
        expect(plan).not.toContain('Seq Scan on membership_roles');
        expect(plan).not.toContain('Seq Scan on accounts');
        expect(plan).not.toContain('Seq Scan on persons');
        expect(plan).toContain('grants_membership_id_role_thing_kind_thing_id_key');
      }
    }
  });

  test('searches through the trigram index, and short texts along the list index', async () => {
    for (const statement of Object.values(memberPages.search)) {
      const { workspaceId } = crowd;
      const plan = await planOf(statement, { workspaceId, edgeId: null, ...searchTerms('kovalenko 77') });
      expect(plan).toContain('memberships_search_idx');
      expect(plan).toContain('memberships_list_idx');
      expect(plan).not.toMatch(/Seq Scan on (memberships|membership_roles|grants|accounts|persons)/);
    }
    const found = await page(crowd, 'KOVALENKO 777');
    expect(found.members.every(({ name }) => name.includes('Kovalenko 777'))).toBe(true);
    expect(found.members.length).toBeGreaterThan(0);
    expect((await page(crowd, 'zo')).members.every(({ name }) => name.startsWith('Zoe'))).toBe(true);
  });

  test('leafs through what a great many have, forth and back, showing nobody twice', async () => {
    const first = await page(crowd, 'ovalenk');
    const second = await page(crowd, 'ovalenk', {
      direction: 'after',
      membershipId: first.members.at(-1)?.membershipId ?? '',
    });
    const ids = [...first.members, ...second.members].map(({ membershipId }) => membershipId);
    expect(new Set(ids).size).toBe(2 * PAGE_SIZE);
    const back = await page(crowd, 'ovalenk', { direction: 'before', membershipId: ids[PAGE_SIZE] ?? '' });
    expect(back.members).toEqual(first.members);
  });

  test('opens a card by its button, by username and by name through indexes', async () => {
    const rules = { ownerRole: 'owner', count: [], now: new Date(), messenger: 'telegram', pattern: null };
    const asked = { workspaceId: crowd.workspaceId, ...rules };
    const { text: name, pattern } = searchTerms('boris smith 8');
    const plans = [
      await planOf(memberCards.membership, { ...asked, pointer: randomUUID() }),
      await planOf(memberCards.username, { ...asked, pointer: 'crowd500' }),
      await planOf(memberCards.name, { ...asked, pointer: name, pattern }),
    ];
    expect(plans[0]).toContain('memberships_pkey');
    expect(plans[1]).toContain('accounts_messenger_username_idx');
    expect(plans[2]).toContain('memberships_search_idx');
    for (const plan of plans) {
      expect(plan).not.toMatch(/Seq Scan on (memberships|membership_roles|accounts|persons)/);
    }
  });

  test('counts the holders of a role along an index, and only so far', async () => {
    const roles = ['designer', 'manager'];
    const { workspaceId } = crowd;
    const plan = await planOf(holderCounts, { workspaceId, roles });
    // Where one workspace is nearly the whole table, the primary key is as good a walk as the index made for it.
    expect(plan).toMatch(/membership_roles_(workspace_id_role_membership_id_idx|pkey)/);
    expect(plan).not.toContain('Seq Scan');
    const holders = await find(database, { kind: 'members.holders', workspaceId, roles });
    expect([...holders]).toEqual([
      ['designer', MAX_COUNTED + 1],
      ['manager', 0],
    ]);
  });
});
