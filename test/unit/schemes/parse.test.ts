import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { checkScheme } from '../../../src/features/schemes/file/parse.ts';

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
    const manual = readFileSync(new URL('../../../docs/schemes.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(manual) ?? [];
    expect(problemsOf(JSON.parse(example))).toEqual([]);
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

  test('takes as many rights as there may be, named one by one', () => {
    const [owner, ...others] = company.roles;
    const bot = Array.from({ length: 200 }, (_, n) => `action_${n}`);
    const clerk = { key: 'clerk', can: { bot: ['view', 'publish', ...bot] } };
    expect(problemsOf({ ...company, vocabulary: { bot }, roles: [owner, ...others, clerk] })).toEqual([]);
  });

  test('takes conditions on a resource or an action, and says what a faulty one lacks', () => {
    const [owner, ...others] = company.roles;
    const told = (where: unknown) => {
      const clerk = { key: 'clerk', can: {}, canWhere: [{ where, can: { bot: ['view'] } }] };
      return problemsOf({ ...company, roles: [owner, ...others, clerk] });
    };
    const at = 'roles[4].canWhere[0].where';
    const what = 'looks at a property of the "resource" or of the "action", one of the two';
    const equals = 'compares it with a property of the "subject" or with a "value", one of the two';
    expect(told({ resource: 'a', value: false })).toEqual([]);
    expect(told({ action: 'a', subject: 'id' })).toEqual([]);
    expect(told({ value: 1 })).toEqual([`${at}: ${what}`]);
    expect(told({ resource: 'a', action: 'b', value: 1 })).toEqual([`${at}: ${what}`]);
    expect(told({ action: 'a' })).toEqual([`${at}: ${equals}`]);
    expect(told({ action: 'a', subject: 'b', value: 1 })).toEqual([`${at}: ${equals}`]);
    expect(told({ action: 'a', value: null })).toEqual([
      `${at}.value: has a value that does not belong here`,
    ]);
  });

  test('cannot use names that are lost or mean something else where they are looked up', () => {
    const [owner, ...others] = company.roles;
    const file = (text: string) => JSON.parse(JSON.stringify(company).replace('{', `{${text},`));
    const withRole = (role: string) => ({ ...company, roles: [owner, ...others, JSON.parse(role)] });
    const lost = 'is a name that nothing can have';
    const taken = 'is a name that every object has already; take another';
    expect(problemsOf(withRole('{"key":"x","can":{"__proto__":["view"]}}'))).toEqual([
      `roles[4].can.__proto__: ${lost}`,
    ]);
    expect(problemsOf(file('"entities":{"subjects":{"user":{"__proto__":{"roles":[]}}}}'))).toEqual([
      `entities.subjects.user.__proto__: ${lost}`,
    ]);
    expect(problemsOf(withRole('{"key":"constructor","can":{}}'))).toEqual([`roles[4].key: ${taken}`]);
    expect(problemsOf(file('"vocabulary":{"constructor":["a"]}'))).toEqual([
      `vocabulary.constructor: ${taken}`,
    ]);
    expect(problemsOf(file('"vocabulary":{"Küche":["GET","/v1/a.b"]}'))).toEqual([]);
    expect(problemsOf(file('"vocabulary":{"a.b":["a"]}'))).toEqual(['vocabulary.a.b: must have no dot']);
    expect(problemsOf(file('"vocabulary":{"route":["\u2800"]}'))).toEqual([
      'vocabulary.route[0]: must be 1–128 visible characters on one line',
    ]);
  });

  test('cannot hold text that the database takes for none', () => {
    const strange = { people: { 'a\0': { roles: [], properties: { b: '\ud800' } } } };
    expect(problemsOf({ ...company, entities: { subjects: strange } })).toEqual([
      'entities.subjects.people: has a name with a NUL or half a character',
      'entities.subjects.people.a\0.properties.b: holds a NUL or half a character',
    ]);
  });
});
