import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import type { RoleDeclaration } from '../../../../src/access/define-scheme.ts';
import { mayPlaceIn } from '../../../../src/access/governance/placing.ts';
import { presets } from '../../../../src/access/presets.ts';
import { bankBot, forGood, member, now, on, retail, tomorrow, untilThen } from '../people.ts';

/** A boss, movers of bots who may be given more, and whoever else. */
function movers(...roles: readonly RoleDeclaration[]): CompiledScheme {
  return compile({
    key: 'moving',
    rolesPerMember: 'many',
    keystone: { role: 'boss', holders: 'at_least_one' },
    edits: 'broader',
    roles: [{ key: 'boss', can: 'everything' }, ...roles],
  });
}

const mover: RoleDeclaration = { key: 'mover', can: { bot: 'all', member: 'all' } };
const watcher: RoleDeclaration = { key: 'watcher', reach: 'things', can: { bot: ['view'] } };
const publisher: RoleDeclaration = {
  key: 'publisher',
  reach: 'things',
  can: { bot: ['view', 'publish'] },
};
const accountant: RoleDeclaration = { key: 'accountant', can: { billing: 'all' } };
const ask = (scheme: CompiledScheme, ...actor: Parameters<typeof member>) =>
  mayPlaceIn(scheme, { actor: member(...actor), at: retail, now });

describe('who puts something into a project gives its role holders what they hold there', () => {
  test('so it takes the right to give every role that can be held there', () => {
    expect(ask(movers(mover, watcher, publisher), 'ann', ['mover'])).toEqual({ allow: true });
    const payer: RoleDeclaration = { key: 'payer', reach: 'things', can: { billing: ['view'] } };
    const scheme = movers(mover, watcher, payer);
    expect(ask(scheme, 'ann', ['boss'])).toEqual({ allow: true });
    expect(ask(scheme, 'ann', ['mover'])).toMatchObject({
      allow: false,
      rule: 'exceeds_own',
      about: 'payer',
      roles: ['boss'],
    });
    expect(ask(scheme, 'ann', ['watcher'])).toMatchObject({ allow: false, about: 'watcher' });
  });

  test('and none for roles that reach the workspace as a whole', () => {
    expect(ask(movers(mover, accountant, watcher), 'ann', ['mover'])).toEqual({ allow: true });
    expect(ask(movers(mover, accountant), 'ann', [])).toEqual({ allow: true });
    expect(ask(presets.company, 'ann', ['designer'])).toEqual({ allow: true });
  });

  test('and what the actor holds for a time is not enough, for the others hold theirs for good', () => {
    const scheme = movers(mover, watcher);
    const ann = { ...member('ann', []), roles: untilThen(tomorrow, 'mover') };
    expect(mayPlaceIn(scheme, { actor: ann, at: retail, now }).allow).toBe(false);
    const bob = { ...ann, roles: forGood('mover') };
    expect(mayPlaceIn(scheme, { actor: bob, at: retail, now }).allow).toBe(true);
  });

  test('nor is what they hold on another project', () => {
    const scheme = movers({ ...mover, reach: 'things' }, watcher);
    expect(ask(scheme, 'ann', [], on(retail, ['mover']))).toEqual({ allow: true });
    expect(ask(scheme, 'ann', [], on(bankBot, ['mover'])).allow).toBe(false);
  });
});
