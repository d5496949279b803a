import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plain, RightsTable, SchemeDeclaration } from '../../../src/access/define-scheme.ts';
import type { Subject, Target } from '../../../src/access/subject.ts';
import { checkScheme } from '../../../src/features/schemes/file/parse.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  addBot,
  ask,
  type Founded,
  found,
  issueKey,
  join,
  type Somebody,
} from '../../support/decision-api.ts';
import { giveScheme } from '../../support/own-scheme.ts';
import { anyProperties, anyRight, anySchemeWithConditions } from '../../unit/access/arbitraries.ts';
import { naivelyAllowed } from '../../unit/access/naive.ts';
import { forGood } from '../../unit/access/people.ts';

/*
 * Random schemes with conditions and with subjects and resources of another system, as a file would bring them, asked
 * over HTTP: every answer is what a straight reading of the scheme says, and every search finds what answers yes.
 */

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

type Properties = Readonly<Record<string, unknown>>;
interface Entity {
  readonly type: string;
  readonly id: string;
}
interface Question {
  readonly who: number;
  readonly right: string;
  readonly what: number;
  readonly subject: Properties;
  readonly action: Properties;
  readonly resource: Properties;
}

const lower = ['second', 'third', 'fourth', 'fifth'];
const someRoles = fc.subarray(lower, { maxLength: 2 });
/** What a file says of somebody or something. */
const known: fc.Arbitrary<Readonly<Record<string, Plain>>> = fc.record(
  { team: fc.constantFrom('ann', 7), author: fc.constantFrom('ann', true), soft: fc.boolean() },
  { requiredKeys: [] },
);
const records: fc.Arbitrary<RightsTable> = fc.constantFrom(
  {},
  // Rights of the scheme's own vocabulary, which no type knows.
  ...[{ record: 'all' }, { record: ['read'] }, { record: ['write'] }].map((table) => table as RightsTable),
);

const file = fc
  .record({
    scheme: anySchemeWithConditions,
    more: fc.array(fc.tuple(records, records), { minLength: 5, maxLength: 5 }),
    subjects: fc.array(fc.record({ roles: someRoles, properties: known }), { minLength: 3, maxLength: 3 }),
    resources: fc.array(known, { minLength: 3, maxLength: 3 }),
  })
  .map(({ scheme, more, subjects, resources }): SchemeDeclaration => {
    const roles = scheme.roles.map((role, rank) => {
      const [can, canWhere] = more[rank] ?? [{}, {}];
      const { canWhere: conditions = [] } = role;
      return {
        ...role,
        can: role.can === 'everything' ? role.can : { ...role.can, ...can },
        canWhere: conditions.map((one) => ({ ...one, can: { ...one.can, ...canWhere } })),
      };
    });
    const named = <V>(letter: string, list: readonly V[]) =>
      Object.fromEntries(list.map((one, place) => [`${letter}${place}`, one]));
    return {
      ...scheme,
      roles,
      vocabulary: { record: ['read', 'write'] },
      entities: { subjects: { user: named('u', subjects) }, resources: { record: named('r', resources) } },
    };
  });

const question: fc.Arbitrary<Question> = fc.record({
  who: fc.nat(6),
  right: fc.oneof(anyRight, fc.constantFrom('record.read', 'record.write')),
  what: fc.nat(3),
  subject: anyProperties,
  action: anyProperties,
  resource: fc
    .tuple(anyProperties, fc.constantFrom({}, { ownerID: 'u0' }, { ownerID: 'u1' }))
    .map(([some, owner]) => ({ ...some, ...owner })),
});

