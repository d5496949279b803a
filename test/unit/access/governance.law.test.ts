import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import { assignableRoles } from '../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles, rolesHeldAt } from '../../../src/access/governance/change-roles.ts';
import { mayInvite } from '../../../src/access/governance/invite.ts';
import { presetKeys, presets } from '../../../src/access/presets.ts';
import { capabilities } from '../../../src/access/search.ts';
import {
  type HeldRole,
  isLiving,
  type Subject,
  type Target,
  workspaceWide,
} from '../../../src/access/subject.ts';
import { anyScheme } from './arbitraries.ts';
import { rolesThatCount } from './naive.ts';
import { bankBot, nextWeek, now, retail, shopBot, shopChannel, tomorrow, yesterday } from './people.ts';
import { baseline } from './role-table.ts';
import { type Act, census, found, perform, personIn, type Workspace } from './workspace-model.ts';

const names = ['founder', 'ann', 'bob', 'cid', 'dee'] as const;
const places = [workspaceWide, retail, shopBot, bankBot];
/** A bot on which nobody has been granted anything yet. */
const freshBot: Target = { path: [{ kind: 'bot', id: 'fresh' }] };
const moments = [now, tomorrow, nextWeek, new Date('2036-01-01T00:00:00Z')];

/** A scheme to try a law on: a preset as often as a random one. */
const anyCompiledScheme: fc.Arbitrary<CompiledScheme> = fc.oneof(
  fc.constantFrom(...presetKeys.map((key) => presets[key])),
  anyScheme.map((declaration) => compile(declaration)),
);

/** A role with those it requires, for good or for a time, and the places where it is held. */
interface Bundle {
  readonly roles: readonly HeldRole[];
  readonly resources: readonly Target[];
}

function bundle({ roles }: CompiledScheme): fc.Arbitrary<Bundle> {
  const someResources = fc.subarray([retail, shopBot, bankBot], { minLength: 1 });
  const until = fc.constantFrom(null, null, null, tomorrow, nextWeek);
  const seconds = roles.slice(1, 2);
  return fc.constantFrom(...seconds, ...seconds, ...roles).chain((role) => {
    const company = roles.filter(({ set }) => set === role.set || (set & role.requires) !== 0);
    return fc.record({
      roles: until.map((end) => company.map(({ key }) => ({ role: key, until: end }))),
      resources: role.reach === 'workspace' ? fc.constant([]) : someResources,
    });
  });
}

/** Acts as somebody might try them: most are well formed, all are anybody's. */
function acts(compiled: CompiledScheme, actors: readonly string[], count = 40): fc.Arbitrary<readonly Act[]> {
  const actor = fc.constantFrom(...actors);
  const target = fc.constantFrom(...names);
  const invite = fc
    .tuple(actor, target, bundle(compiled))
    .map(
      ([by, to, { roles, resources }]): Act => ({ kind: 'invite', actor: by, target: to, roles, resources }),
    );
  const wildly = fc.uniqueArray(
    fc.record({
      role: fc.constantFrom(...compiled.roles.map(({ key }) => key)),
      until: fc.constantFrom(null, tomorrow, nextWeek, yesterday),
    }),
    { maxLength: 3, selector: ({ role }) => role },
  );
  const change = fc
    .tuple(actor, target, bundle(compiled), fc.option(wildly, { freq: 4 }), fc.constantFrom(...places))
    .map(([by, to, { roles, resources }, wild, place]): Act => {
      const at = wild === null ? (resources[0] ?? workspaceWide) : place;
      return { kind: 'change', actor: by, target: to, roles: wild ?? roles, at };
    });
  const others = fc.record({
    kind: fc.constantFrom('remove', 'suspend', 'resume', 'resume', 'transfer', 'transfer', 'leave'),
    actor,
    target,
  });
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: invite },
      { weight: 5, arbitrary: change },
      { weight: 1, arbitrary: others },
    ),
    { minLength: count, maxLength: count },
  );
}

/** A workspace whose founder has let everybody in, and a life of acts that anybody tries on it. */
const life = anyCompiledScheme.chain((compiled) =>
  fc
    .tuple(
      fc.array(bundle(compiled), { minLength: names.length, maxLength: names.length }),
      acts(compiled, names),
    )
    .map(([bundles, tried]) => {
      const welcome = bundles.map(
        ({ roles, resources }, index): Act => ({
          kind: 'invite',
          actor: 'founder',
          target: names[index] ?? 'founder',
          roles,
          resources,
        }),
      );
      return { compiled, tried: [...welcome, ...tried] };
    }),
);

