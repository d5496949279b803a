import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, parse, type SelectExpression, Visitor } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/access/presets.ts';
import { decisionRules, governanceRules } from '../../src/access/rules.ts';
import { allRights, resources } from '../../src/access/vocabulary.ts';
import { loadTranslators } from '../../src/chat/i18n.ts';
import { commandMenus } from '../../src/chat/menus.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { refusals } from '../../src/domain/refusal.ts';
import { LANGUAGES, type Language } from '../../src/domain/state.ts';
import { features } from '../../src/features/index.ts';

const LOCALES = new URL('../../locales/', import.meta.url).pathname;
const SOURCE = new URL('../../src/', import.meta.url).pathname;

/** What the plural selectors of a language must tell apart. */
const PLURALS: Readonly<Record<Language, readonly string[]>> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many'],
  uk: ['one', 'few', 'many'],
};

/** Messages of one language by key; throws on anything that Fluent could not read. */
function catalogue(language: Language): Map<string, Message> {
  const messages = new Map<string, Message>();
  for (const file of readdirSync(join(LOCALES, language))) {
    const resource = parse(readFileSync(join(LOCALES, language, file), 'utf8'), {});
    for (const entry of resource.body) {
      if (entry.type === 'Junk')
        throw new Error(`locales/${language}/${file} cannot be read: ${entry.content.slice(0, 80)}`);
      if (entry.type !== 'Message') continue;
      if (messages.has(entry.id.name)) throw new Error(`locales/${language} has ${entry.id.name} twice`);
      messages.set(entry.id.name, entry);
    }
  }
  return messages;
}

/** The variables of a message, and its selectors. */
class Reader extends Visitor {
  readonly variables = new Set<string>();
  readonly selectors: SelectExpression[] = [];
  override visitVariableReference(node: { readonly id: { readonly name: string } }): void {
    this.variables.add(node.id.name);
  }
  override visitSelectExpression(node: SelectExpression): void {
    this.selectors.push(node);
    this.genericVisit(node);
  }
}

function read(message: Message): Reader {
  const reader = new Reader();
  reader.visit(message);
  return reader;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['generated', 'emulators'].includes(entry.name) ? [] : sources(path);
    return path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Quoted strings of a form. */
function quoted(text: string, form: RegExp): string[] {
  return [...text.matchAll(/'([^'\n]*)'/g)].flatMap(([, inside = '']) => (form.test(inside) ? [inside] : []));
}

const catalogues = new Map(LANGUAGES.map((language) => [language, catalogue(language)]));
const english = catalogues.get('en') ?? new Map<string, Message>();
const registry = createRegistry(features);
const code = sources(SOURCE).join('\n');
const dashed = (key: string): string => key.replaceAll('_', '-').replaceAll('.', '-');

/** The kinds of changes that are audited, as the source of the audit lists them. */
const auditedActions = [
  ...readFileSync(join(SOURCE, 'domain/audit.ts'), 'utf8').matchAll(/case '([a-z.]+)'/g),
].flatMap((match) => match[1] ?? []);

/** Keys that source computes from data: each family is named by the data itself. */
const computed: readonly string[] = [
  ...[...refusals, ...decisionRules, ...governanceRules].map((rule) => `refusal-${dashed(rule)}`),
  ...registry.commands.all.flatMap(({ name }) => [`command-${name}`, `command-${name}-usage`]),
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
const spoken = [...code.matchAll(/\bt\.(?:text|rich)\(([^(),]*)[,)]/g)].map((match) => match[1] ?? '');
const literal = spoken.flatMap((argument) =>
  quoted(argument.replace(/[!=]== '[^']*'/g, ''), /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
);

describe('the catalogue', () => {
  test('has every key that is used', () => {
    const missing = [...new Set([...computed, ...literal])].filter((key) => !english.has(key));
    expect(missing).toEqual([]);
  });

  test.each(LANGUAGES)('has the same keys with the same variables in %s', (language) => {
    const messages = catalogues.get(language) ?? new Map<string, Message>();
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      const other = messages.get(key);
      if (other) expect([...read(other).variables].sort(), key).toEqual([...read(message).variables].sort());
    }
  });

  test.each(LANGUAGES)('counts by the categories of %s', (language) => {
    for (const [key, message] of catalogues.get(language) ?? []) {
      for (const { variants } of read(message).selectors) {
        const names = variants.flatMap(({ key: chosen }) =>
          chosen.type === 'Identifier' ? [String(chosen.name)] : [],
        );
        if (names.some((name) => ['one', 'few', 'many'].includes(name)))
          expect(names, key).toEqual(expect.arrayContaining([...PLURALS[language]]));
      }
    }
  });

  test('has no key that nothing uses', () => {
    const used = new Set([...computed, ...literal]);
    const stems = [...code.matchAll(/[`']([a-z][a-z0-9-]*-)(?:\$\{)/g)].flatMap((match) => match[1] ?? []);
    const named = new Set(quoted(code, /^[a-z][a-z0-9-]*$/));
    const unused = [...english.keys()].filter(
      (key) => !used.has(key) && !named.has(key) && !stems.some((stem) => key.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });

  test('opens and closes every style in the same order', () => {
    for (const [language, messages] of catalogues) {
      const translator = loadTranslators(new URL('../../locales/', import.meta.url))(language, 'UTC');
      expect([...messages.keys()].filter((key) => !translator.has(key))).toEqual([]);
    }
    for (const language of LANGUAGES) {
      for (const file of readdirSync(join(LOCALES, language))) {
        const text = readFileSync(join(LOCALES, language, file), 'utf8');
        const open = [...text.matchAll(/\[([bic])\]/g)].length;
        const closed = [...text.matchAll(/\[([bic])\][^[]*\[\/\1\]/g)].length;
        expect(closed, `${language}/${file}`).toBe(open);
      }
    }
  });
});

test('every language and kind of chat has a menu within the limits of the messengers', () => {
  const menus = commandMenus(registry.commands, loadTranslators(new URL('../../locales/', import.meta.url)));
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
