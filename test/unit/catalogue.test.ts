import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/access/presets.ts';
import { decisionRules, governanceRules } from '../../src/access/rules.ts';
import { allRights, resources } from '../../src/access/vocabulary.ts';
import { loadTranslators } from '../../src/chat/i18n.ts';
import { commandMenus } from '../../src/chat/menus.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { refusals } from '../../src/domain/refusal.ts';
import { FALLBACK_LANGUAGE, LANGUAGES } from '../../src/domain/state.ts';
import { features } from '../../src/features/index.ts';
import { differences, readCatalogue, rivals } from '../support/catalogue.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const SOURCE = new URL('../../src/', import.meta.url).pathname;

/** Every source file but the generated ones, by its path below `src/`. */
function sources(folder = ''): Map<string, string> {
  return new Map(
    readdirSync(join(SOURCE, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'generated' ? [] : [...sources(path)];
      return path.endsWith('.ts') ? [[path, readFileSync(join(SOURCE, path), 'utf8')] as const] : [];
    }),
  );
}

/** Quoted strings of a form. */
function quoted(text: string, form: RegExp): string[] {
  return [...text.matchAll(/'([^'\n]*)'/g)].flatMap(([, inside = '']) => (form.test(inside) ? [inside] : []));
}

const english = readCatalogue(LOCALES, FALLBACK_LANGUAGE);
const keys = [...english.messages.keys(), ...english.words.keys()];
const translators = loadTranslators(LOCALES);
const registry = createRegistry(features, translators.words);
const files = sources();
const code = [...files.values()].join('\n');
const dashed = (key: string): string => key.replaceAll('_', '-').replaceAll('.', '-');

/** The kinds of changes that are audited, as the source of the audit lists them. */
const auditedActions = [
  ...readFileSync(join(SOURCE, 'domain/audit.ts'), 'utf8').matchAll(/case '([a-z.]+)'/g),
].flatMap((match) => match[1] ?? []);

/** Keys that source computes from data: each family is named by the data itself. */
const computed: readonly string[] = [
  ...[...refusals, ...decisionRules, ...governanceRules].map((rule) => `refusal-${dashed(rule)}`),
  ...registry.commands.all.flatMap(({ name }) => [
    `command-${name}`,
    `command-${name}-usage`,
    `command-${name}-words`,
  ]),
  ...Object.values(presets).flatMap(({ declaration: { key, roles } }) => [
    `scheme-${dashed(key)}`,
    `scheme-${dashed(key)}-line`,
    ...roles.map((role) => `role-${dashed(key)}-${dashed(role.key)}`),
  ]),
  ...auditedActions.flatMap((action) =>
    action === 'membership.ended'
      ? ['audit-membership-ended-left', 'audit-membership-ended-removed']
      : [`audit-${dashed(action)}`],
  ),
  ...['telegram', 'vk', 'viber'].map((messenger) => `messenger-${messenger}`),
  ...resources.map((resource) => `rights-${dashed(resource)}`),
  ...allRights.map((right) => `right-${right.slice(right.indexOf('.') + 1)}`),
];

/** Keys written out where they are used. */
const spoken = [...code.matchAll(/\bt\.(?:text|rich|words)\(([^(),]*)[,)]/g)].map((match) => match[1] ?? '');
const literal = spoken.flatMap((argument) =>
  quoted(argument.replace(/[!=]== '[^']*'/g, ''), /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
);

describe('the catalogue', () => {
  test('has every key that is used', () => {
    const missing = [...new Set([...computed, ...literal])].filter((key) => !keys.includes(key));
    expect(missing).toEqual([]);
  });

  test.each(LANGUAGES)('is sound in %s, and says there all that English says', (language) => {
    const own = readCatalogue(LOCALES, language);
    expect([...own.problems, ...differences(english, own)]).toEqual([]);
  });

  test('has no word that means two resources in different languages', () => {
    expect(rivals(LANGUAGES.map((language) => readCatalogue(LOCALES, language)))).toEqual([]);
  });

  test('has no key that nothing uses', () => {
    const used = new Set([...computed, ...literal]);
    const stems = [...code.matchAll(/[`']([a-z][a-z0-9-]*-)(?:\$\{)/g)].flatMap((match) => match[1] ?? []);
    const named = new Set(quoted(code, /^[a-z][a-z0-9-]*$/));
    const unused = keys.filter(
      (key) => !used.has(key) && !named.has(key) && !stems.some((stem) => key.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });

  test('holds all words of its languages: no source lists words, and one lists languages', () => {
    const filesWith = (pattern: RegExp): string[] =>
      [...files].filter(([, text]) => pattern.test(text)).map(([path]) => path);
    // The widths of letters are no words, and VK has its own numbers for languages.
    expect(filesWith(/\p{Script=Cyrillic}/u)).toEqual(['features/schemes/chat/pictures/lettering.ts']);
    expect(filesWith(/['"]uk['"]|\buk:/).sort()).toEqual(['domain/state.ts', 'messengers/vk/parse.ts']);
  });
});

test('every language and kind of chat has a menu within the limits of the messengers', () => {
  const menus = commandMenus(registry.commands, translators);
  expect(menus.map(({ language, scope }) => `${language} ${scope}`)).toEqual(
    [null, ...LANGUAGES].flatMap((language) => [`${language} private`, `${language} group`]),
  );
  for (const { commands, scope } of menus) {
    expect(commands.length).toBeLessThanOrEqual(100);
    for (const { name, description } of commands) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(256);
    }
    expect(commands.some(({ name }) => name === 'bind')).toBe(scope === 'group');
  }
});
