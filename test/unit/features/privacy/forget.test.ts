import { expect, test } from 'vitest';
import { forgetPerson, headedAlone } from '../../../../src/features/privacy/forget.ts';
import { idOf, kindsOf, presetNamed, refusalOf } from '../../../support/builders.ts';
import { joinedAs, personOf } from '../../../support/whole-person.ts';

const owner = joinedAs('Anna', ['owner']);
const alone = { whole: personOf('Anna', { memberships: [owner] }), shared: new Map() };
const shared = {
  ...alone,
  shared: new Map([[owner.membership.id, { governance: 4, roles: ['owner'] }]]),
};

test('nobody is forgotten who heads a workspace alone', () => {
  expect(headedAlone(alone, presetNamed)).toEqual([owner.workspace]);
  expect(refusalOf(() => forgetPerson(alone, presetNamed))).toBe('forget_sole');
});

test('whoever else is, with every name of theirs; of two last heads the second looks again', () => {
  const { changes } = forgetPerson(shared, presetNamed);
  expect(kindsOf(changes)).toEqual(['guard.governance', 'person.forgotten']);
  expect(changes[0]).toMatchObject({ governance: 4 });
  const designer = personOf('Boris', {
    email: 'b@example.org',
    phone: '+1',
    memberships: [joinedAs('Boris', ['designer'])],
  });
  expect(forgetPerson({ whole: designer, shared: new Map() }, presetNamed).changes).toMatchObject([
    {
      kind: 'person.forgotten',
      pseudonym: `forgotten-${idOf('Boris').slice(-6)}`,
      names: ['telegram:account of Boris', 'email:b@example.org', 'phone:+1', `person:${idOf('Boris')}`],
      memberships: [{ living: true }],
    },
  ]);
});
