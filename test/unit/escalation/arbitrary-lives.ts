import fc from 'fast-check';
import type { RightsTable, SchemeDeclaration } from '../../../src/access/define-scheme.ts';
import { type PresetKey, presetKeys } from '../../../src/access/presets.ts';
import { anyScheme } from '../access/arbitraries.ts';
import { nextWeek, tomorrow } from '../access/people.ts';
import type { Act, Edit } from './acts.ts';
import { BOTS, PROJECTS } from './world.ts';

/** The first has founded the workspace; of the others, whoever comes first stands higher at the beginning. */
const names = ['founder', 'ann', 'bob', 'cid', 'dee'] as const;
/** Who are outside when it begins. */
const strangers = ['eve', 'fay'] as const;
/** Those in the middle are the ones who could rise: they act most. */
const actor = fc.constantFrom(
  ...names,
  ...strangers,
  'founder',
  'founder',
  'ann',
  'ann',
  'ann',
  'ann',
  'ann',
  'bob',
  'bob',
);
const whom = fc.constantFrom(...names, 'ann', 'bob', 'cid', 'cid', 'dee', 'dee');
const outside = fc.constantFrom(...strangers, ...strangers, 'dee');
const anybody = fc.constantFrom(...names, ...strangers);
const pick = fc.nat(59);
const end = fc.constantFrom(null, null, null, tomorrow, nextWeek);
const wish = fc.constantFrom('kept' as const, 'kept' as const, 'never' as const, tomorrow, nextWeek);
const someResources = fc.subarray([...PROJECTS, ...BOTS], { maxLength: 2 });
const bot = fc.constantFrom(...BOTS);
const roles = {
  roles: fc.array(fc.oneof(fc.constantFrom(1, 2, 3, 4), pick), { minLength: 1, maxLength: 2 }),
  required: fc.boolean(),
};

/** Who lets people in, defines roles, moves bots and so on, beside the rights that random schemes share out. */
const leading: fc.Arbitrary<RightsTable> = fc.constantFrom<RightsTable[]>(
  { role: ['define'], member: 'all', invitation: 'all', bot: ['view', 'update'] },
  { role: ['define'], member: 'all', invitation: 'all', project: 'all', bot: 'all', report: 'all' },
  {
    project: 'all',
    bot: ['view', 'update', 'publish'],
    member: ['assign', 'update'],
    invitation: ['create'],
  },
);
const little: fc.Arbitrary<RightsTable> = fc.constantFrom<RightsTable[]>(
  {},
  { bot: ['view', 'update'] },
  { api_key: 'all', database: 'all' },
  { member: ['assign'], project: 'all' },
);

/** A random scheme in which the roles below the keystone mostly manage something. */
const ownScheme: fc.Arbitrary<SchemeDeclaration> = fc
  .tuple(anyScheme, fc.tuple(leading, fc.oneof(leading, little), little, little))
  .map(([scheme, more]) => ({
    ...scheme,
    key: 'own',
    roles: scheme.roles.map((one, rank) => {
      const added = rank === 0 ? { role: 'all' as const } : (more[rank - 1] ?? {});
      return one.can === 'everything' ? one : { ...one, can: { ...one.can, ...added } };
    }),
  }));

const anyFounding: fc.Arbitrary<SchemeDeclaration | PresetKey> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...presetKeys) },
  { weight: 3, arbitrary: ownScheme },
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('right' as const),
      role: fc.oneof(fc.constantFrom(2, 3, 4), pick),
      right: fc.oneof(fc.nat(35), fc.nat(90)),
      extent: fc.constantFrom('no', 'own', 'yes', 'yes'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('add' as const, 'delete' as const), role: pick }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), role: pick, into: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rule' as const),
      role: pick,
      rule: fc.constantFrom(
        { rule: 'roles_per_member', is: 'many' },
        { rule: 'roles_per_member', is: 'one' },
        { rule: 'keystone_holders', is: 'at_least_one' },
        { rule: 'edits', is: 'peers' },
        { rule: 'removes', is: null },
        { rule: 'reach', role: '', is: 'workspace_or_things' },
        { rule: 'reach', role: '', is: 'things' },
        { rule: 'max_holders', role: '', is: 2 },
        { rule: 'requires', role: '', is: [] },
        { rule: 'without_baseline', role: '', is: true },
      ),
    }),
  },
);

const mapping = fc.array(fc.tuple(pick, pick), { maxLength: 2 });
const mode = fc.constantFrom('give' as const, 'give' as const, 'take' as const, 'set' as const);

