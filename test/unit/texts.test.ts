import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, type Pattern, parse } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/state.ts';

const LOCALES = new URL('../../locales/', import.meta.url).pathname;

/** Median words of a sentence, over all messages of a language. */
const MAX_MEDIAN_WORDS = 12;

/** Words of the longest sentence: more is not read through on a phone. */
const MAX_WORDS = 16;

/** One way a message reads: selectors chosen, styles taken out, values shown as `{name}`. */
interface Reading {
  readonly key: string;
  readonly text: string;
}

/** Words that no text may have: `[pattern, what to write]`. */
const BANNED: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bshall\b/i, 'will or should'],
    [/\b(whom|whoever|of whom)\b/i, 'who'],
    [/\bsomebody\b/i, 'someone'],
    [/\banybody\b/i, 'anyone'],
    [/\bheads?\b (of )?the workspace/i, 'owner'],
    [/\bpress(es|ed)?\b/i, 'tap'],
    [/\bany more\b/i, 'no longer'],
    [/\bsingle (bots?|projects?)\b/i, 'specific'],
    [/\bown roles\b/i, 'custom roles'],
    [/\b(may not|may)\b/i, 'can, allowed'],
    [/\bclose (the )?access\b/i, 'remove'],
    [/\b(cannot|do not|does not|did not|is not|are not|will not)\b/i, 'a contraction'],
    [/\b(holds until|stands? behind|suffice|meanwhile)\b/i, 'plain words'],
    [/["']/, 'curly quotes'],
  ],
  ru: [
    [/возглавля|(?<!\p{L})глав(а|ы|е|у|ой)(?!\p{L})/iu, 'владелец'],
    [/исключ(ить|ают|ает|ение)/iu, 'удалить из пространства'],
    [/закры(ть|л) доступ|закрыть участнику доступ/iu, 'удалить из пространства'],
    [/отделит/iu, 'отвязать'],
    [/(?<!\p{L})забыт[аоы]?(?!\p{L})/iu, 'удалить'],
    [/кем:|Кого:|Кому:/u, 'слово, а не обрывок'],
    [/\p{L}\((а|ла)\)/u, 'форма без рода'],
    [/не состоите|состоит в/iu, 'участник'],
    [/живёт по схеме|живут роли/iu, 'действует схема'],
    [/приватн/iu, 'личный чат'],
    [/["']/, 'кавычки «»'],
  ],
  uk: [
    [/очільник|очолю/iu, 'власник'],
    [/вилуч/iu, 'видалити з простору'],
    [/закрити (учасникові )?доступ/iu, 'видалити з простору'],
    [/відокрем/iu, 'відв’язати'],
    [/(?<!\p{L})забуто(?!\p{L})/iu, 'видалити'],
    [/ким:|Кого:|Кому:/u, 'слово, а не уривок'],
    [/\p{L}\((а|ла)\)/u, 'форма без роду'],
    [/["'ʼ]/u, 'лапки «», апостроф ’'],
  ],
};

/** One meaning, one word: the second is never used beside the first. */
const MIXED: Readonly<Record<'ru' | 'uk', readonly (readonly [string, RegExp])[]>> = {
  ru: [['пространство', /рабоч(ее|его|ем|им) пространств/iu]],
  uk: [
    ['строк', /(?<!\p{L})термін/iu],
    ['вибрати', /(?<!\p{L})об(рати|еріть|ерете|рано)(?!\p{L})/iu],
    ['під’єднати', /підключ/iu],
    ['залишатися', /(?<!\p{L})лиш(а|и)(ти|є|ив|л)/iu],
    ['особистий чат', /приватн/iu],
    ['бота чи проєкт', /(?<!\p{L})(бот чи проєкт|проєкти чи боти|проєкти й боти|окремі боти)/iu],
  ],
};

/** A workspace's name right after a preposition: its kind must stand between ("в пространстве …"). */
const BARE: Readonly<Record<'ru' | 'uk', RegExp>> = {
  ru: /(?<!\p{L})(в|во|из|к|ко|от|с|на|для|о|по) «?\{workspaces?\}/iu,
  uk: /(?<!\p{L})(в|у|із|зі|з|до|від|на|для|про|по) «?\{workspaces?\}/iu,
};

function patterns(language: Language): { readonly key: string; readonly pattern: Pattern }[] {
  return readdirSync(join(LOCALES, language))
    .filter((file) => file.endsWith('.ftl'))
    .flatMap(
      (file): Entry[] => parse(readFileSync(join(LOCALES, language, file), 'utf8'), {}).body as Entry[],
    )
    .flatMap((entry) =>
      entry.type === 'Message' && entry.value ? [{ key: entry.id.name, pattern: entry.value }] : [],
    );
}

/** Every way a pattern reads. */
function readings(pattern: Pattern): string[] {
  let texts = [''];
  for (const element of pattern.elements) {
    const parts =
      element.type === 'TextElement'
        ? [element.value]
        : element.expression.type === 'SelectExpression'
          ? element.expression.variants.flatMap((variant) => readings(variant.value))
          : element.expression.type === 'VariableReference'
            ? [`{${element.expression.id.name}}`]
            : element.expression.type === 'StringLiteral'
              ? [element.expression.value]
              : [''];
    texts = texts.flatMap((text) => parts.map((part) => text + part));
  }
  return texts;
}

/** Every text of a language; examples of what to type (`[c]…[/c]`, usages) are no sentences, nor are words to read. */
function textsOf(language: Language): Reading[] {
  return patterns(language)
    .filter(({ key }) => !/(^words-|^language-country$|-words$|-usage$)/.test(key))
    .flatMap(({ key, pattern }) =>
      [...new Set(readings(pattern))].map((text) => ({
        key,
        text: text.replace(/\[c\].*?\[\/c\]/g, '…').replace(/\[\/?[bi]\]/g, ''),
      })),
    );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?:;])\s+|\n+/u).filter((sentence) => /\p{L}{2}/u.test(sentence));
}

const words = (sentence: string): number => sentence.match(/[\p{L}\p{N}{}@/’-]+/gu)?.length ?? 0;

const found = (language: Language, pattern: RegExp): string[] =>
  textsOf(language)
    .filter(({ text }) => pattern.test(text))
    .map(({ key, text }) => `${key}: ${text}`);

describe.each(LANGUAGES)('the texts of %s', (language) => {
  test.each(BANNED[language])('have no %s', (pattern, instead) => {
    expect(found(language, pattern), `write: ${instead}`).toEqual([]);
  });

  test('have no double spaces and no space before a sign', () => {
    expect(found(language, /[^\n] {2,}|\S [,.;!?](?:\s|$)/u)).toEqual([]);
  });

  test('are short: the middle sentence has at most twelve words', () => {
    const all = textsOf(language).flatMap(({ key, text }) =>
      sentences(text).map((sentence) => ({ key, sentence, length: words(sentence) })),
    );
    all.sort((a, b) => b.length - a.length);
    const longest = [...new Set(all.map(({ key, sentence, length }) => `${length} ${key}: ${sentence}`))];
    process.stdout.write(`The longest sentences of ${language}:\n${longest.slice(0, 20).join('\n')}\n\n`);
    expect(longest.filter((line) => Number.parseInt(line, 10) > MAX_WORDS)).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
    expect(all[Math.floor(all.length / 2)]?.length).toBeLessThanOrEqual(MAX_MEDIAN_WORDS);
  });
});

describe.each(['ru', 'uk'] as const)('the words of %s', (language) => {
  test.each(MIXED[language])('say only “%s”', (_one, other) => {
    // People meet a workspace first where they are greeted: there its full name helps.
    const places = found(language, other).filter((line) => !/^(home-newcomer|group-hello):/.test(line));
    expect(places).toEqual([]);
  });

  test('never put a workspace’s name right after a preposition', () => {
    expect(found(language, BARE[language])).toEqual([]);
  });
});

test('the checks find what they look for', () => {
  expect('Приглашение в {workspace}').toMatch(BARE.ru);
  expect('Приглашение в пространство {workspace}').not.toMatch(BARE.ru);
  expect('У {workspace} ще немає').toMatch(BARE.uk);
  expect('У просторі {workspace} ще немає').not.toMatch(BARE.uk);
  expect(sentences('One two. Three four: five?\nSix')).toEqual(['One two.', 'Three four:', 'five?', 'Six']);
});
