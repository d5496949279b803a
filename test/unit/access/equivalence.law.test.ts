import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { decide, isAllowed } from '../../../src/access/decide.ts';
import { diffRoles, rightsOf } from '../../../src/access/diff.ts';
import { explain } from '../../../src/access/explain.ts';
import { capabilities, searchActions, searchSubjects, searchTargets } from '../../../src/access/search.ts';
import type { Subject } from '../../../src/access/subject.ts';
import { allRights, type Right, resources } from '../../../src/access/vocabulary.ts';
import { anyRight, anyScheme, anySubject, anyTarget } from './arbitraries.ts';
import { naivelyAllowed, rolesThatCount } from './naive.ts';
import { forGood, now, on, shopBot } from './people.ts';

describe('the compiled core against a straight reading of the scheme', () => {
  test('every decision is the same', () => {
    fc.assert(
      fc.property(anyScheme, anySubject(), anyRight, anyTarget, (declaration, subject, right, target) => {
        const scheme = compile(declaration);
        const allowed = naivelyAllowed(declaration, subject, right, target, now);
        expect(decide(scheme, subject, right, target, now).allow).toBe(allowed);
        expect(isAllowed(scheme, subject, right, target, now)).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is no right is allowed to nobody', () => {
    fc.assert(
      fc.property(anyScheme, anySubject(), anyTarget, (declaration, subject, target) => {
        const scheme = compile(declaration);
        expect(isAllowed(scheme, subject, 'bot.fly' as Right, target, now)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('what allowed is a role that counts there, and would allow alone', () => {
    fc.assert(
      fc.property(anyScheme, anySubject(), anyRight, anyTarget, (declaration, subject, right, target) => {
        const decision = decide(compile(declaration), subject, right, target, now);
        fc.pre(decision.allow);
        const counting = rolesThatCount(declaration, subject, target, now).map(({ key }) => key);
        if (decision.by.role === null) {
          expect(decision.by.via).toBe('baseline');
          expect(['workspace.view', 'owner.view', 'role.view']).toContain(right);
        } else {
          expect(counting).toContain(decision.by.role);
          const viaMembership = { ...subject, grants: [] };
          const named = rolesThatCount(
            { ...declaration, roles: withoutRequirements(declaration.roles) },
            viaMembership,
            target,
            now,
          );
          const isNamed = named.some(({ key }) => key === decision.by.role);
          expect(decision.by.via).toBe(isNamed ? 'membership' : 'grant');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the roles that a denial names do allow, and no others would', () => {
    fc.assert(
      fc.property(anyScheme, anyRight, (declaration, right) => {
        const scheme = compile(declaration);
        const nobody: Subject = { personId: 'nobody', state: 'none', roles: [], grants: [] };
        const decision = decide(scheme, nobody, right, shopBot, now);
        const all = declaration.roles.map(({ key }) => key);
        const able = declaration.roles.filter(({ key }) => {
          const holder: Subject = {
            personId: 'holder',
            state: 'active',
            roles: forGood(key),
            grants: on(shopBot, [key]),
          };
          const alone = { ...declaration, roles: withoutRequirements(declaration.roles) };
          return naivelyAllowed(alone, holder, right, { ...shopBot, ownerId: 'holder' }, now);
        });
        expect(decision).toMatchObject({ allow: false, roles: able.map(({ key }) => key) });
        expect(all).toEqual(scheme.roles.map(({ key }) => key));
      }),
      { numRuns: 500 },
    );
  });
});

describe('one evaluator: list, check and reason never disagree', () => {
  test('capabilities are the rights that are allowed', () => {
    fc.assert(
      fc.property(anyScheme, anySubject(), anyTarget, (declaration, subject, target) => {
        const scheme = compile(declaration);
        const allowed = allRights.filter((right) => decide(scheme, subject, right, target, now).allow);
        expect([...capabilities(scheme, subject, target, now)]).toEqual(allowed);
        const searched = resources.flatMap((resource) =>
          searchActions(scheme, subject, resource, target, now),
        );
        expect(searched).toEqual(allowed);
      }),
    );
  });

  test('search is filter by decide', () => {
    const subjects = fc.array(anySubject(), { maxLength: 6 });
    const targets = fc.array(anyTarget, { maxLength: 6 });
    fc.assert(
      fc.property(anyScheme, subjects, anyRight, targets, (declaration, people, right, resources) => {
        const scheme = compile(declaration);
        for (const target of resources) {
          expect(searchSubjects(scheme, people, right, target, now)).toEqual(
            people.filter((person) => naivelyAllowed(declaration, person, right, target, now)),
          );
        }
        for (const person of people) {
          expect(searchTargets(scheme, person, right, resources, now)).toEqual(
            resources.filter((target) => naivelyAllowed(declaration, person, right, target, now)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an explanation allows where the decision does, and gives its reason where it does not', () => {
    fc.assert(
      fc.property(anyScheme, anySubject(), anyRight, anyTarget, (declaration, subject, right, target) => {
        const { decision, held } = explain(compile(declaration), subject, right, target, now);
        const contributions = held.map(({ contribution }) => contribution);
        expect(held).toHaveLength(subject.roles.length + subject.grants.length);
        if (subject.state !== 'active') return;
        if (decision.allow) {
          expect(decision.by.via === 'baseline' || contributions.includes('allows')).toBe(true);
        } else {
          expect(contributions).not.toContain('allows');
          if (decision.rule === 'no_role_allows' || decision.rule === 'never') {
            expect(contributions.every((contribution) => contribution === 'silent')).toBe(true);
          } else {
            expect(contributions).toContain(decision.rule);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('applying a difference to the rights before gives the rights after', () => {
    const someKeys = fc.subarray(['boss', 'second', 'third', 'fourth', 'fifth']);
    fc.assert(
      fc.property(anyScheme, someKeys, someKeys, (declaration, before, after) => {
        const scheme = compile(declaration);
        const name = ({ right, only }: { right: string; only: string | null }) => `${right} ${only ?? ''}`;
        const { gained, lost } = diffRoles(scheme, before, after);
        const reverse = diffRoles(scheme, after, before);
        expect(reverse).toEqual({ gained: lost, lost: gained });
        const then = rightsOf(scheme, after).map(name);
        for (const right of gained) expect(then).toContain(name(right));
        for (const right of lost) expect(then).not.toContain(name(right));
        const unchanged = rightsOf(scheme, before).map(name);
        if (gained.length === 0 && lost.length === 0) expect(then).toEqual(unchanged);
      }),
    );
  });
});

function withoutRequirements<T extends { readonly requires?: readonly string[] }>(roles: readonly T[]): T[] {
  return roles.map((role) => ({ ...role, requires: [] }));
}
