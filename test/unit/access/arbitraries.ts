import fc from 'fast-check';
import type {
  Condition,
  RightsTable,
  RoleDeclaration,
  RoleReach,
  SchemeDeclaration,
} from '../../../src/access/define-scheme.ts';
import type { Grant, HeldRole, Subject, Target } from '../../../src/access/subject.ts';
import { allRights, type Right, vocabulary } from '../../../src/access/vocabulary.ts';
import { bankBot, nextWeek, now, retail, shopBot, shopChannel, tomorrow, yesterday } from './people.ts';

/** Few resources, so that random roles overlap, and those that governance needs. */
const contested = ['member', 'invitation', 'workspace', 'bot', 'report'] as const;

const rightsTable: fc.Arbitrary<RightsTable> = fc.record(
  Object.fromEntries(
    contested.map((resource) => [
      resource,
      fc.oneof(fc.constant('all' as const), fc.subarray([...vocabulary[resource]])),
    ]),
  ),
  { requiredKeys: [] },
);

/** Rights of the kinds people think of, so that one role often includes another. */
const sensibleTable: fc.Arbitrary<RightsTable> = fc.constantFrom<RightsTable[]>(
  { member: 'all', invitation: 'all', workspace: ['rename'], bot: 'all', report: 'all' },
  { member: 'all', invitation: 'all', bot: ['view', 'update'], report: 'all' },
  { member: ['view', 'assign'], invitation: ['create'], bot: ['view'] },
  { bot: ['view', 'update'], report: ['view'] },
  { bot: ['view'] },
);

const reach: fc.Arbitrary<RoleReach> = fc.constantFrom(
  'workspace',
  'workspace',
  'things',
  'workspace_or_things',
  'granted_things',
);

const roleKeys = ['boss', 'second', 'third', 'fourth', 'fifth'] as const;

/** A role below the keystone; it requires only roles below itself, so that no chain closes. */
function role(rank: number): fc.Arbitrary<RoleDeclaration> {
  return fc.record(
    {
      key: fc.constant(roleKeys[rank] ?? 'last'),
      can: fc.oneof(sensibleTable, sensibleTable, rightsTable, fc.constant('everything' as const)),
      canOnOwn: rightsTable,
      reach,
      requires: fc.subarray(roleKeys.slice(rank + 1), { maxLength: Math.min(2, 4 - rank) }),
      maxHolders: fc.integer({ min: 1, max: 3 }),
      withoutBaseline: fc.boolean(),
    },
    { requiredKeys: ['key', 'can'] },
  );
}

const keystoneRole: fc.Arbitrary<RoleDeclaration> = fc
  .oneof(rightsTable, fc.constant('everything' as const))
  .map((can) => ({
    key: 'boss',
    can: can === 'everything' ? can : { ...can, member: 'all', invitation: 'all', owner: 'all' },
  }));

/** Drops requirements between roles that are held in different places. */
function inSamePlaces(roles: readonly RoleDeclaration[]): readonly RoleDeclaration[] {
  return roles.map((role) => ({
    ...role,
    requires: (role.requires ?? []).filter((key) =>
      roles.some(
        (other) => other.key === key && (other.reach ?? 'workspace') === (role.reach ?? 'workspace'),
      ),
    ),
  }));
}

const whom = fc.constantFrom(
  'broader' as const,
  'broader' as const,
  'peers' as const,
  'peers' as const,
  'keystone' as const,
);

/** Any sound scheme of up to five roles; `boss` is its keystone. */
export const anyScheme: fc.Arbitrary<SchemeDeclaration> = fc.record(
  {
    key: fc.constant('random'),
    rolesPerMember: fc.constantFrom('one', 'many'),
    roles: fc.tuple(keystoneRole, role(1), role(2), role(3), role(4)).map(inSamePlaces),
    keystone: fc.record({
      role: fc.constant('boss'),
      holders: fc.constantFrom('exactly_one' as const, 'at_least_one' as const),
    }),
    edits: whom,
    removes: whom,
    never: fc.constantFrom({}, { bot: ['delete'] } as const, { report: 'all' } as const),
  },
  { requiredKeys: ['key', 'rolesPerMember', 'roles', 'keystone', 'edits'] },
);

const anyCondition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom({ resource: 'team' }, { resource: 'author' }, { action: 'team' }, { action: 'soft' }),
    fc.constantFrom({ subject: 'team' }, { subject: 'id' }, { value: 'ann' }, { value: 7 }, { value: true }),
  )
  .map(([what, equals]) => ({ ...what, ...equals }));

/** Any sound scheme of which roles have rights on conditions. */
export const anySchemeWithConditions: fc.Arbitrary<SchemeDeclaration> = fc
  .tuple(
    anyScheme,
    fc.array(fc.array(fc.record({ where: anyCondition, can: rightsTable }), { maxLength: 2 }), {
      minLength: 5,
      maxLength: 5,
    }),
  )
  .map(([scheme, conditions]) => ({
    ...scheme,
    roles: scheme.roles.map((one, rank) => ({ ...one, canWhere: conditions[rank] ?? [] })),
  }));

/** What questions say of subjects, resources and actions: values that conditions look for, and others. */
export const anyProperties: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    team: fc.constantFrom('ann', 7, '7', null),
    author: fc.constantFrom('ann', 'bob', true),
    soft: fc.constantFrom(true, false, 'true', [true]),
  },
  { requiredKeys: [] },
);

const anyEnd: fc.Arbitrary<Date | null> = fc.constantFrom(null, null, yesterday, now, tomorrow, nextWeek);
const anyRoleKey = fc.constantFrom(...roleKeys, 'no_such_role');

/** A role of the random schemes, or of none of them, held for good or until some time around now. */
const anyHeldRole: fc.Arbitrary<HeldRole> = fc.record({ role: anyRoleKey, until: anyEnd });

const anyGrant: fc.Arbitrary<Grant> = fc.record({
  role: anyRoleKey,
  until: anyEnd,
  resource: fc.record({
    kind: fc.constantFrom('project' as const, 'bot' as const),
    id: fc.constantFrom('shop', 'bank', 'retail', 'finance'),
  }),
});

/** Somebody with any roles and grants, lawful or not. */
export function anySubject(
  personId: fc.Arbitrary<string> = fc.constantFrom('ann', 'bob'),
): fc.Arbitrary<Subject> {
  return fc.record({
    personId,
    state: fc.constantFrom('active', 'active', 'active', 'active', 'suspended', 'none'),
    roles: fc.array(anyHeldRole, { maxLength: 3 }),
    grants: fc.array(anyGrant, { maxLength: 4 }),
  });
}

/** The workspace, or a resource in it, sometimes with an owner. */
export const anyTarget: fc.Arbitrary<Target> = fc.record(
  {
    path: fc.constantFrom([], retail.path, shopBot.path, shopChannel.path, bankBot.path),
    ownerId: fc.constantFrom('ann', 'bob', null),
  },
  { requiredKeys: ['path'] },
);

export const anyRight: fc.Arbitrary<Right> = fc.constantFrom(
  ...allRights.filter((right) => contested.some((resource) => right.startsWith(`${resource}.`))),
  'billing.view' as const,
  'owner.view' as const,
);
