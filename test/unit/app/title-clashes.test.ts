import { expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../../src/access/define-scheme.ts';
import { presets } from '../../../src/access/presets.ts';
import { titleClashes } from '../../../src/app/cli/title-clashes.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import { rolesByName } from '../../../src/chat/parts/role-names.ts';

const locales = new URL('../../../locales/', import.meta.url);

/** The company's scheme with titles given to some of its roles. */
function company(titles: Readonly<Record<string, string>>): SchemeDeclaration {
  const { declaration } = presets.company;
  const roles = declaration.roles.map((role) => {
    const title = titles[role.key];
    return title === undefined ? role : { ...role, title };
  });
  return { ...declaration, key: 'own', titlesFrom: 'company', roles };
}

test.each([
  ['two titles', { designer: 'Artist', manager: 'artist' }, 'artist'],
  ['the words of a preset in another language', { designer: 'Менеджер' }, 'менеджер'],
  ['another role’s key', { designer: 'Administrator' }, 'administrator'],
])('a file that calls two roles the same is told so: %s', (_, titles, name) => {
  const [problem, more] = titleClashes(company(titles), loadTranslators(locales));
  expect(problem?.sentence).toContain(`would both be called "${name}"`);
  expect(problem?.path).toMatch(/^roles\[[23]\]\.title$/);
  expect(more).toBeUndefined();
});

test('the presets call no two roles the same, nor does one that gives a role its own title again', () => {
  const translators = loadTranslators(locales);
  for (const { declaration } of Object.values(presets))
    expect(titleClashes(declaration, translators)).toEqual([]);
  expect(titleClashes(company({ manager: 'Manager', designer: 'Дизайнер' }), translators)).toEqual([]);
});

test('a word that could mean two roles means neither, and other words go on meaning theirs', () => {
  const declaration = company({ administrator: 'Artist', designer: 'Artist', manager: 'Owner' });
  const t = loadTranslators(locales, (scheme) => (scheme === 'own' ? declaration : null))('en', 'UTC');
  const byName = rolesByName(compile(declaration), t);
  expect(byName.get('artist')).toBeUndefined();
  expect(byName.get('owner')).toBeUndefined();
  expect(byName.get('designer')).toBe('designer');
  expect(byName.get('manager')).toBe('manager');
});
