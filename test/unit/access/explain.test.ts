import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { defineScheme } from '../../../src/access/define-scheme.ts';
import { explain } from '../../../src/access/explain.ts';
import { presets } from '../../../src/access/presets.ts';
import type { Subject } from '../../../src/access/subject.ts';
import { bankBot, member, now, on, shopBot, untilThen, yesterday } from './people.ts';

/** A workshop in which one makes resources everywhere, or only where that was granted. */
const workshop = compile(
  defineScheme({
    key: 'workshop',
    rolesPerMember: 'many',
    keystone: { role: 'head', holders: 'exactly_one' },
    edits: 'broader',
    roles: [
      { key: 'head', can: 'everything' },
      { key: 'maker', reach: 'workspace_or_things', can: { bot: ['update'] } },
    ],
  }),
);

/** What each held role contributes to changing the shop's bot: those of the membership, then the grants. */
function contributions(scheme: typeof workshop, person: Subject) {
  return explain(scheme, person, 'bot.update', shopBot, now).held.map(({ contribution }) => contribution);
}

describe('in an explanation every role held is judged on its own', () => {
  test('one that has ended on the membership does not borrow from a grant of it, nor lend to it', () => {
    const granted = { ...member('mia', [], on(shopBot, ['maker'])), roles: untilThen(yesterday, 'maker') };
    expect(contributions(workshop, granted)).toEqual(['ended', 'allows']);
    const lapsed = member('max', ['maker'], on(shopBot, ['maker'], yesterday));
    expect(contributions(workshop, lapsed)).toEqual(['allows', 'ended']);
  });

  test('a grant elsewhere says so, whatever the membership allows here', () => {
    const both = member('mona', ['maker'], on(bankBot, ['maker']));
    expect(contributions(workshop, both)).toEqual(['allows', 'no_grant_here']);
  });

  test('one that must be both named and granted is looked at with its other half', () => {
    expect(contributions(presets.agency, member('cleo', ['client'], on(shopBot, ['client'])))).toEqual([
      'allows',
      'allows',
    ]);
    expect(contributions(presets.agency, member('carl', ['client'], on(bankBot, ['client'])))).toEqual([
      'no_grant_here',
      'no_grant_here',
    ]);
    expect(contributions(presets.agency, member('cora', ['client']))).toEqual(['no_grant_here']);
    expect(contributions(presets.agency, member('cyd', [], on(shopBot, ['client'])))).toEqual(['silent']);
  });
});
