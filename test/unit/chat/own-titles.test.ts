import { expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import { roleTitle, titleIn } from '../../../src/chat/parts/role-titles.ts';
import { schemeTitle } from '../../../src/features/schemes/chat/offered-schemes.ts';
import { draftOf } from '../../../src/features/schemes/draft.ts';
import { renameRole } from '../../../src/features/schemes/rename-role.ts';

const { declaration } = renameRole(draftOf(presets.company), 'designer', 'Artist');
const hostile = {
  ...declaration,
  title: `Ours\u202e${'x'.repeat(500)}`,
  roles: declaration.roles.map((role) => (role.key === 'manager' ? { ...role, title: '\u200b' } : role)),
};
const t = loadTranslators(new URL('../../../locales/', import.meta.url), (scheme) =>
  scheme === 'custom:1' ? hostile : null,
)('ru', 'UTC');

test('roles are called as people call them, the others as their preset does in the reader’s language', () => {
  expect(roleTitle(t, 'custom:1', 'designer')).toBe('Artist');
  expect(roleTitle(t, 'custom:1', 'owner')).toBe(roleTitle(t, 'company', 'owner'));
  expect(titleIn(t, declaration, 'designer')).toBe('Artist');
  expect(titleIn(t, declaration, 'manager')).toBe(roleTitle(t, 'company', 'manager'));
  expect(roleTitle(t, 'custom:1', 'gone')).toBe('gone');
});

test('no title grows over the screen or turns it round', () => {
  expect(roleTitle(t, 'custom:1', 'manager')).toBe('—');
  expect(schemeTitle(t, 'custom:1')).toMatch(/^Oursx{60}…$/);
  expect(schemeTitle(t, 'company')).toBe('Компания');
});
