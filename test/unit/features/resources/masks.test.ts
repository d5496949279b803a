import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { enforceMasks, maskColumns, unmaskColumns } from '../../../../src/features/resources/mask.ts';
import { sees, visibilityOf, visibilityWith } from '../../../../src/features/resources/visibility.ts';
import { actorWith, grantOn, idOf, kindsOf, NOW, refusalOf, resourceOf } from '../../../support/builders.ts';

const { cabinet, bot_access } = presets;
const owner = actorWith(['owner']);
const editor = actorWith(['editor']);
const masked = [{ table: 'people', column: 'phone' }];

describe('masked columns', () => {
  const mask = (actor: typeof owner, table: string, columns: readonly string[], known = masked) =>
    maskColumns(actor, cabinet, { table, columns }, known, NOW);

  test('are hidden and shown by those who may', () => {
    expect(mask(owner, 'people', ['phone', 'email', 'email']).at(-1)).toMatchObject({
      kind: 'columns.masked',
      columns: ['email'],
    });
    const shown = unmaskColumns(owner, cabinet, { table: 'people', columns: ['phone'] }, masked, NOW);
    expect(kindsOf(shown)).toEqual(['guard.membership', 'columns.unmasked']);
    expect(() => enforceMasks(owner, cabinet, NOW)).not.toThrow();
  });

  test('are refused without the right, for other than names, beyond the limits and where nothing would change', () => {
    expect(refusalOf(() => enforceMasks(editor, cabinet, NOW))).toBe('no_role_allows');
    expect(refusalOf(() => mask(editor, 'people', ['email']))).toBe('no_role_allows');
    expect(refusalOf(() => mask(owner, 'people', ['two words']))).toBe('column_name');
    expect(refusalOf(() => mask(owner, 'a b', ['email']))).toBe('column_name');
    expect(refusalOf(() => mask(owner, 'people', ['phone']))).toBe('nothing_changed');
    const many = Array.from({ length: 21 }, (_, place) => `c${place}`);
    expect(refusalOf(() => mask(owner, 'people', many))).toBe('too_many_columns');
    const full = Array.from({ length: 500 }, (_, place) => ({ table: 't', column: `c${place}` }));
    expect(refusalOf(() => mask(owner, 'people', ['email'], full))).toBe('too_many_columns');
    const unmask = (actor: typeof owner, column: string) =>
      refusalOf(() => unmaskColumns(actor, cabinet, { table: 'people', columns: [column] }, masked, NOW));
    expect(unmask(editor, 'phone')).toBe('no_role_allows');
    expect(unmask(owner, 'email')).toBe('nothing_changed');
  });
});

describe('what somebody sees', () => {
  const bot = resourceOf('bot', 'Helper');
  const other = resourceOf('bot', 'Other');
  const subject = {
    personId: idOf('Boris'),
    state: 'active',
    roles: [],
    grants: [grantOn(bot, 'database_viewer')],
  } as const;

  test('is what they may view everywhere, and that on which a role is in force', () => {
    expect(visibilityOf(bot_access, subject, NOW)).toEqual({ everywhere: [], projects: [], bots: [bot.id] });
    expect(visibilityWith(bot_access, subject, 'bot.view', NOW).bots).toEqual([]);
    expect(visibilityWith(bot_access, subject, 'database.view', NOW).bots).toEqual([bot.id]);
    const boss = { ...subject, roles: [{ role: 'super_admin', until: null }], grants: [] };
    expect(visibilityOf(bot_access, boss, NOW).everywhere).toEqual(['project', 'bot', 'channel']);
  });

  test('is asked of one resource alike', () => {
    expect(sees(bot_access, subject, bot, NOW)).toBe(true);
    expect(sees(bot_access, subject, other, NOW)).toBe(false);
    expect(sees(bot_access, { ...subject, state: 'suspended' }, bot, NOW)).toBe(false);
  });
});
