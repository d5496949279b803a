import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/access/presets.ts';
import { checkScheme, parseScheme } from '../../src/scheme-file/parse.ts';
import { anyScheme } from '../access/arbitraries.ts';

const company = JSON.parse(JSON.stringify(presets.company.declaration));

/** What is wrong, as `path: sentence`. */
const problemsOf = (value: unknown): readonly string[] => {
  const checked = checkScheme(value);
  return 'scheme' in checked ? [] : checked.problems.map(({ path, sentence }) => `${path}: ${sentence}`);
};

describe('a scheme file', () => {
  test.each(Object.values(presets).map(({ declaration }) => declaration))(
    'takes $key as it is',
    (declaration) => {
      const file = JSON.parse(JSON.stringify(declaration));
      expect(checkScheme(file)).toEqual({ scheme: declaration });
    },
  );

  test('takes the example that the manual gives', () => {
    const manual = readFileSync(new URL('../../docs/schemes.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(manual) ?? [];
    expect(problemsOf(JSON.parse(example))).toEqual([]);
  });

  test('takes every sound scheme, and gives back just what it says', () => {
    fc.assert(
      fc.property(anyScheme, (declaration) => {
        expect(parseScheme(JSON.parse(JSON.stringify(declaration)))).toEqual(declaration);
      }),
      { numRuns: 100 },
    );
  });

  test('names every fault with its path', () => {
    const [owner, administrator, ...rest] = company.roles;
    const file = {
      ...company,
      edits: 'anybody',
      colour: 'red',
      roles: [
        owner,
        { ...administrator, key: 'Chef de cuisine', can: { bot: ['view', 'eat'], kitchen: 'all' } },
        ...rest,
      ],
    };
    expect(problemsOf(file)).toEqual([
      expect.stringMatching(/^roles\[1\]\.key: must be 1–32/),
      expect.stringMatching(/^roles\[1\]\.can\.bot\[1\]: eat is no action on bot; there are view, create/),
      expect.stringMatching(/^roles\[1\]\.can\.kitchen: is no resource/),
      expect.stringMatching(/^edits: /),
      expect.stringMatching(/^: .*colour/),
    ]);
  });

  test('says what contradicts itself', () => {
    const [owner, ...others] = company.roles;
    expect(problemsOf({ ...company, roles: [...others, owner] })).toEqual([
      'roles[3]: the role owner is the keystone and must stand first',
    ]);
    expect(problemsOf({ ...company, roles: [{ ...owner, can: { bot: 'all' } }, ...others] })).toEqual([
      expect.stringMatching(/^roles\[0\]: .*nobody could manage members$/),
    ]);
  });

  test('anything else is answered with problems, never with an error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