/** Lives the acts through, those refused left out, and shows each step. */
function live(
  start: Workspace,
  tried: readonly Act[],
  step: (before: Workspace, act: Act, after: Workspace) => void,
) {
  return tried.reduce((workspace, act) => {
    const after = perform(workspace, act);
    if (after !== null) step(workspace, act, after);
    return after ?? workspace;
  }, start);
}

const ignore = () => undefined;

/** What people can do between them, each right with the place and the moment; the baseline left out. */
function reachable(workspace: Workspace, people: readonly string[]): ReadonlySet<string> {
  const rights = people.flatMap((name) => {
    const person = personIn(workspace, name);
    const awake: Subject = { ...person, state: person.state === 'none' ? 'none' : 'active' };
    return moments.flatMap((moment) =>
      [workspaceWide, retail, shopBot, shopChannel, bankBot].flatMap((place) =>
        [null, name].flatMap((ownerId) =>
          [...capabilities(workspace.scheme, awake, { ...place, ownerId }, moment)]
            .filter((right) => !baseline.includes(right))
            .map((right) =>
              [right, ownerId === null ? '' : 'own', place.path[0]?.id, moment.toISOString()].join(' '),
            ),
        ),
      ),
    );
  });
  return new Set(rights);
}

/** What is in the one but not in the other. */
function beyond(found: ReadonlySet<string>, known: ReadonlySet<string>): readonly string[] {
  return [...found].filter((right) => !known.has(right));
}

function holdsOwnerRole({ scheme: { ownerRole } }: Workspace, person: Subject): boolean {
  return person.roles.some(({ role }) => role === ownerRole.key);
}

