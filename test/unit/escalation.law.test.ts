import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SchemeDeclaration } from '../../src/access/define-scheme.ts';
import type { Act } from './escalation/acts.ts';
import { life } from './escalation/arbitrary-lives.ts';
import { attempt } from './escalation/attempt.ts';
import { faultsOf, outOfReach, type Step, unexplained, usurped } from './escalation/laws.ts';
import { founded, type World } from './escalation/world.ts';
import { write } from './escalation/write.ts';

/** Lives the acts through; those that are refused change nothing. Shows each step that was not. */
function live(start: World, acts: readonly Act[], show: (step: Step) => void): World {
  let serial = 0;
  const newId = () => `id-${++serial}`;
  return acts.reduce((before, act) => {
    if (act.kind === 'wait') return later(before, act.days);
    const changes = attempt(before, act, newId);
    if (changes === null || changes.length === 0) return before;
    const after = write(before, act.by, changes);
    show({ before, act, changes, after });
    return after;
  }, start);
}

function later(world: World, days: number): World {
  return { ...world, now: new Date(world.now.getTime() + days * 24 * 60 * 60_000) };
}

const laws: Readonly<Record<string, (step: Step) => readonly string[]>> = {
  'nobody comes by a right that whoever gave it could not give': unexplained,
  'nobody does what the tables do not let them do': usurped,
  'nobody acts on themselves, or on somebody out of their reach': outOfReach,
  'there is an owner or administrator, and no more holders than may be': ({ after }) => faultsOf(after),
};

test('whatever anybody tries through the use cases, nobody rises by it', () => {
  fc.assert(
    fc.property(life, ({ founding, acts }) => {
      live(founded(founding, 'founder'), acts, (step) => {
        for (const [law, broken] of Object.entries(laws)) {
          const found = broken(step);
          // What is expected is made only where it is not met: most of the time would go there.
          if (found.length > 0) expect({ law, act: step.act, found: found.slice(0, 5) }).toBe(law);
        }
      });
    }),
    { numRuns: 120 },
  );
});

test('nobody opens a bot to others by moving it into a project where they hold more than the mover could give', () => {
  const scheme: SchemeDeclaration = {
    key: 'own',
    rolesPerMember: 'many',
    keystone: { role: 'boss', holders: 'exactly_one' },
    edits: 'broader',
    roles: [
      { key: 'boss', can: 'everything' },
      { key: 'lead', can: { project: 'all', bot: ['view', 'update'], member: ['assign'] } },
      { key: 'publisher', can: { bot: ['publish'] }, reach: 'things' },
    ],
  };
  const invite = (whom: string, roles: readonly number[], resources: readonly string[]): Act[] => [
    { kind: 'invite', by: 'founder', whom, roles, required: false, resources, end: null },
    { kind: 'accept', by: whom, offer: 0 },
  ];
  const moved = (by: string): Act => ({ kind: 'move', by, bot: 'shop', to: 'finance' });
  const after = live(
    founded(scheme, 'founder'),
    [...invite('ann', [1], []), ...invite('bob', [1], ['finance']), moved('ann')],
    () => undefined,
  );
  expect(after.members.size).toBe(3);
  expect(after.bots.get('shop')?.project).toBe('retail');
  expect(live(after, [moved('founder')], () => undefined).bots.get('shop')?.project).toBe('finance');
});
