import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url);

/** Files that may write SQL as plain text, with the reason. */
const REASONED: Readonly<Record<string, string>> = {
  'postgres/embedded-lock.ts': 'asks a server that is about to start or stop, on a connection of its own',
  'postgres/grant-runtime.ts': 'grants name roles and tables, which no parameter can stand for',
  'postgres/migrate.ts': 'runs before there is a schema, and locks the session that runs the migrations',
};

/** A string or template that begins like a statement, and no `sql` before it. */
const STATEMENT =
  /(sql)?(['"`])\s*(?:select\s|insert\s+into\s|update\s+\w+\s+(?:\w+\s+)?set\s|delete\s+from\s|with\s+(?:recursive\s+)?\w+\s+as\s|merge\s+into\s|set\s+\w+\s*=|(?:begin|commit|rollback|select)\2)/gi;
/** A query whose text is a string or template, whatever it says; a template of the tag is none. */
const TEXT_QUERY =
  /\.query(?:<[^()]*>)?\(\s*['"`]|\btext:\s*['"`]\s*(?:select|insert|update|delete|with)\b/gi;

function plainSql(text: string): string[] {
  const statements = [...text.matchAll(STATEMENT)].filter(
    ([, tag, quote]) => tag === undefined || quote !== '`',
  );
  return [...statements, ...text.matchAll(TEXT_QUERY)].map(([found]) => found.trim());
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('store/generated/'))
  .map((path) => ({ path, text: readFileSync(new URL(path, SOURCE), 'utf8') }));

describe('SQL', () => {
  test('is written by the sql tag alone', () => {
    const wrong = files.flatMap(({ path, text }) =>
      path in REASONED ? [] : plainSql(text).map((found) => `${path}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has no exception without need', () => {
    const needed = files.filter(({ text }) => plainSql(text).length > 0).map(({ path }) => path);
    expect(Object.keys(REASONED).filter((path) => !needed.includes(path))).toEqual([]);
  });

  test('takes raw text from numbers only, in one file', () => {
    const raw = files.filter(({ text }) =>
      /\braw\b[^'`]*'@prisma\/client-runtime-utils|Prisma\.raw|\$queryRawUnsafe/.test(text),
    );
    expect(raw.map(({ path }) => path)).toEqual(['store/sql-literal.ts']);
  });

  test.each([
    ['pool.query("select 1")', 1],
    ['pool.query<{ a: number }>(`select 1`)', 2],
    ["const text = 'delete from outbox'", 1],
    ['const part = `with due as (select 1)`', 1],
    ['pool.query(sql`select 1`)', 0],
    ['const name = sql`select 1`', 0],
    ["const said = 'select a member'", 1],
  ])('finds %s', (text, most) => {
    expect(plainSql(text).length > 0).toBe(most > 0);
  });
});
