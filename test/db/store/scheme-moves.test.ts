import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import { readSubjects } from '../../../src/features/decision-api/store/access.ts';
import type { MovePlan } from '../../../src/features/schemes/changes.ts';
import { planMoves } from '../../../src/features/schemes/move-plan.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { found, join, type Somebody } from '../../support/decision-api.ts';
import { anyScheme } from '../../unit/access/arbitraries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const keys = ['boss', 'second', 'third', 'fourth', 'fifth'] as const;
const project = randomUUID();
const botWithin = randomUUID();
const looseBot = randomUUID();
/** What a role that reached the workspace is granted on. */
const everything = [project, looseBot];
const soon = new Date('2030-01-01T00:00:00Z');
const later = new Date('2031-01-01T00:00:00Z');

interface Held {
  readonly role: string;
  readonly until: Date | null;
  /** Null for the membership. */
  readonly resource: string | null;
}

const anyHeld: fc.Arbitrary<Held> = fc.record({
  role: fc.constantFrom(...keys.slice(1)),
  until: fc.constantFrom(null, soon, later),
  resource: fc.constantFrom(null, null, project, botWithin, looseBot),
});

/** Distinct by role and place, as the database keeps them. */
const anyHoldings = fc.uniqueArray(anyHeld, {
  selector: ({ role, resource }) => `${role} ${resource}`,
  maxLength: 7,
});

const endOf = (until: Date | null): number => until?.getTime() ?? Number.POSITIVE_INFINITY;

/** What somebody has after the change, read off the plan in plain words. */
function moved(held: readonly Held[], plan: MovePlan): Held[] {
  const spread = held.flatMap((one) =>
    one.resource === null && plan.spread.includes(one.role)
      ? everything
          .filter((resource) => !held.some((other) => other.role === one.role && other.resource === resource))
          .map((resource) => ({ ...one, resource }))
      : [],
  );
  const named = held.flatMap((one) =>
    one.resource !== null &&
    plan.named.includes(one.role) &&
    !held.some((other) => other.role === one.role && other.resource === null)
      ? [{ ...one, resource: null }]
      : [],
  );
  const renamed = [...held, ...spread, ...named]
    .map((one) => ({ ...one, role: plan.moves[one.role] ?? one.role }))
    .filter(({ role, resource }) => !(resource === null ? plan.onThings : plan.onMembership).includes(role));
  const order = (one: Held, other: Held): number =>
    plan.roles.indexOf(one.role) - plan.roles.indexOf(other.role) || endOf(other.until) - endOf(one.until);
  const kept = new Map<string, Held>();
  for (const one of renamed.sort(order)) {
    const place = plan.onlyBroadest ? `${one.resource}` : `${one.resource} ${one.role}`;
    if (!kept.has(place)) kept.set(place, one);
  }
  return [...kept.values()];
}

const shown = (held: readonly Held[]): string[] =>
  held
    .map(
      ({ role, until, resource }) =>
        `${role} on ${resource ?? 'the workspace'} until ${until?.toISOString() ?? 'ever'}`,
    )
    .sort();

async function give(workspaceId: string, { membershipId }: Somebody, held: readonly Held[]): Promise<void> {
  for (const { role, until, resource } of held) {
    const kind = resource === project ? 'project' : 'bot';
    await (resource === null
      ? database.pool.query(
          `insert into membership_roles (membership_id, workspace_id, role, until, granted_at) values ($1, $2, $3, $4, now())`,
          [membershipId, workspaceId, role, until],
        )
      : database.pool.query(
          `insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_at)
           values ($1, $2, $3, $4, $5, $6, $7, now())`,
          [randomUUID(), workspaceId, membershipId, role, kind, resource, until],
        ));
  }
}

/** Two schemes, and where each role of the first goes. */
const anySwitch = fc
  .tuple(anyScheme, anyScheme, fc.array(fc.constantFrom(...keys.slice(1)), { minLength: 4, maxLength: 4 }))
  .map(([one, other, targets]) => {
    const [before, after]: CompiledScheme[] = [compile(one), compile(other)];
    if (before === undefined || after === undefined) throw new Error('both were compiled');
    const moves = Object.fromEntries(keys.slice(1).map((key, place) => [key, targets[place] ?? key]));
    return { after, plan: { ...planMoves(before, after, { ...moves, boss: 'boss' }), limits: {} } };
  });

test('whatever people hold, in whatever schemes, is moved as the plan says', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySwitch,
      fc.array(anyHoldings, { maxLength: 3 }),
      async ({ after, plan }, holdings) => {
        const acme = await found(database.pool, 'cabinet', 'boss');
        const { workspaceId } = acme;
        const now = new Date();
        await database.pool.query(`delete from bots where id = any ($1)`, [[botWithin, looseBot]]);
        await database.pool.query(`delete from projects where id = $1`, [project]);
        await database.pool.query(
          `with p as (insert into projects (id, workspace_id, name, created_at) values ($1, $4, 'P', now()) returning id)
         insert into bots (id, workspace_id, project_id, name, created_at)
         select b.id, $4, b.project, b.id::text, now() from (values ($2::uuid, $1::uuid), ($3::uuid, null)) as b (id, project), p`,
          [project, botWithin, looseBot, workspaceId],
        );
        const members = [];
        for (const held of holdings) {
          const member = await join(database.pool, acme);
          await give(workspaceId, member, held);
          members.push({ member, held });
        }
        const committed = await database.store.commit({
          update: null,
          actorId: acme.founder.personId,
          changes: [
            {
              kind: 'scheme.changed',
              workspaceId,
              from: { scheme: 'cabinet', version: 0 },
              scheme: `custom:${workspaceId}:1`,
              version: 1,
              content: { preset: null, declaration: after.declaration },
              plan,
              unmoved: [],
            },
          ],
          audit: [],
          outbox: [],
          now,
          leaseMs: 0,
          slot: 0,
        });
        expect(committed).toMatchObject({ kind: 'committed' });
        for (const { member, held } of members) {
          const [subject] = await readSubjects(database.pool, [
            { workspaceId, ref: { kind: 'person', id: member.personId } },
          ]);
          const then: Held[] = [
            ...(subject?.roles ?? []).map((one) => ({ ...one, resource: null })),
            ...(subject?.grants ?? []).map(({ role, until, resource }) => ({
              role,
              until,
              resource: resource.id,
            })),
          ];
          expect(shown(then)).toEqual(shown(moved(held, plan)));
        }
      },
    ),
    { numRuns: 40 },
  );
});
