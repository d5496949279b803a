import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { checkScheme, parseScheme } from '../../../src/features/schemes/file/parse.ts';
import { anyScheme } from '../access/arbitraries.ts';

const company = JSON.parse(JSON.stringify(presets.company.declaration));

/** What is wrong, as `path: sentence`. */
const problemsOf = (value: unknown): readonly string[] => {
  const checked = checkScheme(value);
  return 'scheme' in checked ? [] : checked.problems.map(({ path, sentence }) => `${path}: ${sentence}`);
};

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
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('that is hugely wrong is told so in little time', () => {
    const [owner] = company.roles;
    const huge = (role: object) => problemsOf({ ...company, roles: [owner, { key: 'x', can: {}, ...role }] });
    expect(huge({ can: { bot: Array(300_000).fill('eat') } })).toHaveLength(1);
    expect(huge({ requires: Array(100_000).fill('owner') })).toHaveLength(1);
    const resources = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`r${n}`, 'all']));
    expect(huge({ can: resources }).length).toBeLessThan(100);
    const people = (count: number, one: unknown) => {
      const user = Object.fromEntries(Array.from({ length: count }, (_, n) => [n, one]));
      return problemsOf({ ...company, entities: { subjects: { user } } });
    };
    expect(people(10_001, { roles: ['none'] })).toEqual(['entities.subjects: has room for 10000 subjects']);
    expect(people(300_000, 1)).toEqual([': has more faults than can be told']);
    const deep = JSON.parse(`${'['.repeat(20_000)}"\\u0000"${']'.repeat(20_000)}`);
    expect(problemsOf(deep)).toEqual([expect.stringMatching(/^\[0\]\[0\].*holds a NUL/)]);
  });
});