describe('whatever people try', () => {
  test('the workspace keeps exactly one owner, or an administrator for good', () => {
    fc.assert(
      fc.property(life, ({ compiled, tried }) => {
        live(found(compiled, 'founder'), tried, (_, __, after) => {
          const holders = [...after.people.values()].filter((person) => holdsOwnerRole(after, person));
          const { ownerRoleHolders } = census(after);
          if (compiled.declaration.keystone.holders === 'exactly_one') {
            expect([holders.length, ownerRoleHolders]).toEqual([1, 1]);
          } else {
            expect(ownerRoleHolders).toBeGreaterThanOrEqual(1);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('every role held keeps to the scheme: its place, its company, its number', () => {
    fc.assert(
      fc.property(life, ({ compiled, tried }) => {
        const end = live(found(compiled, 'founder'), tried, ignore);
        const { roles, rolesPerMember } = compiled.declaration;
        for (const person of end.people.values()) {
          for (const place of places) {
            const here = rolesHeldAt(person, place);
            if (rolesPerMember === 'one') expect(here.length).toBeLessThanOrEqual(1);
            for (const moment of moments) {
              const living = here
                .filter(({ until }) => isLiving(until, moment.getTime()))
                .map(({ role }) => role);
              const required = roles
                .filter(({ key }) => living.includes(key))
                .flatMap((role) => role.requires ?? []);
              expect(living).toEqual(expect.arrayContaining(required));
            }
          }
        }
        for (const { key, maxHolders = Number.POSITIVE_INFINITY } of roles) {
          expect(census(end).holders[key]).toBeLessThanOrEqual(maxHolders);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nobody gains by their own act', () => {
    fc.assert(
      fc.property(life, ({ compiled, tried }) => {
        live(found(compiled, 'founder'), tried, (before, act, after) => {
          if (personIn(after, act.actor) === personIn(before, act.actor)) return;
          expect(beyond(reachable(after, [act.actor]), reachable(before, [act.actor]))).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('nobody but a holder of the keystone role gives what they do not hold', () => {
    fc.assert(
      fc.property(life, ({ compiled, tried }) => {
        live(found(compiled, 'founder'), tried, (before, act, after) => {
          if (act.kind !== 'invite' && act.kind !== 'change') return;
          const actor = personIn(before, act.actor);
          if (holdsOwnerRole(before, actor)) return;
          const allowed = new Set([...reachable(before, [act.actor]), ...reachable(before, [act.target])]);
          expect(beyond(reachable(after, [act.target]), allowed)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('no company of members without the keystone role ever reaches a right that none of them had', () => {
    const conspiracy = life.chain(({ compiled, tried }) =>
      fc.subarray(['ann', 'bob', 'cid', 'dee'], { minLength: 1 }).chain((company) =>
        fc.record({
          compiled: fc.constant(compiled),
          tried: fc.constant(tried.slice(0, 10)),
          company: fc.constant(company),
          plot: acts(compiled, company),
        }),
      ),
    );
    fc.assert(
      fc.property(conspiracy, ({ compiled, tried, company, plot }) => {
        const start = live(found(compiled, 'founder'), tried, ignore);
        const inside = company.filter((name) => !holdsOwnerRole(start, personIn(start, name)));
        const had = reachable(start, inside);
        const accomplices = new Set(inside);
        const ours = plot.filter(({ actor, kind }) => accomplices.has(actor) && kind !== 'leave');
        const end = live(start, ours, (before, act) => {
          if (act.kind === 'invite' && personIn(before, act.target).state === 'none')
            accomplices.add(act.target);
        });
        expect(beyond(reachable(end, [...accomplices]), had)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a refusal is good advice', () => {
  test('holders of the roles it names could do it', () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...names), ({ compiled, tried }, target) => {
        const end = live(found(compiled, 'founder'), tried, ignore);
        for (const at of places) {
          for (const { key: role } of compiled.roles) {
            const question = {
              target: personIn(end, target),
              roles: [{ role, until: null }],
              at,
              ...census(end),
            };
            const decision = mayChangeRoles(compiled, { ...question, actor: personIn(end, 'nobody') });
            expect(decision.allow).toBe(false);
            if (decision.allow) continue;
            for (const helper of decision.roles) {
              expect(
                mayChangeRoles(compiled, { ...question, actor: helperWith(compiled, helper, at) }),
              ).toEqual({
                allow: true,
              });
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Somebody who holds a role and all that it requires, in every place where it can be held. */
function helperWith(compiled: CompiledScheme, key: string, at: Target): Subject {
  const everyRole = compiled.declaration.roles.map(({ key: other }) => other);
  const holding = (roles: readonly string[]): Subject => ({
    personId: 'helper',
    state: 'active',
    roles: roles.map((role) => ({ role, until: null })),
    grants: at.path.flatMap(({ kind, id }) =>
      kind === 'channel' ? [] : roles.map((role) => ({ role, until: null, resource: { kind, id } })),
    ),
  });
  const required = everyRole.filter((role) => {
    const counting = rolesThatCount(
      compiled.declaration,
      holding(everyRole.filter((other) => other !== role)),
      at,
      now,
    );
    return role !== key && !counting.some((counted) => counted.key === key);
  });
  return holding([key, ...required]);
}

describe('the role picker', () => {
  test('lists exactly the roles that would be allowed', () => {
    fc.assert(
      fc.property(
        life,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        ({ compiled, tried }, by, to) => {
          const end = live(found(compiled, 'founder'), tried, ignore);
          const actor = personIn(end, by);
          const target = personIn(end, to);
          for (const at of places) {
            const question = { actor, at, ...census(end) };
            const listed = assignableRoles(compiled, { ...question, target });
            const offered = assignableRoles(compiled, { ...question, target: null });
            for (const role of compiled.roles) {
              const required = compiled.roles.filter(({ set }) => (set & role.requires) !== 0);
              const gift = (until: Date | null) =>
                [role, ...required].map(({ key }) => ({ role: key, until }));
              const lawful = (until: Date | null) => {
                const kept = rolesHeldAt(target, at).filter((held) => isLiving(held.until, now.getTime()));
                const roles =
                  compiled.declaration.rolesPerMember === 'one' ? gift(until) : [...kept, ...gift(until)];
                return mayChangeRoles(compiled, { ...question, target, roles, at }).allow;
              };
              const ends = [null, nextWeek, tomorrow];
              expect(listed.find(({ role: key }) => key === role.key)?.until).toEqual(ends.find(lawful));

              const reach = role.reach === 'things' && at === workspaceWide ? [freshBot] : [];
              const invitable = (until: Date | null) =>
                mayInvite(compiled, {
                  ...question,
                  roles: gift(until),
                  resources: at === workspaceWide ? reach : [at],
                  registered: true,
                }).allow;
              if (role.reach === 'workspace' && at !== workspaceWide) continue;
              expect(offered.find(({ role: key }) => key === role.key)?.until).toEqual(ends.find(invitable));
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