/** Anything that anybody might try. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: act('invite', { whom: outside, resources: someResources, end, ...roles }) },
  {
    weight: 2,
    arbitrary: act('link', { resources: someResources, end, uses: fc.constantFrom(1, 3), ...roles }),
  },
  {
    weight: 6,
    arbitrary: act('accept', { offer: pick }).chain((one) => anybody.map((by) => ({ ...one, by }))),
  },
  { weight: 1, arbitrary: act('decline', { offer: pick }) },
  { weight: 1, arbitrary: act('revoke', { offer: pick }) },
  { weight: 2, arbitrary: act('resend', { offer: pick }) },
  { weight: 4, arbitrary: act('reoffer', { offer: pick, ...roles }) },
  { weight: 10, arbitrary: act('roles', { whom, end: wish, ...roles }) },
  { weight: 8, arbitrary: act('grants', { whom, mode, resources: someResources, end: wish, ...roles }) },
  { weight: 2, arbitrary: act('remove', { whom }) },
  { weight: 1, arbitrary: act('transfer', { whom }) },
  { weight: 1, arbitrary: fc.oneof(act('take', {}), act('cancel', {})) },
  { weight: 3, arbitrary: act('recover', { whom }) },
  { weight: 2, arbitrary: act('use', { link: pick }).chain((one) => outside.map((by) => ({ ...one, by }))) },
  { weight: 1, arbitrary: act('merge', { whom: fc.constantFrom('cid', 'dee') }) },
  { weight: 8, arbitrary: act('edit', { edits: fc.array(edit, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: act('switch', { to: pick, mapping }) },
  { weight: 4, arbitrary: act('move', { bot, to: fc.constantFrom(null, ...PROJECTS) }) },
  { weight: 2, arbitrary: act('publish', { bot }) },
  { weight: 2, arbitrary: act('decide', { question: pick, approve: fc.boolean() }) },
  { weight: 2, arbitrary: fc.oneof(act('leave', {}), act('key', {}), act('mask', {}), act('rename', {})) },
  { weight: 1, arbitrary: act('wait', { days: fc.constantFrom(1, 3) }) },
);

function act<K extends Act['kind'], F extends object>(
  kind: K,
  fields: { [P in keyof F]: fc.Arbitrary<F[P]> },
): fc.Arbitrary<Act> {
  // One of the union's members, put together from its own fields: the compiler cannot follow the record there.
  return fc.record({ kind: fc.constant(kind), by: actor, ...fields }) as unknown as fc.Arbitrary<Act>;
}

/** An act with the answer that it waits for, where it waits for one. */
function answered(one: Act): readonly Act[] {
  if (one.kind === 'invite') return [one, { kind: 'accept', by: one.whom, offer: 0 }];
  if (one.kind === 'transfer') return [one, { kind: 'take', by: one.whom }];
  return [one];
}

/** Of those who were let in, the ones that may offer something. */
const offerer = fc.constantFrom('ann', 'ann', 'bob');
/** What somebody offers, and how it is answered. */
const offered: fc.Arbitrary<readonly [Act, Act]> = fc.oneof(
  {
    weight: 4,
    arbitrary: act('invite', {
      whom: fc.constantFrom(...strangers),
      resources: someResources,
      end,
      ...roles,
    }).map((one) => [one, { kind: 'accept', by: 'whom' in one ? one.whom : '', offer: 0 }] as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(act('recover', { whom }), fc.constantFrom(...strangers), pick)
      .map(([one, by, link]) => [one, { kind: 'use', by, link }] as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(act('publish', { bot }), fc.constantFrom(...names), pick)
      .map(([one, by, question]) => [one, { kind: 'decide', by, question, approve: true }] as const),
  },
);
/** What the founder may take from somebody. */
const loss: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: act('roles', { whom, end: wish, ...roles }) },
  {
    weight: 2,
    arbitrary: act('grants', {
      whom,
      mode: fc.constantFrom('take' as const, 'set' as const),
      resources: someResources,
      end: wish,
      ...roles,
    }),
  },
  { weight: 2, arbitrary: act('edit', { edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: act('remove', { whom }) },
  { weight: 1, arbitrary: act('wait', { days: fc.constantFrom(1, 3) }) },
);

/** An offer whose maker loses something before it is answered: what they may give then counts, not what they might. */
const outlived: fc.Arbitrary<readonly Act[]> = fc
  .tuple(offered, offerer, loss)
  .map(([[offer, answer], by, taken]) => [
    { ...offer, by },
    { ...taken, by: 'founder', ...('whom' in taken ? { whom: by } : {}) },
    answer,
  ]);

/** The founder lets everybody in, each a step lower in the scheme's list, or wherever it falls. */
const welcome: fc.Arbitrary<readonly Act[]> = fc
  .tuple(...names.slice(1).map((person, rank) => welcoming(person, rank)))
  .map((invites) => invites.flatMap(answered));

function welcoming(person: string, rank: number): fc.Arbitrary<Act> {
  const usual: typeof roles = { roles: fc.constant([rank + 1]), required: fc.constant(true) };
  const resources = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: someResources },
  );
  const invite = (picked: typeof roles) =>
    act('invite', { whom: fc.constant(person), resources, end, ...picked }).map((one) => ({
      ...one,
      by: 'founder',
    }));
  return fc.oneof({ weight: 3, arbitrary: invite(usual) }, { weight: 1, arbitrary: invite(roles) });
}

/** A workspace, how it began, and what anybody then tries. */
export const life = fc
  .tuple(
    anyFounding,
    welcome,
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: anyAct.map((one) => [one]) },
        { weight: 1, arbitrary: anyAct.map(answered) },
        { weight: 1, arbitrary: outlived },
      ),
      { maxLength: 50, size: 'max' },
    ),
  )
  .map(([founding, first, tried]) => ({ founding, acts: [...first, ...tried.flat()] }));
