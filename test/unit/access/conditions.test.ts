import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { decide } from '../../../src/access/decide.ts';
import type { Condition } from '../../../src/access/define-scheme.ts';
import { presets } from '../../../src/access/presets.ts';
import { capabilities } from '../../../src/access/search.ts';
import { type Subject, workspaceWide } from '../../../src/access/subject.ts';
import { allRights } from '../../../src/access/vocabulary.ts';
import { anyProperties, anySchemeWithConditions, anySubject, anyTarget } from './arbitraries.ts';
import { naivelyAllowed } from './naive.ts';
import { member, now, stranger } from './people.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Whether a designer may close tickets, who may where the condition holds. */
function allows(where: Condition, resource?: Properties, subject?: Properties, action?: Properties): boolean {
  const { declaration } = presets.company;
  const roles = declaration.roles.map((role) =>
    role.key === 'designer' ? { ...role, canWhere: [{ where, can: { ticket: ['close'] as const } }] } : role,
  );
  const designer: Subject = { ...member('ann', ['designer']), ...(subject && { properties: subject }) };
  const target = {
    ...workspaceWide,
    ...(resource && { properties: resource }),
    ...(action && { actionProperties: action }),
  };
  return decide(compile({ ...declaration, roles }), designer, 'ticket.close', target, now).allow;
}

describe('a condition', () => {
  test.each(['open', '', 7, 0, true, false])('on a value holds for %j alone', (value) => {
    expect(allows({ resource: 'status', value }, { status: value })).toBe(true);
    expect(allows({ resource: 'status', value }, { status: 'another' })).toBe(false);
    expect(allows({ resource: 'status', value }, { status: [value] })).toBe(false);
    expect(allows({ resource: 'status', value }, {})).toBe(false);
    expect(allows({ resource: 'status', value })).toBe(false);
  });

  test.each(['Sales', 7, false])('on a property of both holds where both are %j', (value) => {
    const where = { resource: 'team', subject: 'department' };
    expect(allows(where, { team: value }, { department: value })).toBe(true);
    expect(allows(where, { team: value }, { department: 'Law' })).toBe(false);
    expect(allows(where, { team: value }, {})).toBe(false);
    expect(allows(where, { team: value })).toBe(false);
    expect(allows(where, {}, { department: value })).toBe(false);
  });

  test('on the id of the subject holds for who they are, not for what they say of themselves', () => {
    const where = { resource: 'author', subject: 'id' };
    expect(allows(where, { author: 'ann' })).toBe(true);
    expect(allows(where, { author: 'bob' }, { id: 'bob' })).toBe(false);
  });

  test('on the action looks at what is said of it, and nowhere else', () => {
    const softly = { action: 'soft', value: true };
    const soft = { soft: true };
    expect(allows(softly, undefined, undefined, soft)).toBe(true);
    expect(allows(softly, undefined, undefined, { soft: false })).toBe(false);
    expect(allows(softly, undefined, undefined, { soft: 'true' })).toBe(false);
    expect(allows(softly, undefined, undefined, Object.create(soft))).toBe(false);
    expect(allows(softly, soft, soft)).toBe(false);
    expect(allows({ resource: 'soft', value: true }, undefined, undefined, soft)).toBe(false);
    expect(allows({ action: 'as', subject: 'id' }, undefined, undefined, { as: 'ann' })).toBe(true);
    expect(allows({ action: 'for', subject: 'team' }, undefined, { team: 7 }, { for: 7 })).toBe(true);
    expect(allows({ action: 'for', subject: 'team' }, undefined, { team: 7 }, { for: 8 })).toBe(false);
  });

  test('looks at nothing that is absent on both sides, inherited, or no plain value', () => {
    const where = { resource: 'team', subject: 'department' };
    expect(allows(where, {}, {})).toBe(false);
    expect(allows(where)).toBe(false);
    expect(allows(where, { team: null }, { department: null })).toBe(false);
    const shared = {};
    expect(allows(where, { team: shared }, { department: shared })).toBe(false);
    expect(allows({ resource: 'kind', value: 'secret' }, Object.create({ kind: 'secret' }))).toBe(false);
  });
});

test('decisions, lists of rights and a straight reading of the conditions agree', () => {
  const target = fc
    .tuple(anyTarget, anyProperties, anyProperties)
    .map(([one, properties, actionProperties]) => ({ ...one, properties, actionProperties }));
  const subject = fc
    .tuple(anySubject(), anyProperties)
    .map(([one, properties]) => ({ ...one, state: 'active' as const, properties }));
  fc.assert(
    fc.property(anySchemeWithConditions, subject, target, (declaration, somebody, at) => {
      const scheme = compile(declaration);
      const can = capabilities(scheme, somebody, at, now);
      const permitted = allRights.filter((right) => decide(scheme, somebody, right, at, now).allow);
      expect(permitted).toEqual(
        allRights.filter((right) => naivelyAllowed(declaration, somebody, right, at, now)),
      );
      expect([...can]).toEqual(permitted);
    }),
    { numRuns: 150 },
  );
});

describe('conditions of several roles', () => {
  const open = { resource: 'status', value: 'open' } as const;
  const mine = { resource: 'author', subject: 'id' } as const;
  const close = { ticket: ['close'] } as const;
  const { declaration } = presets.company;
  const desk = compile({
    ...declaration,
    roles: declaration.roles.map((role) => {
      if (role.key === 'administrator') return { ...role, can: 'everything' };
      if (role.key === 'manager') return { ...role, canWhere: [{ where: open, can: close }] };
      if (role.key !== 'designer') return role;
      return { ...role, canWhere: [open, mine].map((where) => ({ where, can: close })) };
    }),
  });
  const ticket = (status: string, author: string) => ({
    ...workspaceWide,
    properties: { status, author },
  });
  const closes = (role: string, target: ReturnType<typeof ticket>) =>
    decide(desk, member('ann', [role]), 'ticket.close', target, now);

  test('hold for each role by itself, and of a role’s own any one is enough', () => {
    expect(closes('manager', ticket('open', 'bob'))).toEqual({
      allow: true,
      by: { role: 'manager', via: 'membership' },
    });
    expect(closes('designer', ticket('open', 'bob'))).toEqual({
      allow: true,
      by: { role: 'designer', via: 'membership' },
    });
    expect(closes('manager', ticket('solved', 'ann')).allow).toBe(false);
    expect(closes('designer', ticket('solved', 'ann')).allow).toBe(true);
    expect(closes('designer', ticket('solved', 'bob')).allow).toBe(false);
  });

  test('where none holds, only roles that need none are named; elsewhere all that might help', () => {
    expect(closes('designer', ticket('solved', 'bob'))).toEqual({
      allow: false,
      rule: 'own_only',
      roles: ['administrator'],
    });
    expect(decide(desk, stranger('sid'), 'ticket.close', ticket('open', 'sid'), now)).toEqual({
      allow: false,
      rule: 'not_member',
      roles: ['administrator', 'manager', 'designer'],
    });
  });

  test('what is forbidden to everybody stays so, whatever holds', () => {
    const closed = compile({ ...desk.declaration, never: close });
    expect(
      decide(closed, member('ann', ['designer']), 'ticket.close', ticket('open', 'ann'), now),
    ).toMatchObject({ allow: false, rule: 'never' });
  });
});
