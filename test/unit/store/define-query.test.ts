import { describe, expect, test } from 'vitest';
import { keysList } from '../../../src/features/api-keys/store/queries.ts';
import { masksList } from '../../../src/features/resources/store/masks.ts';
import { defineClientQuery, defineQuery, type QuerySpec } from '../../../src/store/define-query.ts';
import { defineStatement } from '../../../src/store/define-statement.ts';
import { sql } from '../../../src/store/sql.ts';

const one = defineStatement<object, { one: number }>({
  name: 'bell-one',
  columns: { one: 'int4' },
  sql: () => sql`select 1 as one`,
});

type Kinds = 'keys.list' | 'masks.list';

describe('the compiler asks for everything that a kind of question needs', () => {
  test('a registry without one of its kinds does not compile', () => {
    const whole: { readonly [K in Kinds]: QuerySpec<K> } = {
      'keys.list': keysList,
      'masks.list': masksList,
    };
    // @ts-expect-error the spec of `masks.list` is missing
    const partial: { readonly [K in Kinds]: QuerySpec<K> } = { 'keys.list': keysList };
    // @ts-expect-error the spec is that of another kind
    const swapped: { readonly [K in Kinds]: QuerySpec<K> } = { ...whole, 'masks.list': keysList };
    expect([whole, partial, swapped].map((specs) => Object.keys(specs).length)).toEqual([2, 1, 2]);
  });

  test('statement, parameters and the value that is found are required', () => {
    // @ts-expect-error `found` is missing
    defineQuery('keys.list', { statement: one, parameters: () => ({}) });
    // @ts-expect-error `parameters` is missing
    defineQuery('keys.list', { statement: one, found: () => [] });
    // @ts-expect-error `statement` is missing
    defineQuery('keys.list', { parameters: () => ({}), found: () => [] });
    // @ts-expect-error what is found has another type
    defineClientQuery('keys.list', async () => 'a key');
    // @ts-expect-error there is no such kind
    defineClientQuery('bells.list', async () => []);
    expect(keysList.kind).toBe('keys.list');
  });
});
