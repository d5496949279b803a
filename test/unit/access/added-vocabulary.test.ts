import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { decide } from '../../../src/access/decide.ts';
import { rightsOf } from '../../../src/access/diff.ts';
import { explain } from '../../../src/access/explain.ts';
import { presets } from '../../../src/access/presets.ts';
import { rightsIn, tableOf } from '../../../src/access/rights-table.ts';
import { capabilities, rightIn, rightsOn, searchActions } from '../../../src/access/search.ts';
import { workspaceWide } from '../../../src/access/subject.ts';
import { allRights, type Right, rightsWith } from '../../../src/access/vocabulary.ts';
import { member, now } from './people.ts';
import { everyRight } from './role-table.ts';

const library = { shelf: ['dust', 'borrow'], report: ['print', 'view'], 'reading.room': ['enter.quietly'] };
const addedRights = ['shelf.dust', 'shelf.borrow', 'report.print', 'reading.room.enter.quietly'];

/** A cabinet whose owner runs a library too, and whose observers borrow. */
const cabinet = presets.cabinet.declaration;
const branch = compile({
  ...cabinet,
  vocabulary: library,
  roles: cabinet.roles.map((role) =>
    role.key === 'observer' ? { ...role, can: tableOf(new Set(named('shelf.borrow')), library) } : role,
  ),
});
const owner = member('olga', ['owner']);
const observer = member('oskar', ['observer']);

/** Rights of the library, which no type knows. */
function named(...rights: readonly string[]): readonly Right[] {
  return rights as readonly Right[];
}

describe('a vocabulary of another system', () => {
  test('stands after the built-in one, each right once, also where both have it', () => {
    expect(rightsWith(library)).toEqual([...everyRight, ...addedRights]);
    expect(branch.rights).toEqual([...everyRight, ...addedRights]);
  });

  test('that adds nothing leaves the built-in one, the very same', () => {
    expect(rightsWith()).toBe(allRights);
    expect(rightsWith({})).toBe(allRights);
    expect(rightsWith({ shelf: [] })).toBe(allRights);
  });

  test('is given to whom everything is given, and to others as their table says', () => {
    for (const right of named(...addedRights)) {
      expect(decide(branch, owner, right, workspaceWide, now).allow).toBe(true);
    }
    expect([...capabilities(branch, observer, workspaceWide, now)]).toEqual([
      'workspace.view',
      'owner.view',
      'role.view',
      'shelf.borrow',
    ]);
  });

  test('is looked through and named like the built-in one', () => {
    expect(rightsOn(branch, 'shelf')).toEqual(['shelf.dust', 'shelf.borrow']);
    expect(rightsOn(branch, 'report')).toEqual(['report.view', 'report.print']);
    expect(rightsOn(branch, 'she')).toEqual([]);
    expect(searchActions(branch, observer, 'shelf', workspaceWide, now)).toEqual(['shelf.borrow']);
    expect(rightIn(branch, 'shelf', 'dust')).toBe('shelf.dust');
    expect(rightIn(branch, 'bot', 'publish')).toBe('bot.publish');
    expect(rightIn(branch, 'shelf', 'burn')).toBeNull();
    expect(rightIn(branch, 'toString', '')).toBeNull();
  });

  test('means nothing to a scheme without it, whoever asks', () => {
    const [dust] = named('shelf.dust');
    if (dust === undefined) throw new TypeError('There is a right to dust');
    expect(rightIn(presets.cabinet, 'shelf', 'dust')).toBeNull();
    expect(rightsOn(presets.cabinet, 'shelf')).toEqual([]);
    expect(explain(presets.cabinet, owner, dust, workspaceWide, now)).toEqual({
      decision: { allow: false, rule: 'unknown_right', roles: [] },
      held: [{ role: 'owner', until: null, resource: null, contribution: 'silent' }],
    });
  });
});

describe('a table of rights', () => {
  test('names all actions of a resource, or those listed, in the order of the vocabulary', () => {
    expect(rightsIn({ report: 'all', bot: ['publish', 'view'] })).toEqual([
      'bot.view',
      'bot.publish',
      'report.view',
    ]);
    expect(rightsIn({ report: 'all' }, library)).toEqual(['report.view', 'report.print']);
    expect(rightsIn({})).toEqual([]);
    expect(rightsIn('everything')).toEqual(everyRight);
    expect(rightsIn('everything', library)).toEqual([...everyRight, ...addedRights]);
  });

  test('knows a resource by its own name alone, not by what every object has', () => {
    const borrowed = { constructor: ['name'], shelf: ['borrow'] };
    expect(rightsIn({}, borrowed)).toEqual([]);
    expect(rightsIn(Object.create({ bot: 'all' }))).toEqual([]);
  });

  test('is written as short as it can be: `all` for a whole resource, nothing for none of it', () => {
    expect(tableOf(new Set())).toEqual({});
    expect(tableOf(new Set(named('report.view', 'bot.publish', 'bot.view')))).toEqual({
      report: 'all',
      bot: ['view', 'publish'],
    });
    expect(tableOf(new Set(named('report.view')), library)).toEqual({ report: ['view'] });
    expect(tableOf(new Set(named('report.view', 'report.print')), library)).toEqual({ report: 'all' });
  });

  test('of every role of every preset comes back from the rights it names', () => {
    for (const { declaration } of Object.values(presets)) {
      for (const { can } of declaration.roles) {
        const rights = rightsIn(can);
        expect(rightsIn(tableOf(new Set(rights)))).toEqual(rights);
      }
    }
  });
});

test('a role that the scheme does not have gives no rights, and takes none from those beside it', () => {
  expect(rightsOf(branch, ['king'])).toEqual([]);
  expect(rightsOf(branch, ['king', 'observer'])).toEqual(rightsOf(branch, ['observer']));
});