test('random schemes are answered as they read, and searches find what is answered with yes', async () => {
  const { pool } = app.app.database;
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.array(someRoles, { minLength: 4, maxLength: 4 }),
      fc.array(question, { minLength: 80, maxLength: 80 }),
      async (declaration, held, questions) => {
        const workspace = await found(pool, 'cabinet', 'owner');
        const checked = checkScheme(JSON.parse(JSON.stringify(declaration)));
        if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
        await giveScheme(pool, workspace, checked.scheme);
        const members = [workspace.founder];
        for (const roles of held) members.push(await joinAs(pool, workspace, roles));
        const world: World = {
          declaration,
          members: members.map((one, place) => [
            one.personId,
            place === 0 ? ['boss'] : (held[place - 1] ?? []),
          ]),
          bots: [await addBot(pool, workspace), await addBot(pool, workspace)].sort(),
          key: (await issueKey(pool, workspace)).token,
        };
        const evaluations = questions.map((one) => asked(world, one));
        const batch = await ask(app.app.url, 'evaluations', world.key, { evaluations });
        expect(batch.body).toEqual({
          evaluations: evaluations.map((one) => ({ decision: reads(world, one) })),
        });
        for (const one of evaluations.slice(0, 6)) await searchesAgree(world, one);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

interface World {
  readonly declaration: SchemeDeclaration;
  readonly members: readonly (readonly [personId: string, roles: readonly string[]])[];
  readonly bots: readonly string[];
  readonly key: string;
}

/** Somebody in a workspace with roles that no scheme of the presets has. */
async function joinAs(pool: Pool, workspace: Founded, roles: readonly string[]): Promise<Somebody> {
  const somebody = await join(pool, workspace);
  await pool.query(
    `insert into membership_roles (membership_id, workspace_id, role, granted_at)
     select $1, $2, role, now() from unnest($3::text[]) role`,
    [somebody.membershipId, workspace.workspaceId, roles],
  );
  return somebody;
}

function peopleOf({ members }: World): readonly Entity[] {
  const persons = members.map(([id]) => ({ type: 'person', id }));
  return [...persons, ...['u0', 'u1', 'u2'].map((id) => ({ type: 'user', id }))];
}

/** What there is of a type to ask about; of everything but resources and records the workspace has one. */
function resourcesOf({ bots }: World, type: string): readonly string[] {
  if (type === 'record') return ['r0', 'r1', 'r2'];
  return type === 'bot' ? bots : [];
}

function asked(world: World, one: Question) {
  const [type = '', name = ''] = one.right.split('.');
  const ids = resourcesOf(world, type);
  const who = peopleOf(world)[one.who % (world.members.length + 3)] ?? { type: 'user', id: 'u9' };
  return {
    subject: { ...who, properties: one.subject },
    action: { name, properties: one.action },
    // Of records one more than there are.
    resource: {
      type,
      id: ids[one.what] ?? (type === 'bot' ? (ids[0] ?? '') : 'r3'),
      properties: one.resource,
    },
  };
}
type Asked = ReturnType<typeof asked>;

/** The decision, by a straight reading of the scheme. */
function reads({ declaration, members }: World, { subject, action, resource }: Asked): boolean {
  const { subjects, resources } = declaration.entities ?? {};
  const user = subject.type === 'user' ? subjects?.['user']?.[subject.id] : undefined;
  const record = resource.type === 'record' ? resources?.['record']?.[resource.id] : undefined;
  if (resource.type === 'record' && record === undefined) return false;
  const [, roles = []] = members.find(([id]) => id === subject.id) ?? [];
  const properties: Properties = { ...resource.properties, ...record };
  const somebody: Subject = {
    personId: subject.id,
    state: 'active',
    roles: forGood(...(user?.roles ?? roles)),
    grants: [],
    properties: user === undefined ? subject.properties : (user.properties ?? {}),
  };
  const target: Target = {
    path: resource.type === 'bot' ? [{ kind: 'bot', id: resource.id }] : [],
    ownerId: String(properties['ownerID']),
    properties,
    actionProperties: action.properties,
  };
  return naivelyAllowed(declaration, somebody, `${resource.type}.${action.name}`, target, new Date());
}

async function searchesAgree(world: World, one: Asked): Promise<void> {
  const search = async (kind: string, body: object) => {
    const answer = await ask(app.app.url, `search/${kind}`, world.key, body);
    expect(answer.status).toBe(200);
    return (answer.body as { results: readonly (Entity & { name: string })[] }).results;
  };
  const { subject, action, resource } = one;
  const { type } = subject;
  // Of members nothing is known but what is asked, and a search says nothing of the one it has not found.
  const permitted = peopleOf(world)
    .filter((who) => who.type === type)
    .filter((who) => reads(world, { ...one, subject: { ...who, properties: {} } }));
  const people = await search('subject', { subject: { type }, action, resource });
  expect(people.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort());

  const ids = resourcesOf(world, resource.type).filter((id) =>
    reads(world, { ...one, resource: { ...resource, id } }),
  );
  if (resourcesOf(world, resource.type).length > 0) {
    const { id: _, ...searched } = resource;
    const resources = await search('resource', { subject, action, resource: searched });
    expect(resources.map(({ id }) => id)).toEqual(ids);
  }

  const names = (await search('action', { subject, resource })).map(({ name }) => name);
  const silent = (name: string) => reads(world, { ...one, action: { name, properties: {} } });
  expect(names.includes(action.name)).toBe(silent(action.name));
}
