import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/changes.ts';
import { changeRegistry } from '../../../src/features/changes.ts';
import type { Commit } from '../../../src/store/commit/commit.ts';
import { affectedBy, writeSetOf } from '../../../src/store/commit/consequences.ts';
import { specOf } from '../../../src/store/commit/define-change.ts';
import { identifier, sql } from '../../../src/store/sql.ts';
import { commitStatement, createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { exampleChanges } from './example-changes.ts';

const { specs } = changeRegistry;
const now = new Date('2026-05-01T10:00:00.000Z');

/** Everything that a commit may carry, around some changes. */
function effect(changes: readonly Change[]): Commit<Change> {
  return {
    update: { messenger: 'telegram', id: '1' },
    actorId: '018f0000-0000-7000-8000-000000000002',
    changes,
    audit: [],
    outbox: [{ messenger: 'telegram', chatId: '1', body: { text: 'Hello' }, tracking: { kind: 'notice' } }],
    attachments: [{ id: 'a', name: 'a.png', contentType: 'image/png', bytes: Buffer.from('png') }],
    now,
    leaseMs: 0,
    slot: 3,
  };
}

/** What the parts of a change write, as text. */
function written(change: Change): string {
  const at = {
    now: sql`now`,
    actor: sql`actor`,
    slot: sql`slot`,
    locked: sql`true`,
    ref: identifier,
  };
  return specOf(specs, change)
    .write(change, at)
    .map((part) => part.sql.text)
    .join('\n');
}

const cases = exampleChanges.map((change) => [change.kind, change] as const);

describe('every kind of change', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test.each(cases)('%s is a statement that the migrated schema takes', async (_kind, change) => {
    const { text, values } = commitStatement(effect([change]));
    const { rows } = await database.pool.query(`explain ${text}`, values);
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(cases)('%s has a statement that does not depend on its values', (kind, change) => {
    const { text } = commitStatement(effect([change]));
    const ids = Object.values(change).filter((value) => typeof value === 'string' && value !== kind);
    for (const value of ids) expect(text).not.toContain(`'${value}'`);
    expect(text.match(/\$\d+/g)).toEqual(['$1']);
  });

  test.each(cases)('%s names the rows it writes, unless it is alone in its statement', (_kind, change) => {
    const rows = writeSetOf(specs, [change]);
    const writes = /\b(insert into|update \w+|delete from)\b/.test(written(change));
    expect(rows === null || rows.length > 0).toBe(writes || rows === null);
  });

  test.each(cases)('%s tells the caches when it writes what they hold', (_kind, change) => {
    const text = written(change);
    const affected = affectedBy(specs, [change]);
    const tells = (what: (one: Exclude<(typeof affected)[number], string>) => unknown) =>
      affected.some((one) => one === 'everyone' || Boolean(what(one)));
    const rights = /(insert into|update|delete from) (membership_roles|grants)\b|castellan_change_scheme/;
    if (rights.test(text)) expect(tells(({ persons }) => persons === 'all' || persons?.length)).toBe(true);
    if (/(insert into|update|delete from) api_keys\b/.test(text))
      expect(tells(({ keys }) => keys)).toBe(true);
    if (/(insert into|delete from) (masked_columns|bots|channels|projects)\b/.test(text))
      expect(tells(({ facts }) => facts)).toBe(true);
    if (/update bots set project_id|update channels set bot_id/.test(text))
      expect(tells(({ facts }) => facts)).toBe(true);
    if (/update accounts( a)? set person_id|update persons set (\w+ = .*)?email =/.test(text))
      expect(affected).toContain('everyone');
  });
});
