import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScheme, parseScheme } from '../../../src/features/schemes/file/parse.ts';
import { anyScheme } from '../access/arbitraries.ts';

describe('a scheme file', () => {
  test('takes every sound scheme, and gives back just what it says', () => {
    fc.assert(
      fc.property(anyScheme, (declaration) => {
        expect(parseScheme(JSON.parse(JSON.stringify(declaration)))).toEqual(declaration);
      }),
      { numRuns: 100 },
    );
  });

  test('anything else is answered with problems, never with an error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const checked = checkScheme(value);
        expect('problems' in checked ? checked.problems : []).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
