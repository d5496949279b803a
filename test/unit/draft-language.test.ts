import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf, loadTranslators, type Translators } from '../../src/chat/i18n.ts';
import { commandMenus } from '../../src/chat/menus.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { FALLBACK_LANGUAGE } from '../../src/domain/state.ts';
import { features } from '../../src/features/index.ts';
import { acceptedLanguage } from '../../src/features/invitations/landing/language.ts';
import { takeEnd } from '../../src/features/members/chat/role-end.ts';
import { differences, readCatalogue, rivals } from '../support/catalogue.ts';
import { type DraftLanguage, draftLanguage } from '../support/draft-language.ts';

let draft: DraftLanguage;
let translators: Translators;
beforeAll(async () => {
  draft = await draftLanguage();
  translators = loadTranslators(draft.root, undefined, draft.languages);
});
afterAll(() => draft.remove());

describe('a language of twenty keys', () => {
  test('says in English what it lacks, by the rules of English', () => {
    const t = translators(draft.german, 'UTC');
    expect(t.text('button-home')).toBe('🏠 Startseite');
    expect(t.has('button-back')).toBe(true);
    expect(t.text('button-back')).toBe('‹ Back');
    expect(t.text('home-invited', { person: 'Uta', count: 1 })).toContain('An invitation is');
    expect(t.text('home-invited', { person: 'Uta', count: 3 })).toMatch(/3\W* invitations are/);
    expect(t.list(['A', 'B']).composed).toBe('A und B');
    expect(() => t.text('no-such-key')).toThrow('no-such-key');
  });

  test('is chosen by the tag of a messenger and of a browser', () => {
    expect(languageOf('de-AT', draft.languages)).toBe('de');
    expect(languageOf('de-AT', draft.others)).toBeNull();
    expect(acceptedLanguage('fr, de;q=0.9, en;q=0.8', draft.languages)).toBe('de');
  });

  test('has its words understood, from everybody', () => {
    const registry = createRegistry(features, translators.words);
    expect(registry.commands.alias('Mitglieder', draft.german)?.name).toBe('members');
    expect(registry.commands.alias('mitglieder', 'uk')?.name).toBe('members');
    expect(registry.commands.nearest('mitgleider')?.name).toBe('members');
    const now = new Date('2026-05-01T10:00:00Z');
    const { end } = takeEnd(['für', '3', 'Tage'], now, translators(draft.german, 'UTC'));
    expect(end).toEqual(new Date('2026-05-04T10:00:00Z'));
  });

  test('has menus, with English lines where it has none', () => {
    const menus = commandMenus(createRegistry(features, translators.words).commands, translators);
    const menu = menus.find(({ language, scope }) => language === draft.german && scope === 'private');
    const lines = new Map(menu?.commands.map(({ name, description }) => [name, description]));
    expect(lines.get('members')).toBe('Wer zum Arbeitsbereich gehört');
    expect(lines.get('leave')).toBe(translators('en', 'UTC').text('command-leave'));
  });

  test('is told every key that it lacks, by name', () => {
    const english = readCatalogue(draft.root, FALLBACK_LANGUAGE);
    const german = readCatalogue(draft.root, draft.german);
    expect(german.problems).toEqual([]);
    const found = differences(english, german);
    expect(found).toContain('de lacks button-back');
    expect(found).toContain('de lacks command-cancel-words');
    expect(found).toHaveLength(english.messages.size + english.words.size - 20);
  });
});

test('a language that is not in the list any more speaks English', () => {
  const gone = loadTranslators(draft.root, undefined, draft.others)(draft.german, 'UTC');
  expect([gone.language, gone.text('button-home')]).toEqual(['en', '🏠 Home']);
});

test('a word means the command of the person’s language before that of another', () => {
  const words = translators.words;
  const registry = createRegistry(features, {
    ...words,
    written: (key, language) =>
      key === 'command-roles-words' && language === draft.german ? ['people'] : words.written(key, language),
  });
  expect(registry.commands.alias('people', draft.german)?.name).toBe('roles');
  expect(registry.commands.alias('people', 'ru')?.name).toBe('members');
});

describe('the catalogue test names', () => {
  const written = async (file: string, text: string): Promise<string[]> => {
    const folder = await mkdtemp(join(tmpdir(), 'castellan-catalogue-'));
    await mkdir(join(folder, 'de'));
    await writeFile(join(folder, 'de', file), text);
    const german = readCatalogue(pathToFileURL(`${folder}/`), 'de');
    await rm(folder, { recursive: true });
    const found = differences(readCatalogue(draft.root, FALLBACK_LANGUAGE), german);
    return [...german.problems, ...found.filter((line) => !line.includes(' lacks '))];
  };

  test('what cannot be read, what is there twice, and what English has not', async () => {
    expect(
      await written('a.ftl', 'button-home = Heim\nbutton-home = Haus\n\n= nothing\nodd-key = Odd\n'),
    ).toEqual([
      'de has button-home twice',
      'de/a.ftl cannot be read: = nothing',
      'de has odd-key beyond English',
    ]);
  });

  test('another variable, and a style that stays open', async () => {
    expect(await written('a.ftl', 'unknown-command = Kein [b]Befehl { $nam }.\n')).toEqual([
      'de/a.ftl leaves [b] open',
      'de unknown-command speaks of (nam), English of (name)',
    ]);
  });

  test('a word that means two commands, whatever its apostrophe, and words that are several', async () => {
    const text = "command-link-words = d'accord\ncommand-bind-words = d’accord, für immer\n";
    expect(await written('words.ftl', text)).toEqual([
      'de command-bind-words: “für immer” is not one word',
      "de: “d'accord” stands in command-link-words and in command-bind-words",
    ]);
  });

  test('a word that two languages mean differently', () => {
    const one = { ...readCatalogue(draft.root, 'en'), words: new Map([['words-move', ['add']]]) };
    expect(rivals([readCatalogue(draft.root, 'en'), one])).toEqual([
      '“add” stands in words-create and in words-move',
    ]);
  });
});
